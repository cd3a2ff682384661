/** What the lock needs of the browser. */
export type Locks = Pick<LockManager, 'request' | 'query'>

const storeLock = 'gather-open'
/** A page that is loaded anew at a lock waits so long for the worker that it has just ended. Milliseconds. */
const patienceMs = 700
/** How often a second window looks whether the first has gone. Free once may be a page that is being loaded anew; twice is gone. */
const lookMs = 1000

/**
 * One store, one worker: a second window of the same browser waits until the first has gone. Ends only when `hold` does.
 * @param hold has the store as long as it runs @param isElsewhere told each time that another has it
 */
export async function holdStore(locks: Locks, hold: () => Promise<unknown>, isElsewhere: () => void): Promise<void> {
  if (await holdWithin(locks, hold, patienceMs)) return
  do {
    isElsewhere()
    while (!((await looksFree(locks)) && (await looksFree(locks))));
  } while (!(await holdIfFree(locks, hold)))
}

/** Whether the store was ours in time. */
async function holdWithin(locks: Locks, hold: () => Promise<unknown>, ms: number): Promise<boolean> {
  let began = false
  try {
    await locks.request(storeLock, { signal: AbortSignal.timeout(ms) }, () => {
      began = true
      return hold()
    })
    return true
  } catch (error) {
    if (!began && isLate(error)) return false
    throw error
  }
}

/** A current Chromium says that time was up, that of Electron 22 that the request was aborted: with that one the app stood still before its first screen. */
function isLate(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError')
}

/** At once or not at all: on a busy machine, in line for a moment was never long enough. */
async function holdIfFree(locks: Locks, hold: () => Promise<unknown>): Promise<boolean> {
  return locks.request(storeLock, { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await hold()
    return true
  })
}

async function looksFree(locks: Locks): Promise<boolean> {
  await new Promise((resolve) => {
    setTimeout(resolve, lookMs)
  })
  const { held, pending } = await locks.query()
  return ![...(held ?? []), ...(pending ?? [])].some((one) => one.name === storeLock)
}
