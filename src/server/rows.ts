import type { AcceptedChange } from '../shared/changes/change.ts'
import { fold } from '../shared/changes/fold.ts'
import { keyOf, type Row, type RowKey } from '../shared/changes/row.ts'
import { definitionOf, type RecordName } from '../shared/records/index.ts'
import { belongs } from '../shared/rules/belongs.ts'
import type { Author } from './judge.ts'
import { bodiesFrom, jsonColumn, plainColumn, sureColumn } from './columns.ts'
import { dropPieces } from './files/pieces.ts'
import { asServer, writeFor } from './secondLock.ts'
import { breathe, InOrder } from './sql/inOrder.ts'
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

/** What stands in the way of changes before they are folded in: the rows they touch, and by whom their people are known. */
export interface Standing {
  rows: Map<RowKey, Kept>
  links: Links
}

/** Reads it. The caller holds the team's lock, or has asked for it on this connection before. */
export async function readStanding(tx: Transaction, team: string, changes: readonly Touching[]): Promise<Standing> {
  const rows = await readRows(tx, team, changes)
  return { rows, links: await readLinks(tx, team, rows, changes) }
}

/** What a change says of what it touches. */
type Touching = Pick<AcceptedChange, 'record' | 'row' | 'fields'>

/**
 * Folds accepted changes into the current rows: one read for all authors, one write for each, under their reach (SPEC SY5). The
 * caller holds the team's lock. @param parts in order of revision @param first begins to write what must stand before the rows of a part
 * @param standing what is there already, where somebody has read it before: of these changes, and perhaps of more
 */
export async function foldInto<Part extends { author?: Author; changes: readonly AcceptedChange[] }>(
  tx: Transaction,
  team: string,
  parts: readonly Part[],
  first: (part: Part) => Promise<void>,
  standing?: Standing,
): Promise<void> {
  const { rows, links } =
    standing ??
    (await readStanding(
      tx,
      team,
      parts.flatMap((one) => one.changes),
    ))
  const there = new Set(rows.keys())
  const moved: Kept[] = []
  const writing = new InOrder()
  for (const part of parts) {
    writing.add(first(part)) // the database works on it while its rows are folded
    const { author, changes } = part
    const settled = foldPart(rows, changes, moved)
    if (author) writing.add(writeFor(tx, author))
    writing.add(linkPersons(tx, team, settled, links))
    writing.add(addOrWrite(tx, team, settled, there))
    writing.add(dropPieces(tx, team, destroyedIn(settled)))
    await breathe()
  }
  await writing.done()
  await moveDependants(tx, team, moved)
}

/** The pictures and films of which a row says that their file is destroyed. */
function destroyedIn(settled: readonly Kept[]): string[] {
  return settled.flatMap(({ row }) => (row.record === 'media' && row.fields['removedAt'] ? [row.id] : []))
}

/** Folds one author's changes. Answers the rows they touch, as they are then. */
function foldPart(rows: Map<RowKey, Kept>, changes: readonly AcceptedChange[], moved: Kept[]): Kept[] {
  for (const change of changes) foldOne(rows, change)
  const touched = [...new Set(changes.map((change) => keyOf(change.record, change.row)))]
  const settled = touched.map((key) => settle(rows, rows.get(key) as Kept, moved))
  for (const one of settled) rows.set(keyOf(one.row.record, one.row.id), one)
  return settled
}

/** By which group a person is known, "group/person", and until which day (migration 0012). */
type Links = Map<string, string>

const forEver = '9999-12-31'

/** Writes down by which groups a person is known, for sight and for the lock in the database. @param known grows */
async function linkPersons(tx: Transaction, team: string, all: readonly Kept[], known: Links): Promise<void> {
  const news = [...linksOf(all)].filter(([link, until]) => !(known.has(link) && until <= (known.get(link) ?? '')))
  if (news.length === 0) return
  for (const [link, until] of news) known.set(link, until)
  const [groups, persons] = [0, 1].map((part) => news.map(([link]) => link.split('/')[part] ?? ''))
  await tx.again(
    `insert into person_link (team, group_id, person_id, until)
     select $1::uuid, group_id, person_id, until from unnest($2::uuid[], $3::uuid[], $4::text[]) as w(group_id, person_id, until) ${laterWins}`,
    [team, groups, persons, news.map(([, until]) => until)],
  )
}

const laterWins = `on conflict (team, group_id, person_id) do update set until = excluded.until where person_link.until < excluded.until`

/** The links that rows make. */
function linksOf(all: readonly Kept[]): Links {
  const links: Links = new Map()
  for (const {
    row: { record },
    place: { group, person, day },
  } of all) {
    if ((record !== 'membership' && record !== 'signIn') || !group || !person) continue
    const [link, until] = [`${group}/${person}`, record === 'membership' ? forEver : (day ?? '')]
    if (until >= (links.get(link) ?? '')) links.set(link, until)
  }
  return links
}

/** Links that there are already: most sign-ins make no new one. */
async function readLinks(tx: Transaction, team: string, rows: ReadonlyMap<RowKey, Kept>, changes: readonly Touching[]): Promise<Links> {
  const named = changes
    .flatMap(({ record, fields }) => (record === 'membership' || record === 'signIn' ? (fields['personId'] ?? []) : []))
    .filter((one): one is string => typeof one === 'string')
  const persons = new Set([...named, ...[...rows.values()].flatMap(({ place }) => place.person ?? [])])
  if (persons.size === 0) return new Map()
  const found = await tx.query<{ link: string; until: string }>(
    `select group_id || '/' || person_id as link, until from person_link where team = $1 and person_id = any($2::uuid[])`,
    [team, plainColumn([...persons])],
  )
  return new Map(found.map((one) => [one.link, one.until]))
}

/** Makes a team's links again from its rows. */
export async function linkAgain(tx: Transaction, team: string): Promise<void> {
  await tx.query(linksFrom('record_row where team = $1'), [team])
}

/** Writes the links that these rows make. @param rows a table with its condition */
function linksFrom(rows: string): string {
  return `insert into person_link (team, group_id, person_id, until)
    select $1::uuid, group_id, person_id, max(case when record = 'membership' then '${forEver}' else coalesce(day, '') end)
    from ${rows} and record in ('membership', 'signIn') and group_id is not null and person_id is not null
    group by group_id, person_id ${laterWins}`
}

/** Folds one change into what is known of its row. */
export function foldOne(rows: Map<RowKey, Kept>, change: AcceptedChange): void {
  const key = keyOf(change.record, change.row)
  const before = rows.get(key)
  rows.set(key, {
    row: fold(before?.row, change),
    place: before?.place ?? nowhere,
    linked: before?.linked ?? 0,
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
async function readRows(tx: Transaction, team: string, changes: readonly Touching[]): Promise<Map<RowKey, Kept>> {
  const rows = new Map<RowKey, Kept>()
  const read = async (keys: ReadonlySet<RowKey>) => {
    for (const one of await readByKey(tx, team, [...keys])) rows.set(keyOf(one.body.record, one.body.id), keptOf(one))
  }
  const wanted = new Set(changes.map((change) => keyOf(change.record, change.row)))
  for (const { fields } of changes)
    for (const id of [fields['sessionId'], fields['aboutId']]) if (typeof id === 'string') wanted.add(keyOf('session', id))
  await read(wanted)
  const sessions = [...rows.values()].flatMap(({ place }) => (place.session ? [keyOf('session', place.session)] : []))
  const missing = new Set(sessions.filter((key) => !wanted.has(key)))
  if (missing.size > 0) await read(missing)
  return rows
}

/** `offset 0` keeps the planner to one look into the index for each key: it would rather read the whole team's rows. */
function readByKey(tx: Transaction, team: string, keys: readonly RowKey[]): Promise<FoundRow[]> {
  const [records, ids] = [0, 1].map((part) => plainColumn(keys.map((key) => key.split('/')[part] ?? '')))
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

/**
 * Writes an author's rows. Under the team's lock nobody else adds any, so those that were not there are added without asking again
 * whether they are: most of a crowd's. @param there grows
 */
async function addOrWrite(tx: Transaction, team: string, all: readonly Kept[], there: Set<RowKey>): Promise<void> {
  const isThere = all.map(({ row }) => there.has(keyOf(row.record, row.id)))
  const [old, fresh] = [true, false].map((want) => all.filter((_, at) => isThere[at] === want)) as [Kept[], Kept[]]
  for (const { row } of fresh) there.add(keyOf(row.record, row.id))
  const writing = [...(fresh.length > 0 ? [put(tx, team, fresh, '')] : []), ...(old.length > 0 ? [writeRows(tx, team, old)] : [])]
  await Promise.all(writing)
}

/** Writes rows as they are, over what is there. */
export function writeRows(tx: Transaction, team: string, all: readonly Kept[]): Promise<void> {
  return put(tx, team, all, overWhatIsThere)
}

const overWhatIsThere = `on conflict (team, record, id) do update set body = excluded.body, revision = excluded.revision,
  linked = excluded.linked, group_id = excluded.group_id, session_id = excluded.session_id,
  person_id = excluded.person_id, day = excluded.day`

async function put(tx: Transaction, team: string, all: readonly Kept[], where: '' | typeof overWhatIsThere): Promise<void> {
  const column = (of: (kept: Kept) => string | number | null) => sureColumn(all.map(of))
  await tx.again(
    `insert into record_row (team, record, id, body, revision, linked, group_id, session_id, person_id, day)
     select $1::uuid, record, id, body::jsonb, revision, linked, group_id, session_id, person_id, day
     from unnest($2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], ${bodiesFrom('$10')})
       as w(record, id, revision, linked, group_id, session_id, person_id, day, body) ${where}`,
    [
      team,
      plainColumn(all.map((one) => one.row.record)),
      column((one) => one.row.id),
      column((one) => one.revision),
      column((one) => one.linked),
      column((one) => one.place.group),
      column((one) => one.place.session),
      column((one) => one.place.person),
      plainColumn(all.map((one) => one.place.day)),
      jsonColumn(all.map((one) => JSON.stringify(one.row))),
    ],
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
    `with moved as (
       update record_row r set group_id = s.group_id, day = s.day, linked = s.linked,
         revision = greatest(r.revision, s.linked)
       from jsonb_to_recordset($2::jsonb) as s(id uuid, group_id uuid, day text, linked bigint)
       where r.team = $1 and r.session_id = any($3::uuid[]) and r.session_id = s.id
         and (r.group_id is distinct from s.group_id or r.day is distinct from s.day)
       returning r.record, r.group_id, r.person_id, r.day
     )
     ${linksFrom('moved where true')}`,
    [team, JSON.stringify(lines), sessions.map(({ row }) => row.id)],
  )
}
