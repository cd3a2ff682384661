/** Resolves after so many milliseconds; with 0, once what else waits has had its turn. */
export function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
