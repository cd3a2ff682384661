import { kioskCalls, type KioskAnswer, type KioskCallName, type KioskInput, type KioskMessage, type KioskRequest } from '../../shared/ipc/kiosk.ts'

/** The kiosk's side of the contract. */
export interface KioskClient {
  /** Rejects when the call broke; nothing is said of why. */
  ask<Name extends KioskCallName>(method: Name, input: KioskInput<Name>): Promise<KioskAnswer<Name>>
  /** The laptop was locked, or somebody left with the passphrase. */
  onEnd(tell: () => void): void
}

/** Over a port to the worker. Answers are checked again on this side: what is not in the contract is not drawn. */
export function createKioskClient(port: MessagePort): KioskClient {
  const waiting = new Map<number, (message: Extract<KioskMessage, { call: number }>) => void>()
  let calls = 0
  let ended = () => {}
  port.onmessage = ({ data }: MessageEvent<KioskMessage>) => {
    if ('ended' in data) return ended()
    waiting.get(data.call)?.(data)
    waiting.delete(data.call)
  }
  return {
    ask: (method, input) =>
      new Promise((resolve, reject) => {
        const request: KioskRequest = { call: ++calls, method, input }
        waiting.set(request.call, (message) => {
          const answer = message.ok ? kioskCalls[method].answer.safeParse(message.value) : null
          if (answer?.success) resolve(answer.data as KioskAnswer<typeof method>)
          else reject(new Error('kiosk'))
        })
        port.postMessage(request)
      }),
    onEnd: (tell) => {
      ended = tell
    },
  }
}
