import type { AcceptedChange, Change } from '../shared/changes/change.ts'
import type { Stamp } from '../shared/std/stamp.ts'
import { must } from '../shared/std/assert.ts'
import { bodiesFrom, jsonColumn, plainColumn, sureColumn } from './columns.ts'
import { linkAfter } from './hash.ts'
import { eraseAfter } from './erase.ts'
import type { Author } from './judge.ts'
import { foldInto, type Standing } from './rows.ts'
import type { Transaction } from './sql/sql.ts'

/** Where a team's order stands. */
export interface Head {
  revision: number
  chain: string
  durable: number
}

/** A change ready to be taken in. */
export interface Entry {
  change: Change
  /** Its JSON, where it was made before. */
  text?: string
  hash: string
  effective: Stamp
}

/** Reads where the team stands, without waiting for anyone. */
export async function readHead(tx: Transaction, team: string): Promise<Head> {
  const [head] = await tx.query<Head>('select revision, chain, durable from team_head where team = $1', [team])
  return must(head, 'team head')
}

/**
 * Locks the team's order until the commit: revisions are seen in the order they are given (SPEC SY9). Everything slow
 * comes before; taking the lock first made the server 2 to 4 times slower (sync-security 2.3).
 */
export async function lockHead(tx: Transaction, team: string): Promise<Head> {
  const [head] = await tx.query<Head>('select revision, chain, durable from team_head where team = $1 for update', [team])
  return must(head, 'team head')
}

/** What one author brings into the order. Without an author the server writes for itself, or for whom it was told before. */
export interface Part {
  author?: Author
  entries: readonly Entry[]
}

/** What was taken in, and where the order stands then. */
export interface Appended {
  head: Head
  accepted: AcceptedChange[]
}

/** Takes changes in: revisions without gaps, the chain, the log, the rows, the head. The caller holds the lock. */
export function append(tx: Transaction, team: string, head: Head, entries: readonly Entry[], nowMs: number): Promise<Appended> {
  return appendParts(tx, team, head, [{ entries }], nowMs)
}

/**
 * The same of several authors, one after the other: their rows are read together and written each under its own author's reach.
 * Throws what the database refused (secondLock.ts).
 */
export async function appendParts(
  tx: Transaction,
  team: string,
  head: Head,
  parts: readonly Part[],
  nowMs: number,
  standing?: Standing,
): Promise<Appended> {
  const all: { author?: Author; changes: AcceptedChange[]; lines: Line[] }[] = []
  let { revision, chain } = head
  for (const { author, entries } of parts) {
    const changes: AcceptedChange[] = []
    const lines: Line[] = []
    for (const entry of entries) {
      revision += 1
      chain = linkAfter(chain, entry.hash)
      lines.push({ ...entry, revision, chain })
      changes.push({ ...entry.change, revision, effective: entry.effective })
    }
    if (changes.length > 0) all.push({ ...(author ? { author } : {}), changes, lines })
  }
  if (all.length === 0) return { head, accepted: [] }
  await foldInto(tx, team, all, ({ lines }) => insertLog(tx, team, lines, nowMs), standing)
  await tx.query('update team_head set revision = $2, chain = $3 where team = $1', [team, revision, chain])
  const accepted = all.flatMap((one) => one.changes)
  await eraseAfter(tx, team, accepted, nowMs)
  return { head: { ...head, revision, chain }, accepted }
}

interface Line extends Entry {
  revision: number
  chain: string
}

async function insertLog(tx: Transaction, team: string, lines: readonly Line[], nowMs: number): Promise<void> {
  const column = (of: (line: Line) => string | number) => sureColumn(lines.map(of))
  await tx.again(
    `insert into change_log (team, revision, id, device, sequence, record, row_id, effective, received_at, hash, chain, body)
     select $1::uuid, revision, id, device, sequence, record, row_id, effective, $2::timestamptz, hash, chain, body::jsonb
     from unnest($3::bigint[], $4::uuid[], $5::uuid[], $6::bigint[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::text[],
       ${bodiesFrom('$12')}) as w(revision, id, device, sequence, record, row_id, effective, hash, chain, body)`,
    [
      team,
      new Date(nowMs).toISOString(),
      column((one) => one.revision),
      column((one) => one.change.id),
      column((one) => one.change.device),
      column((one) => one.change.sequence),
      plainColumn(lines.map((one) => one.change.record)),
      column((one) => one.change.row),
      column((one) => one.effective),
      column((one) => one.hash),
      column((one) => one.chain),
      jsonColumn(lines.map((one) => one.text ?? JSON.stringify(one.change))),
    ],
  )
}
