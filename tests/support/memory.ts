import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { imageOfMemory, openMemory } from '../../src/server/sql/memory.ts'
import { migrate, migrationFiles, migrationText } from '../../src/server/sql/migrate.ts'
import type { Sql } from '../../src/server/sql/sql.ts'

/** A migrated database in memory, from an image in the temporary folder that the first test to need one makes. */
export async function openTestMemory(): Promise<Sql> {
  const texts = await Promise.all((await migrationFiles()).map(migrationText))
  const key = createHash('sha256').update(texts.join('|')).update(process.version).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `gather-test-images-${process.getuid?.() ?? 0}`)
  const path = join(folder, `${key}.tar`)
  const kept = await readFile(path).catch(() => null)
  if (kept) return openMemory(new Blob([kept]))
  const image = await imageOfMemory(migrate)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const beside = `${path}.${process.pid}.${Math.random()}` // two tests may make it at once
  await writeFile(beside, Buffer.from(await image.arrayBuffer()))
  await rename(beside, path)
  return openMemory(image)
}
