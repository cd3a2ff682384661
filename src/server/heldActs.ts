import type { Change, Json } from '../shared/changes/change.ts'
import { readStamp } from '../shared/std/stamp.ts'
import { actsOnPage, changesOfAct, type OfficeAct, type OfficeChange } from '../shared/sync/office.ts'
import type { Role } from '../shared/records/colleague.ts'
import type { Device } from './auth.ts'
import { judgeOnWord } from './held.ts'
import type { Judged } from './judge.ts'
import { allowedFields } from './sight.ts'
import type { Transaction } from './sql/sql.ts'

/** A body longer than this is no change of ours and is not read: a page of the longest would fill the memory. Characters. */
const longestBody = 20_000

/** A page of what is held, act by act, the oldest first, as this lead may see it. */
export interface HeldPage {
  acts: OfficeAct[]
  actCount: number
  next?: string
}

interface Line {
  key: string
  id: string
  device: string
  code: string
  at: string
  /** Null when it is too long. */
  body: string | null
  colleague: string
  role: Role | null
}

/** @param after token of the page before */
export async function heldPage(tx: Transaction, lead: Device, after: string | undefined): Promise<HeldPage> {
  const [ms, key] = placeIn(after)
  const found = await tx.query<{ key: string; ms: number; count: number; all: number }>(
    `with acts as (
       select coalesce(h.act, h.id) as key, floor(extract(epoch from min(h.at)) * 1000)::bigint as ms, count(*) as count
       from held h where h.team = $1 and h.settled_at is null and not ${isHidden} group by 1
     )
     select key, ms, count, (select count(*) from acts) as all from acts
     where (ms, key) > ($3::bigint, $4::uuid) order by ms, key limit ${actsOnPage + 1}`,
    [lead.team, lead.colleague, ms, key],
  )
  const shown = found.slice(0, actsOnPage)
  const lines = await linesOf(
    tx,
    lead.team,
    shown.map((one) => one.key),
  )
  const acts = shown.map((act) =>
    actOf(
      lead.team,
      lines.filter((line) => line.key === act.key),
      act.count,
    ),
  )
  const last = shown.at(-1)
  const actCount = found[0]?.all ?? (after === undefined ? 0 : await countOf(tx, lead))
  return { acts, actCount, ...(last && found.length > actsOnPage ? { next: `${last.ms}_${last.key}` } : {}) }
}

/** Whether a lead may see this held change, and so decide about it. One that is not there may not be seen either. */
export async function mayDecide(tx: Transaction, lead: Device, id: string): Promise<boolean> {
  const found = await tx.query(`select id from held h where h.team = $1 and h.id = $3 and h.settled_at is null and not ${isHidden}`, [
    lead.team,
    lead.colleague,
    id,
  ])
  return found.length === 1
}

function placeIn(after: string | undefined): [number, string] {
  const [, ms, key] = after?.match(/^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/) ?? []
  return ms && key ? [Number(ms), key] : [-1, '00000000-0000-0000-0000-000000000000']
}

async function countOf(tx: Transaction, lead: Device): Promise<number> {
  const [found] = await tx.query<{ n: number }>(
    `select count(distinct coalesce(h.act, h.id)) as n from held h
     where h.team = $1 and h.settled_at is null and not ${isHidden}`,
    [lead.team, lead.colleague],
  )
  return found?.n ?? 0
}

/**
 * The condition under which a held change is not for this lead: it, or something of the same act, is of a concern about
 * them (story 11). By the text of the bodies, so that one that cannot be read hides too; hiding too much is harmless.
 * $1 is the team, $2 the lead.
 */
const isHidden = `(coalesce(h.act, h.id) in (
  select coalesce(c.act, c.id) from held c where c.team = $1 and c.settled_at is null and c.body like '%"concern"%'
    and (c.body ~* ('"aboutColleagueId"\\s*:\\s*"' || $2 || '"') or exists (
      select 1 from record_row r where r.team = $1 and r.record = 'concern'
        and r.body #>> '{fields,aboutColleagueId}' = $2 and c.body ~* r.id::text))))`

/** What really stands against an act comes first, before what only waits with it. */
function linesOf(tx: Transaction, team: string, keys: readonly string[]): Promise<Line[]> {
  return tx.query<Line>(
    `with placed as (
       select h.*, coalesce(h.act, h.id) as key, row_number() over (
         partition by coalesce(h.act, h.id) order by h.code = 'withItsAct', h.sequence nulls last, h.id) as place
       from held h where h.team = $1 and h.settled_at is null and coalesce(h.act, h.id) = any($2::uuid[])
     )
     select p.key, p.id, p.device, p.code, p.at, case when length(p.body) <= ${longestBody} then p.body end as body,
       d.colleague, c.body #>> '{fields,role}' as role
     from placed p join device d on d.team = p.team and d.id = p.device
     left join record_row c on c.team = d.team and c.record = 'colleague' and c.id = d.colleague
     where p.place <= ${changesOfAct} order by p.key, p.place`,
    [team, keys],
  )
}

function actOf(team: string, lines: readonly Line[], count: number): OfficeAct {
  const [first] = lines
  if (!first) throw new Error('impossible: an act without a change')
  const read = lines
    .map((line) => ({ line, judged: judgedOf(team, line) }))
    .map(({ line, judged }) => ({ line, judged, change: judged?.change ?? null }))
  const stamps = read.flatMap(({ change }) => (change ? [readStamp(change.stamp).ms] : []))
  const at = new Date(Math.min(Date.parse(first.at), ...stamps)).toISOString() // a clock that is fast says nothing of tomorrow
  return {
    id: first.id,
    device: first.device,
    colleague: first.colleague,
    at,
    count,
    canLetIn: read.every(({ judged }) => judged?.code === null),
    changes: read.map(({ line, change }) => told(line, change)),
  }
}

/** Null when it is too long to be read. */
function judgedOf(team: string, { body, ...line }: Line): Judged | null {
  return body === null ? null : judgeOnWord(team, { ...line, body })
}

/** Only the fields that go to a lead's laptop: of a record or field that this server does not know, none. */
function told({ id, code }: Line, change: Change | null): OfficeChange {
  if (!change) return { id, code, command: null, record: null, row: null, fields: {} }
  const { command, record, row } = change
  const goes = allowedFields(record, 'lead')
  const fields: Record<string, Json> = Object.fromEntries(Object.entries(change.fields).filter(([name]) => goes.includes(name)))
  return { id, code, command, record, row, fields }
}
