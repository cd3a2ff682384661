import type { AcceptedChange } from '../shared/changes/change.ts'
import { fold } from '../shared/changes/fold.ts'
import { keyOf, type Row, type RowKey } from '../shared/changes/row.ts'
import { definitionOf, type RecordName } from '../shared/records/index.ts'
import { belongs } from '../shared/rules/belongs.ts'
import { asServer } from './secondLock.ts'
import type { Transaction } from './sql/sql.ts'

/** Where a row belongs, worked out from its fields: for sight and for reports. */
export interface Place {
  group: string | null
  session: string | null
  person: string | null
  /** The day of its session, "2026-10-22". */
  day: string | null
}

/** A row as it is kept. */
export interface Kept {
  row: Row
  place: Place
  /** Revision at which it, or its place, last changed. */
  revision: number
  /** Revision at which its place last changed. */
  linked: number
}

const nowhere: Place = { group: null, session: null, person: null, day: null }

/**
 * Folds accepted changes into the current rows: one read, one write (SPEC SY5). The caller holds the team's lock.
 * @param changes in order of revision
 */
export async function foldInto(tx: Transaction, team: string, changes: readonly AcceptedChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = await readRows(tx, team, changes)
  const moved: Kept[] = []
  for (const change of changes) foldOne(rows, change)
  const touched = [...new Set(changes.map((change) => keyOf(change.record, change.row)))]
  const settled = touched.map((key) => settle(rows, rows.get(key) as Kept, moved))
  await linkPersons(tx, team, settled)
  await writeRows(tx, team, settled)
  await moveDependants(tx, team, moved)
}

/** Writes down by which groups a person is known, for the lock in the database. */
async function linkPersons(tx: Transaction, team: string, all: readonly Kept[]): Promise<void> {
  const links = all.filter(({ row, place }) => (row.record === 'membership' || row.record === 'signIn') && place.group && place.person)
  if (links.length === 0) return
  await tx.query(
    `insert into person_link (team, group_id, person_id)
     select distinct $1::uuid, group_id, person_id from unnest($2::uuid[], $3::uuid[]) as w(group_id, person_id) on conflict do nothing`,
    [team, links.map(({ place }) => place.group), links.map(({ place }) => place.person)])
}

/** Makes a team's links again from its rows. @param sessions only of what hangs on these */
export async function linkAgain(tx: Transaction, team: string, sessions: readonly string[] | null = null): Promise<void> {
  await tx.query(
    `insert into person_link (team, group_id, person_id) select distinct team, group_id, person_id from record_row
     where team = $1 and record in ('membership', 'signIn') and group_id is not null and person_id is not null
       and ($2::uuid[] is null or session_id = any($2::uuid[])) on conflict do nothing`, [team, sessions])
}

/** Folds one change into what is known of its row. */
export function foldOne(rows: Map<RowKey, Kept>, change: AcceptedChange): void {
  const key = keyOf(change.record, change.row)
  const before = rows.get(key)
  rows.set(key, {
    row: fold(before?.row, change), place: before?.place ?? nowhere, linked: before?.linked ?? 0,
    revision: change.revision,
  })
}

/** Works out the place again; a session that moved is noted, because what hangs on it moves too. */
function settle(rows: ReadonlyMap<RowKey, Kept>, kept: Kept, moved: Kept[]): Kept {
  const place = placeOf(rows, kept.row)
  if (samePlace(place, kept.place) && kept.linked > 0) return kept
  const now = { ...kept, place, linked: kept.revision }
  if (kept.row.record === 'session') moved.push(now)
  return now
}

/** Where a row belongs: by what it says, and by its session. */
export function placeOf(rows: ReadonlyMap<RowKey, Kept>, row: Row): Place {
  const said = placeSaid(row)
  const session = said.session ? rows.get(keyOf('session', said.session))?.row : undefined
  return session ? { ...said, group: textIn(session, 'groupId'), day: textIn(session, 'date') } : said
}

/** What a row says of its place by itself. */
function placeSaid(row: Row): Place {
  if (!definitionOf(row.record)) return nowhere
  const { group, session, person, day } = belongs[row.record as RecordName]
  return { group: textIn(row, group), session: textIn(row, session), person: textIn(row, person), day: textIn(row, day) }
}

function textIn(row: Row, field: string | undefined): string | null {
  const value = field === undefined ? undefined : row.fields[field]
  return typeof value === 'string' ? value : null
}

/** Whether two places are one. */
export function samePlace(a: Place, b: Place): boolean {
  return a.group === b.group && a.session === b.session && a.person === b.person && a.day === b.day
}

/** A row as its table holds it. */
export interface FoundRow {
  body: Row
  revision: number
  linked: number
  group_id: string | null
  session_id: string | null
  person_id: string | null
  day: string | null
}

/** The rows that the changes touch, and the sessions that these hang on. */
async function readRows(tx: Transaction, team: string, changes: readonly AcceptedChange[]): Promise<Map<RowKey, Kept>> {
  const rows = new Map<RowKey, Kept>()
  const read = async (keys: ReadonlySet<RowKey>) => {
    for (const one of await readByKey(tx, team, [...keys])) rows.set(keyOf(one.body.record, one.body.id), keptOf(one))
  }
  const wanted = new Set(changes.map((change) => keyOf(change.record, change.row)))
  for (const { fields } of changes) for (const id of [fields['sessionId'], fields['aboutId']]) if (typeof id === 'string') wanted.add(keyOf('session', id))
  await read(wanted)
  const sessions = [...rows.values()].flatMap(({ place }) => (place.session ? [keyOf('session', place.session)] : []))
  const missing = new Set(sessions.filter((key) => !wanted.has(key)))
  if (missing.size > 0) await read(missing)
  return rows
}

/** `offset 0` keeps the planner to one look into the index for each key: it would rather read the whole team's rows. */
function readByKey(tx: Transaction, team: string, keys: readonly RowKey[]): Promise<FoundRow[]> {
  const [records, ids] = [0, 1].map((part) => keys.map((key) => key.split('/')[part]))
  return tx.query<FoundRow>(
    `select r.body, r.revision, r.linked, r.group_id, r.session_id, r.person_id, r.day
     from unnest($2::text[], $3::uuid[]) as w(record, id)
     cross join lateral (select * from record_row where team = $1 and record = w.record and id = w.id offset 0) r`,
    [team, records, ids],
  )
}

/** What is kept, as it lies in the table. */
export function keptOf(found: FoundRow): Kept {
  const place = { group: found.group_id, session: found.session_id, person: found.person_id, day: found.day }
  return { row: found.body, place, revision: found.revision, linked: found.linked }
}

/** Writes rows as they are, over what is there. */
export async function writeRows(tx: Transaction, team: string, all: readonly Kept[]): Promise<void> {
  const lines = all.map(({ row, place, revision, linked }) => ({
    record: row.record, id: row.id, body: row, revision, linked,
    group_id: place.group, session_id: place.session, person_id: place.person, day: place.day,
  }))
  await tx.query(
    `insert into record_row (team, record, id, body, revision, linked, group_id, session_id, person_id, day)
     select $1::uuid, record, id, body, revision, linked, group_id, session_id, person_id, day
     from jsonb_to_recordset($2::jsonb) as w(record text, id uuid, body jsonb, revision bigint, linked bigint,
       group_id uuid, session_id uuid, person_id uuid, day text)
     on conflict (team, record, id) do update set body = excluded.body, revision = excluded.revision,
       linked = excluded.linked, group_id = excluded.group_id, session_id = excluded.session_id,
       person_id = excluded.person_id, day = excluded.day`,
    [team, JSON.stringify(lines)],
  )
}

/**
 * What was written before its session came, or before the session got its group, follows it (a void may come first).
 * By the list of ids the index is used, whatever the planner thinks of a table that has just grown.
 */
async function moveDependants(tx: Transaction, team: string, sessions: readonly Kept[]): Promise<void> {
  if (sessions.length === 0) return
  await asServer(tx, () => follow(tx, team, sessions)) // whoever's they are
}

async function follow(tx: Transaction, team: string, sessions: readonly Kept[]): Promise<void> {
  const lines = sessions.map(({ row, place: { group, day }, linked }) => ({ id: row.id, group_id: group, day, linked }))
  await tx.query(
    `update record_row r set group_id = s.group_id, day = s.day, linked = s.linked,
       revision = greatest(r.revision, s.linked)
     from jsonb_to_recordset($2::jsonb) as s(id uuid, group_id uuid, day text, linked bigint)
     where r.team = $1 and r.session_id = any($3::uuid[]) and r.session_id = s.id
       and (r.group_id is distinct from s.group_id or r.day is distinct from s.day)`,
    [team, JSON.stringify(lines), sessions.map(({ row }) => row.id)],
  )
  await linkAgain(tx, team, sessions.map(({ row }) => row.id))
}
