import type { PublicGroup } from '../../shared/openData/facts.ts'
import type { FeedItem } from '../../shared/openData/openActive.ts'
import type { PublicSession } from '../../shared/openData/sessions.ts'
import { dateOf, type PlainDate } from '../../shared/std/dates.ts'
import { canonical } from '../hash.ts'
import type { Transaction } from '../sql/sql.ts'
import { readTold, tellsAnything, type Told } from './told.ts'

/** A thing of the feed, and how often it was told otherwise. */
export type KeptItem = FeedItem & { edition: number }

/** Where a team's feed stands: the highest number of a change in it, and up to what it was told. */
interface Head {
  number: number
  revision: number
  day: PlainDate
}

/** Withdrawn things are named for so long: RPDE asks for a week. */
const keptMs = 60 * 86_400_000

const toldRecords = `('team', 'group', 'venue', 'service', 'session', 'colleague')`

/**
 * Brings what is told up to what the rows say, if any of them has changed or the day has; then it is written, once for each change and
 * not for each call. False for a team that tells nothing and never has.
 */
export async function bringUpToDate(tx: Transaction, team: string, nowMs: number): Promise<boolean> {
  const today = dateOf(new Date(nowMs).toISOString())
  const head = await readHead(tx, team)
  const revision = await newestTold(tx, team)
  if (head?.revision === revision && head.day === today) return true
  if (!head && !(await tellsAnything(tx, team)) && (await readItems(tx, team, 0, 1)).length === 0) return false
  await tellAgain(tx, team, today, nowMs)
  return true
}

/** One look into an index, however many rows there are (migration 0015). */
async function newestTold(tx: Transaction, team: string): Promise<number> {
  const [newest] = await tx.again<{ revision: number }>(newestStatement, [team])
  return newest?.revision ?? 0
}

/** Its condition is that of the index, word for word. */
export const newestStatement = `select revision from record_row where team = $1 and record in ${toldRecords} order by revision desc limit 1`

async function readHead(tx: Transaction, team: string, lock = ''): Promise<Head | undefined> {
  const [head] = await tx.again<Head>(`select revision, day, number from open_feed where team = $1 ${lock}`, [team])
  return head
}

/** Under the lock of the feed, so that two calls do not tell the same change twice. Rows that come meanwhile are told at the next call. */
async function tellAgain(tx: Transaction, team: string, today: PlainDate, nowMs: number): Promise<void> {
  await tx.query(`insert into open_feed (team, revision, day, number) values ($1, -1, '', 0) on conflict (team) do nothing`, [team])
  const head = (await readHead(tx, team, 'for update')) as Head
  const revision = await newestTold(tx, team)
  if (head.revision === revision && head.day === today) return
  const before = await readItems(tx, team, 0, null)
  const changed = changesIn(before, await readTold(tx, team, today), head.day === '')
  const first = Math.max(head.number + 1, (before.at(-1)?.number ?? 0) + 1, nowMs)
  await writeItems(tx, team, changed, first)
  const number = changed.length > 0 ? first + changed.length - 1 : head.number
  await tx.query('update open_feed set revision = $2, day = $3, number = $4 where team = $1', [team, revision, today, number])
  await tx.query('delete from open_item where team = $1 and number < $2 and data is null', [team, nowMs - keptMs])
}

type Changed = Pick<KeptItem, 'kind' | 'id' | 'edition'> & { data: PublicGroup | PublicSession | null }

/**
 * What is new, what is told otherwise than before, and what is gone. Groups come before their sessions.
 * @param all also what is as it was: after a restore readers may know later things, which are no longer so
 */
function changesIn(before: readonly KeptItem[], told: Told, all: boolean): Changed[] {
  const known = new Map(before.map((one) => [`${one.kind}/${one.id}`, one]))
  const now: Changed[] = [
    ...told.groups.map((data) => ({ kind: 'group' as const, id: data.id, edition: 0, data })),
    ...told.sessions.map((data) => ({ kind: 'session' as const, id: data.id, edition: 0, data })),
  ]
  const standing = new Set(now.map((one) => `${one.kind}/${one.id}`))
  const gone = before.filter((one) => (all || one.facts !== null) && !standing.has(`${one.kind}/${one.id}`))
  const changed = now.flatMap((one) => {
    const was = known.get(`${one.kind}/${one.id}`)
    if (!was) return [one]
    return !all && canonical(was.facts) === canonical(one.data) ? [] : [{ ...one, edition: was.edition + 1 }]
  })
  return [...changed, ...gone.map(({ kind, id, edition }) => ({ kind, id, edition: edition + 1, data: null }))]
}

/** Numbers them from `first` on, in their order. */
async function writeItems(tx: Transaction, team: string, changed: readonly Changed[], first: number): Promise<void> {
  if (changed.length === 0) return
  const lines = changed.map((one, at) => ({ ...one, number: first + at }))
  await tx.query(
    `insert into open_item (team, kind, id, number, edition, data)
     select $1::uuid, kind, id, number, edition, nullif(data, 'null'::jsonb)
     from jsonb_to_recordset($2::jsonb) as w(kind text, id uuid, number bigint, edition bigint, data jsonb)
     on conflict (team, kind, id) do update set number = excluded.number, edition = excluded.edition, data = excluded.data`,
    [team, JSON.stringify(lines)],
  )
}

/** Things of the feed after a number, in their order. @param most no more than so many; null: all */
export async function readItems(tx: Transaction, team: string, after: number, most: number | null): Promise<KeptItem[]> {
  const found = await tx.again<{ kind: KeptItem['kind']; id: string; number: number; edition: number; data: unknown }>(itemsStatement, [
    team,
    after,
    most,
  ])
  return found.map(({ data, ...one }) => ({ ...one, facts: data }) as KeptItem)
}

export const itemsStatement = `select kind, id, number, edition, data from open_item where team = $1 and number > $2 order by number limit $3::bigint`

/** What stands now: published groups with their coming sessions. */
export async function readStanding(tx: Transaction, team: string): Promise<Standing> {
  const all = await readItems(tx, team, 0, null)
  const groups = all.flatMap((one) => (one.kind === 'group' && one.facts ? [{ facts: one.facts, number: one.number, edition: one.edition }] : []))
  const sessions = all.flatMap((one) => (one.kind === 'session' && one.facts ? [{ facts: one.facts, number: one.number, edition: one.edition }] : []))
  return {
    groups: groups.sort((a, b) => inOrder([a.facts.name, a.facts.id], [b.facts.name, b.facts.id])),
    sessions: sessions.sort((a, b) => inOrder([a.facts.date, a.facts.start, a.facts.id], [b.facts.date, b.facts.start, b.facts.id])),
  }
}

/** Sorted: groups by name, sessions by date and start. */
export interface Standing {
  groups: { facts: PublicGroup; number: number; edition: number }[]
  sessions: { facts: PublicSession; number: number; edition: number }[]
}

function inOrder(a: readonly string[], b: readonly string[]): number {
  return a.join('|') < b.join('|') ? -1 : 1
}
