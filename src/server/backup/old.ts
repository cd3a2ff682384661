import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backupDays } from '../../shared/rules/retention.ts'
import { flushFolder } from '../dataFolder.ts'

/** When a backup was written stands in its name: who copies a file changes every other moment of it. Those of 0.1 were not sealed. */
const named = /^gather-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.ndjson\.gz(?:\.age)?$/

/** What lies in a folder of backups. */
export interface OldBackups {
  /** Paths of those whose term is over, the oldest first. The newest good one is never among them. */
  old: string[]
  /** The newest that is still, byte for byte, what was read back when it was written; null where none is known to be. */
  newestGood: string | null
}

/** Looks for backups whose term is over (35 days). Throws where the folder cannot be read. */
export async function oldBackups(folder: string, nowMs: number): Promise<OldBackups> {
  const all = (await readdir(folder)).filter((name) => named.test(name)).sort()
  const newestGood = await newestGoodOf(folder, all)
  const before = nowMs - backupDays * 86_400_000
  const old = newestGood === null ? [] : all.filter((name) => writtenMs(name) < before && name < newestGood)
  return { old: old.map((name) => join(folder, name)), newestGood: newestGood && join(folder, newestGood) }
}

async function newestGoodOf(folder: string, sorted: readonly string[]): Promise<string | null> {
  for (const name of sorted.toReversed()) if (await isGood(join(folder, name))) return name
  return null
}

function writtenMs(name: string): number {
  return Date.parse(name.replace(named, '$1T$2:$3:$4.$5Z'))
}

/** Deletes them, with the notes beside them. */
export async function deleteBackups(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) for (const path of [file, noteOf(file)]) await rm(path, { force: true })
  await flushFolder(folder)
}

/** Writes down beside a backup what was just read back, so that without its key it can still be told whether it is that. */
export async function noteGood(file: string): Promise<void> {
  const note = await open(noteOf(file), 'w', 0o600)
  try {
    await note.writeFile(`${await digestOf(file)}\n`)
    await note.sync()
  } finally {
    await note.close()
  }
}

async function isGood(file: string): Promise<boolean> {
  const note = await readFile(noteOf(file), 'utf8').catch(() => null)
  return note !== null && note.trim() === (await digestOf(file).catch(() => ''))
}

function noteOf(file: string): string {
  return `${file}.sha256`
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(file)) hash.update(bytes as Uint8Array)
  return hash.digest('hex')
}
