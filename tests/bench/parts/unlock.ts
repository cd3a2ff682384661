import { passphrase, type Laptop } from '../rig/laptop.ts'
import type { InventedTeam } from '../world/team.ts'
import { openRegister } from './register.ts'

/** Seconds from the moment the key is known until the register's search has answered a letter, and drawn it. */
export interface Unlocked {
  /** After a fresh start of the app: the disk's pages may be in memory, nothing of ours is. */
  fresh: number[]
  /** After a lock, the window still open. */
  locked: number[]
}

/** The mark that the worker sets when Argon2id has answered (data/workerApi.ts). */
const keyMark = 'gather-key-known'

/** Unlocks so often each way; the laptop comes back to the register it was left at. */
export async function measureUnlocks(laptop: Laptop, team: InventedTeam, count: number): Promise<Unlocked> {
  await openRegister(laptop, team.groups[0]?.name ?? '')
  const unlocked: Unlocked = { fresh: [], locked: [] }
  for (let at = 0; at < count; at++) {
    await laptop.page.waitForTimeout(1500) // the place is remembered, the last exchange is over
    await laptop.restart()
    unlocked.fresh.push(await unlock(laptop))
  }
  for (let at = 0; at < count; at++) {
    await laptop.page.waitForTimeout(1500)
    await laptop.call('lock').catch(() => undefined) // the page that asked is loaded anew, and may not hear the answer
    unlocked.locked.push(await unlock(laptop))
  }
  return unlocked
}

/** Types the passphrase and answers how many seconds the rest took. */
async function unlock(laptop: Laptop): Promise<number> {
  const { page } = laptop
  await page.locator('input[type=password]').click()
  await page.keyboard.type(passphrase)
  const works = page.evaluate(() => window.probe.untilSearchWorks('m'))
  await page.keyboard.press('Enter')
  const { works: at, origin } = await works
  const worker = page.workers().at(-1)
  const known = await worker?.evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN),
    keyMark,
  )
  return (origin + at - (known ?? Number.NaN)) / 1000
}
