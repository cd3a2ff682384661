import { Database } from './database.ts'

/** Stores of one laptop, in the order they are tried: a broken one is kept for whoever can repair it. */
const names = (device: string) => ['', '-b', '-c', '-d'].map((suffix) => `gather-${device}${suffix}`)

/** Opens this laptop's store; the first that opens. Throws when none does. */
export async function openDatabase(device: string, after?: string): Promise<Database> {
  const all = names(device)
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

/** Leaves a store that opens and cannot be read as it is, and begins the next one. */
export async function setAside(db: Database, device: string): Promise<Database> {
  await db.meta.put({ name: 'broken', value: true }).catch(() => {})
  db.close()
  return openDatabase(device, db.name)
}
