import type { AcceptedChange } from '../shared/changes/change.ts'
import { fold } from '../shared/changes/fold.ts'
import { keyOf, type Row, type RowKey } from '../shared/changes/row.ts'
import { definitionOf, type RecordName } from '../shared/records/index.ts'
import type { Transaction } from './sql/sql.ts'

/** Where a row belongs, worked out from its fields: for sight and for reports. */
interface Place {
  group: string | null
  session: string | null
  person: string | null
  /** The day of its session, "2026-10-22". */
  day: string | null
}

/** A row as it is kept. */
interface Kept {
  row: Row
  place: Place
  /** Revision at which it, or its place, last changed. */
  revision: number
  /** Revision at which its place last changed. */
  linked: number
}

const nowhere: Place = { group: null, session: null, person: null, day: null }

/** Where each record says what it belongs to. A record without an answer does not compile. */
const placeSaid: Record<RecordName, (field: (name: string) => string | null) => Partial<Place>> = {
  team: () => ({}), colleague: () => ({}), device: () => ({}), venue: () => ({}), group: () => ({}), person: () => ({}),
  membership: (field) => ({ group: field('groupId'), person: field('personId') }),
  session: (field) => ({ group: field('groupId'), day: field('date') }),
  signIn: (field) => ({ session: field('sessionId'), person: field('personId') }),
  headCount: (field) => ({ session: field('sessionId') }),
  emergencyContact: (field) => ({ person: field('personId') }),
  companion: (field) => ({ session: field('sessionId') }),
  mark: (field) => ({ session: field('sessionId'), person: field('personId') }),
  told: (field) => ({ session: field('sessionId'), person: field('personId') }),
  declaration: (field) => ({ person: field('personId') }),
  incident: (field) => ({ session: field('sessionId') }),
  concern: () => ({}),
  duty: (field) => ({ session: field('sessionId') }),
  card: (field) => ({ person: field('personId') }),
  attention: (field) => ({ session: field('sessionId') }),
  feeling: (field) => ({ session: field('sessionId') }),
  reveal: (field) => ({ session: field('sessionId') }),
  taking: (field) => ({ session: field('sessionId') }),
  sheet: (field) => ({ session: field('sessionId') }),
  note: (field) => ({ session: field('aboutId'), person: field('aboutId') }), // one of the two; ids never meet by chance
}

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
  await writeRows(tx, team, settled)
  await moveDependants(tx, team, moved)
}

function foldOne(rows: Map<RowKey, Kept>, change: AcceptedChange): void {
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

function placeOf(rows: ReadonlyMap<RowKey, Kept>, row: Row): Place {
  const say = definitionOf(row.record) ? placeSaid[row.record as RecordName] : () => ({})
  const said: Place = { ...nowhere, ...say((name) => textIn(row, name)) }
  const session = said.session ? rows.get(keyOf('session', said.session))?.row : undefined
  return session ? { ...said, group: textIn(session, 'groupId'), day: textIn(session, 'date') } : said
}

function textIn(row: Row, field: string): string | null {
  const value = row.fields[field]
  return typeof value === 'string' ? value : null
}

function samePlace(a: Place, b: Place): boolean {
  return a.group === b.group && a.session === b.session && a.person === b.person && a.day === b.day
}

interface Found {
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
function readByKey(tx: Transaction, team: string, keys: readonly RowKey[]): Promise<Found[]> {
  const [records, ids] = [0, 1].map((part) => keys.map((key) => key.split('/')[part]))
  return tx.query<Found>(
    `select r.body, r.revision, r.linked, r.group_id, r.session_id, r.person_id, r.day
     from unnest($2::text[], $3::uuid[]) as w(record, id)
     cross join lateral (select * from record_row where team = $1 and record = w.record and id = w.id offset 0) r`,
    [team, records, ids],
  )
}

function keptOf(found: Found): Kept {
  const place = { group: found.group_id, session: found.session_id, person: found.person_id, day: found.day }
  return { row: found.body, place, revision: found.revision, linked: found.linked }
}

async function writeRows(tx: Transaction, team: string, all: readonly Kept[]): Promise<void> {
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
  const lines = sessions.map(({ row, place: { group, day }, linked }) => ({ id: row.id, group_id: group, day, linked }))
  await tx.query(
    `update record_row r set group_id = s.group_id, day = s.day, linked = s.linked,
       revision = greatest(r.revision, s.linked)
     from jsonb_to_recordset($2::jsonb) as s(id uuid, group_id uuid, day text, linked bigint)
     where r.team = $1 and r.session_id = any($3::uuid[]) and r.session_id = s.id
       and (r.group_id is distinct from s.group_id or r.day is distinct from s.day)`,
    [team, JSON.stringify(lines), sessions.map(({ row }) => row.id)],
  )
}
