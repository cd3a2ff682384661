/** A window nobody sees draws nothing: it waits no longer than this. Milliseconds. */
const hiddenMs = 100

/** Settles when what was just asked for has been drawn: work that may wait does not stand between a hand and its tick. */
export function afterDrawing(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, hiddenMs)
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
  })
}
