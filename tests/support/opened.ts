import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableNames } from '../../src/server/backup/dump.ts'
import { keyFrom } from '../../src/renderer/data/storedKey.ts'
import type { DiskLaptop } from './disk.ts'
import type { Surgery } from './surgery.ts'

/**
 * Everything on a laptop with its seals open, as files in a folder: what a scan of them does not find is not there in any form. What does not
 * open throws: it would hide words.
 */
export async function openLaptop({ laptop: { store }, host }: DiskLaptop, folder: string, name: string): Promise<void> {
  const { rows, journal } = store.opened
  const lines: unknown[] = []
  for (const { key, box } of await store.db.rows.toArray()) lines.push(await rows.open(`row/${keyFrom(key)}`, box))
  for (const { sequence, box, closed, id } of await store.db.changes.toArray())
    lines.push(await rows.open(`change/${sequence}`, box), closed ? await rows.open(`closed/${id}`, closed) : null)
  for (const { id, box } of await store.db.parked.toArray()) lines.push(await rows.open(`parked/${id}`, box))
  for (const { key, box } of await store.db.drafts.toArray()) lines.push(await rows.open(`draft/${key}`, box))
  for (const { name: meta, value } of await store.db.meta.toArray())
    lines.push(meta === 'office' ? await rows.open(meta, value as Uint8Array) : value)
  for (const { frame, firstSequence, lastSequence } of await host.journalRead())
    lines.push(await journal.open(`${firstSequence}-${lastSequence}`, frame))
  lines.push([...store.own.values()], [...store.memory.rowsOf('person')]) // and what it has in memory of its own and of people
  writeFileSync(join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'))
}

/** Every table of the surgery's database as text. */
export async function openTables({ sql, team }: Surgery, folder: string): Promise<void> {
  for (const table of [...tableNames, 'person_link', 'meta']) {
    const lines = await sql.transaction({ team, as: 'owner' }, (tx) => tx.query<{ line: string }>(`select to_jsonb(t)::text as line from ${table} t`))
    writeFileSync(join(folder, `${table}.table`), lines.map(({ line }) => line).join('\n'))
  }
}
