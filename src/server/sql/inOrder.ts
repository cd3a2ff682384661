/**
 * Statements of one transaction that are sent one behind the other without waiting for the answers in between: while the database
 * works on one, the next is made. The connection keeps their order; after one that failed the database refuses the rest.
 */
export class InOrder {
  private readonly started: Promise<unknown>[] = []

  /** Adds what has been started. Its fault is not lost, and not told before `done`. */
  add(started: Promise<unknown>): void {
    started.catch(() => undefined)
    this.started.push(started)
  }

  /** Waits for all of them. Throws the first fault: those after it only say that there was one. */
  async done(): Promise<void> {
    const ends = await Promise.allSettled(this.started)
    const fault = ends.find((one) => one.status === 'rejected')
    if (fault) throw fault.reason
  }
}

/** Lets answers that have come be taken in before more is worked out. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}
