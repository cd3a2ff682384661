import type { AcceptedChange, Change } from '../shared/changes/change.ts'
import type { Stamp } from '../shared/std/stamp.ts'
import { mostChanges, zeroChain } from '../shared/sync/protocol.ts'
import type { Head } from './append.ts'
import { changeFor, makesKnown, recordsOfNeighbours, recordsOfPersons, withinSight, type Bind, type Sight } from './sight.ts'
import type { Transaction } from './sql/sql.ts'

/** One page of others' changes, and the bookmark after it. */
export interface Page {
  changes: AcceptedChange[]
  revision: number
  chain: string
  more: boolean
}

/**
 * A revision that no index is asked for: only a row's own changes are looked at. The planner knows a log that has just grown by what
 * it was a minute ago; it took all changes since for a handful and looked through them for every row, 4 s for the first of a crowd.
 */
const byRow = '(revision + 0)'

/** Who reads, from where, up to where. */
export interface Reading {
  team: string
  device: string
  /** Numbers of the device up to which it has nothing of its own: its store was lost. */
  writtenBefore: number
  sight: Sight
  after: number
  head: Head
}

interface Line {
  revision: number
  chain: string
  effective: Stamp
  body: Change
  /** The group of its row. */
  group: string | null
}

/**
 * Others' changes after the bookmark that are within sight, in order of revision (SPEC SY10); and, when one of them lets
 * the device see something it could not see before (a known person joins its group), the older changes of that too.
 */
export async function readPage(tx: Transaction, reading: Reading): Promise<Page> {
  const lines = await readAfter(tx, reading, mostChanges + 1)
  const full = lines.length > mostChanges
  const changes = full ? lines.slice(0, mostChanges) : lines
  const last = full ? changes.at(-1) : undefined
  const upTo = last ?? { revision: reading.head.revision, chain: reading.head.chain }
  const older = reading.sight.groups === null ? [] : await readOlder(tx, reading, upTo.revision)
  const told = [...older, ...changes].flatMap((line) => changeFor(reading.sight, acceptedOf(line), line.group) ?? [])
  return { changes: told, revision: upTo.revision, chain: upTo.chain, more: full }
}

function acceptedOf(line: Line): AcceptedChange {
  return { ...line.body, revision: line.revision, effective: line.effective }
}

function readAfter(tx: Transaction, reading: Reading, most: number): Promise<Line[]> {
  return reading.sight.groups === null ? readAlong(tx, reading, most) : readOfGroups(tx, reading, reading.sight.groups, most)
}

/** For those who see every group: along the log, of which they want nearly all. */
function readAlong(tx: Transaction, { team, device, writtenBefore, sight, after, head }: Reading, most: number): Promise<Line[]> {
  const { values, bind } = binder([team, after, head.revision, device, most])
  return tx.query<Line>(
    `select l.revision, l.chain, l.effective, l.body, r.group_id as "group"
     from change_log l join record_row r on r.team = l.team and r.record = l.record and r.id = l.row_id
     where l.team = $1 and l.revision > $2 and l.revision <= $3 and (l.device <> $4 or l.sequence <= ${bind(writtenBefore)})
       and ${withinSight('r', sight, bind)}
     order by l.revision limit $5`,
    values,
  )
}

/**
 * For those who see some groups: from the rows that changed since. Along the log it was one look at each change of every
 * group, for every laptop after every batch of anybody. The three parts have no row in common.
 */
function readOfGroups(
  tx: Transaction,
  { team, device, writtenBefore, sight, after, head }: Reading,
  groups: readonly string[],
  most: number,
): Promise<Line[]> {
  const { values, bind } = binder([team, after, head.revision, device, most])
  const [own, before] = [`any(${bind(groups)}::uuid[])`, bind(writtenBefore)]
  return tx.query<Line>(
    `select l.revision, l.chain, l.effective, l.body, r.group_id as "group"
     from (
       select * from record_row where team = $1 and group_id = ${own} and revision > $2
       union all select * from record_row where team = $1 and group_id is null and revision > $2
       union all select * from record_row where team = $1 and group_id is not null and not group_id = ${own}
         and record in (${recordsOfNeighbours}) and day >= ${bind(sight.near)} and revision > $2
     ) r
     cross join lateral (
       select * from change_log where team = $1 and record = r.record and row_id = r.id and ${byRow} > $2 and ${byRow} <= $3
         and (device <> $4 or sequence <= ${before}) offset 0
     ) l
     where ${withinSight('r', sight, bind)}
     order by l.revision limit $5`,
    values,
  )
}

/**
 * Changes at or before the bookmark of rows that came into sight after it: rows that got their place since (in these groups, in others as
 * far as neighbours hear of them, or about a known person), and persons whose first link to these groups is new. Whoever wrote them: the laptop may have dropped its own long ago.
 */
function readOlder(tx: Transaction, { team, sight, after }: Reading, upTo: number): Promise<Line[]> {
  const { values, bind } = binder([team, after, upTo])
  const groups = `any(${bind(sight.groups)}::uuid[])`
  const since = bind(sight.since)
  return tx.query<Line>(
    `with came as materialized (
       select r.record, r.id, r.person_id, ${makesKnown('r', since)} as link from record_row r
       where r.team = $1 and r.revision > $2 and r.linked > $2 and r.linked <= $3 and r.group_id = ${groups}
     ), met as (
       select c.person_id from (select distinct person_id from came where link and person_id is not null) c
       where not exists (
         select 1 from record_row k where k.team = $1 and k.person_id = c.person_id and k.group_id = ${groups}
           and k.linked <= $2 and ${makesKnown('k', since)})
     ), rows_wanted as (
       select record, id from came
       union select r.record, r.id from record_row r
         where r.team = $1 and r.revision > $2 and r.linked > $2 and r.linked <= $3 and r.group_id is not null and not r.group_id = ${groups}
           and r.record in (${recordsOfNeighbours}) and r.day >= ${bind(sight.near)}
       union select r.record, r.id from record_row r
         where r.team = $1 and r.revision > $2 and r.linked > $2 and r.linked <= $3 and r.record in (${recordsOfPersons})
       union select 'person', person_id from met
       union select r.record, r.id from record_row r join met on r.person_id = met.person_id
         where r.team = $1 and r.record in (${recordsOfPersons})
     )
     select l.revision, l.chain, l.effective, l.body, r.group_id as "group"
     from rows_wanted w
     cross join lateral (
       select * from record_row where team = $1 and record = w.record and id = w.id offset 0
     ) r
     cross join lateral (
       select * from change_log where team = $1 and record = w.record and row_id = w.id and ${byRow} <= $2 offset 0
     ) l
     where ${withinSight('r', sight, bind)}
     order by l.revision`,
    values,
  )
}

/** Collects the values of a statement as they are named in its text. */
export function binder(first: readonly unknown[]): { values: unknown[]; bind: Bind } {
  const values = [...first]
  return { values, bind: (value) => `$${values.push(value)}` }
}

/** The chain at a revision, or undefined where the log does not reach. */
export async function chainAt(tx: Transaction, team: string, revision: number): Promise<string | undefined> {
  return (await chainsAt(tx, team, [revision])).get(revision)
}

/** The chains at these revisions, of those that the log reaches. */
export async function chainsAt(tx: Transaction, team: string, revisions: readonly number[]): Promise<Map<number, string>> {
  const chains = new Map([[0, zeroChain]])
  const asked = revisions.filter((one) => one !== 0)
  if (asked.length === 0) return chains
  const found = await tx.query<{ revision: number; chain: string }>(
    'select revision, chain from change_log where team = $1 and revision = any($2::bigint[])',
    [team, asked],
  )
  for (const { revision, chain } of found) chains.set(revision, chain)
  return chains
}
