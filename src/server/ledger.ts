import { open, readFile, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { flushFolder, makeFolder } from './dataFolder.ts'

/**
 * What must outlive a restore of the database: which laptops joined and which were taken off the team, which is for good. Ids and
 * times only. `place` says where the file lies, `database` that everything in the database of this epoch is in here.
 */
export type LedgerEntry =
  | { what: 'place'; place: string }
  | { what: 'database'; epoch: string }
  | { what: 'enrolled'; team: string; device: string; colleague: string }
  | { what: 'revoked'; team: string; device: string; wipe: boolean }
export type LedgerLine = LedgerEntry & { at: string }

/** A file beside the database. */
export interface Ledger {
  /** What this has answered is on the disk. */
  add(entries: readonly LedgerEntry[], nowMs: number): Promise<void>
  /** A file that was copied here knows its revocations, but not whether they are all. */
  read(): Promise<Known>
  /** The file lies here from now on. */
  settle(nowMs: number): Promise<void>
}

/** What a ledger knows of one laptop. */
export interface KnownLaptop {
  team: string
  colleague: string | null
  enrolledAt: string | null
  /** Null while it is trusted. */
  revoked: { at: string; wipe: boolean } | null
}

/** A ledger read from end to end. */
export interface Known {
  laptops: Map<string, KnownLaptop>
  /** Epochs of databases of which it knows every revocation up to `lastAt`. */
  databases: Set<string>
  place: string | null
  lastAt: string | null
}

/** Nothing known. */
export const nothingKnown = (): Known => ({ laptops: new Map(), databases: new Set(), place: null, lastAt: null })

/** Keeps nothing: for tests and for a server without a data folder. */
export const noLedger: Ledger = { add: async () => {}, read: async () => nothingKnown(), settle: async () => {} }

/** The ledger of a data folder. */
export function ledgerIn(folder: string): Ledger {
  const path = ledgerPath(folder)
  return {
    add: (entries, nowMs) => append(path, entries, nowMs),
    read: () => knownHere(path),
    async settle(nowMs) {
      await makeFolder(folder)
      await append(path, [], nowMs)
      await flushFolder(folder)
      const place = await placeOf(path)
      if (place && (await readLedger(path)).place !== place) await append(path, [{ what: 'place', place }], nowMs)
    },
  }
}

/** Where a data folder has its ledger. */
export function ledgerPath(folder: string): string {
  return join(folder, 'laptops.ledger')
}

/**
 * Lines are only ever added, so that the office's command and the server can both write, and a power cut can tear the last one
 * at most: each begins with a line end of its own. Flushed before it is answered.
 */
async function append(path: string, entries: readonly LedgerEntry[], nowMs: number): Promise<void> {
  const at = new Date(nowMs).toISOString()
  const file = await open(path, 'a', 0o600)
  try {
    await file.appendFile(entries.map((entry) => `\n${JSON.stringify({ at, ...entry })}`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Reads a ledger; a file that is not there knows nothing. Throws when it is there and cannot be read. */
export async function readLedger(path: string): Promise<Known> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const known = nothingKnown()
  for (const line of text.split('\n')) take(known, parsed(line))
  return known
}

/** Null for a torn line. */
function parsed(line: string): LedgerLine | null {
  try {
    return JSON.parse(line) as LedgerLine
  } catch {
    return null
  }
}

function take(known: Known, line: LedgerLine | null): void {
  if (!line) return
  known.lastAt = line.at
  if (line.what === 'place') {
    known.place = line.place
    known.databases.clear() // what happened between the last line of the original and this copy, nobody knows
  } else if (line.what === 'database') known.databases.add(line.epoch)
  else known.laptops.set(line.device, laptopAfter(known.laptops.get(line.device), line))
}

function laptopAfter(before: KnownLaptop | undefined, line: Extract<LedgerLine, { device: string }>): KnownLaptop {
  const laptop = before ?? { team: line.team, colleague: null, enrolledAt: null, revoked: null }
  if (line.what === 'revoked') {
    return { ...laptop, revoked: { at: laptop.revoked?.at ?? line.at, wipe: line.wipe || (laptop.revoked?.wipe ?? false) } }
  }
  return { ...laptop, colleague: line.colleague, enrolledAt: laptop.enrolledAt ?? line.at }
}

/**
 * Where the file lies: a copy of it lies elsewhere and may miss what came after it was copied. Null before there is a file.
 */
async function placeOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null)
  return found ? `${hostname()}:${found.ino}` : null
}

async function knownHere(path: string): Promise<Known> {
  const known = await readLedger(path)
  if (known.place !== (await placeOf(path))) known.databases.clear()
  return known
}
