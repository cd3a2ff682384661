/** Resolves after so many milliseconds; with 0, once what else waits has had its turn. */
export function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

const turns: (() => void)[] = []
let ring: MessagePort | null = null

/**
 * Resolves once what else waits has had its turn, as `after(0)` does. For work of a hundred pieces: from the fifth timer in a row on a browser
 * lets each wait four milliseconds.
 */
export function nextTurn(): Promise<void> {
  ring ??= bell()
  const next = new Promise<void>((resolve) => void turns.push(resolve))
  ring.postMessage(null)
  return next
}

function bell(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => turns.shift()?.()
  ;(port1 as { unref?: () => void }).unref?.() // under Node it would keep the process
  return port2
}
