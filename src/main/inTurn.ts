/** Runs tasks one after the other, in the order given; one that fails does not stop the next. */
export type InTurn = <Value>(task: () => Promise<Value>) => Promise<Value>

/** A new line of tasks. */
export function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const done = last.then(task, task)
    last = done.catch(() => undefined)
    return done
  }
}
