import { after } from './after.ts'
import type { Store } from './store.ts'

/** While a browser is clearing a store it opens none: asked at once it says no, and a moment later it makes an empty one. */
const againMs = 1000
const tries = 30

/**
 * The browser has closed the store and not this app: finds out whether it is still there.
 * @param tell it is open again or was cleared: what could not be read meanwhile is asked for once more
 */
export async function afterCut(store: Store, tell: () => void): Promise<void> {
  for (let left = tries; left > 0; left--) {
    await store.exclusive(async () => {}) // each turn opens it again
    if (store.db.cleared || store.db.isOpen()) return tell()
    await after(againMs)
  }
}
