import { Database } from './database.ts'
import { carryFiles } from './media/fileBox.ts'

/** Stores of one laptop, in the order they are tried: a broken one is kept for whoever can repair it. */
export const storesOf = (device: string) => ['', '-b', '-c', '-d'].map((suffix) => `gather-${device}${suffix}`)

/** Opens this laptop's store; the first that opens. Throws when none does. */
export async function openDatabase(device: string, after?: string): Promise<Database> {
  const all = storesOf(device)
  let trouble: unknown = new Error('no store left to try')
  for (const name of all.slice(after ? all.indexOf(after) + 1 : 0)) {
    const db = new Database(name)
    try {
      await db.open()
      if (!(await db.meta.get('broken'))) return db
      db.close()
    } catch (error) {
      trouble = error
    }
  }
  throw trouble
}

/**
 * Leaves a store that opens and cannot be read as it is, and begins the next one. What neither journal nor server has goes
 * along as far as it can be read: what is typed in forms, files that are not sent yet, the team's copy of the key where it is still to be
 * delivered, and since when the server was not met.
 */
export async function setAside(db: Database, device: string): Promise<Database> {
  const drafts = await db.drafts.toArray().catch(() => [])
  const kept = await db.meta.bulkGet(['escrow', 'lease']).catch(() => [])
  const next = await openDatabase(device, db.name)
  await carryFiles(db, next).catch(() => {})
  await db.meta.put({ name: 'broken', value: true }).catch(() => {})
  db.close()
  await next.drafts.bulkPut(drafts)
  await next.meta.bulkPut(kept.flatMap((entry) => entry ?? []))
  return next
}
