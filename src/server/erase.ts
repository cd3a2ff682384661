import type { AcceptedChange, Change } from '../shared/changes/change.ts'
import type { Row } from '../shared/changes/row.ts'
import { definitionOf, recordNames, recordNow, type RecordName } from '../shared/records/index.ts'
import { belongs } from '../shared/rules/belongs.ts'
import { erasedChange, erasedRow, isOfErased, personFieldsOf } from '../shared/rules/erased.ts'
import { isObject } from '../shared/std/json.ts'
import { bodiesFrom, jsonColumn, plainColumn, sureColumn } from './columns.ts'
import { dropPieces } from './files/pieces.ts'
import { canonical } from './hash.ts'
import { keptOf, writeRows, type FoundRow } from './rows.ts'
import { asServer } from './secondLock.ts'
import type { Transaction } from './sql/sql.ts'

// Takes somebody's words out of rows, log and held changes (SPEC SY40), in the transaction that took in what calls for it: nobody is
// ever told what was blanked, and no backup sees one without the other.

/** Records whose rows name a person otherwise than by the column `person_id`. */
const namedOtherwise = recordNames.filter((name) => personFieldsOf(name).some((field) => field !== belongs[name].person))

/** Who was erased in this team: a look at an index, and for most teams nobody. */
export async function erasedPeople(tx: Transaction, team: string): Promise<ReadonlySet<string>> {
  const found = await tx.again<{ person: string | null }>(
    `select body #>> '{fields,personId}' as person from record_row where team = $1 and record = 'erasure'`,
    [team],
  )
  return new Set(found.flatMap(({ person }) => person ?? []))
}

/**
 * Of what was just taken in: erases whom it says, and what it says itself of somebody who was erased before. The caller holds the
 * team's lock.
 */
export async function eraseAfter(tx: Transaction, team: string, accepted: readonly AcceptedChange[], nowMs: number): Promise<void> {
  const people = await erasedPeople(tx, team)
  if (people.size === 0) return
  const fresh = accepted.flatMap(({ record, fields }) => (record === 'erasure' ? (fields['personId'] ?? []) : [])).map(String)
  await asServer(tx, async () => {
    const named = fresh.length > 0 ? await rowsNaming(tx, team, fresh) : []
    const written = await rowsWritten(tx, team, accepted)
    await eraseRows(tx, team, [...named, ...written], people, nowMs)
    if (fresh.length > 0) await eraseHeld(tx, team, people, nowMs)
    const nameless = written.filter(({ record, body }) => namesNobody(record, body.fields))
    if (nameless.length > 0) await eraseNameless(tx, team, nameless, await heldErased(tx, team), people, nowMs)
  })
}

type Found = FoundRow & { record: string; id: string }

const columns = 'r.record, r.id, r.body, r.revision, r.linked, r.group_id, r.session_id, r.person_id, r.day'

function rowsNaming(tx: Transaction, team: string, people: readonly string[]): Promise<Found[]> {
  return tx.query<Found>(
    `select ${columns} from record_row r where r.team = $1
     and (r.person_id = any($2::uuid[]) or (r.record = 'person' and r.id = any($2::uuid[])) or r.record = any($3::text[]))`,
    [team, plainColumn(people), plainColumn(namedOtherwise)],
  )
}

function rowsWritten(tx: Transaction, team: string, accepted: readonly Pick<Change, 'record' | 'row'>[]): Promise<Found[]> {
  return tx.query<Found>(
    `select ${columns} from record_row r join unnest($2::text[], $3::uuid[]) as w(record, id) on r.record = w.record and r.id = w.id
     where r.team = $1`,
    [team, plainColumn(accepted.map((one) => one.record)), plainColumn(accepted.map((one) => one.row))],
  )
}

async function eraseRows(tx: Transaction, team: string, found: readonly Found[], people: ReadonlySet<string>, nowMs: number): Promise<void> {
  const theirs = found.filter(({ record, id, body }) => isOfErased(record, id, body.fields, people))
  await blankRows(tx, team, theirs, nowMs)
}

async function blankRows(tx: Transaction, team: string, theirs: readonly Found[], nowMs: number): Promise<void> {
  const once = [...new Map(theirs.map((one) => [`${one.record}/${one.id}`, one])).values()]
  if (once.length === 0) return
  await eraseLog(tx, team, once, nowMs)
  await writeRows(
    tx,
    team,
    once.map((one) => ({ ...keptOf(one), row: erasedRow(one.body) })),
  )
  // with the row its key is gone, so nobody could open the file any more
  await dropPieces(
    tx,
    team,
    once.filter((one) => one.record === 'media').map((one) => one.id),
  )
}

/** Whether a row of a record of people says of none of them that it is theirs: its first change has not come, or is on hold. */
function namesNobody(record: string, fields: Row['fields']): boolean {
  const names = personFieldsOf(record)
  return names.length > 0 && names.every((name) => [fields[name] ?? []].flat().length === 0)
}

/**
 * Rows that say of nobody that they are theirs, while a held change of them does: why somebody was taken off again a register on which they
 * had not come to stand yet (the simulation, seed 1300166). Laptops find what is to be blanked by whom it names, and of these none can tell:
 * each of the team loads afresh.
 */
async function eraseNameless(
  tx: Transaction,
  team: string,
  nameless: readonly Found[],
  held: readonly ReadHeld[],
  people: ReadonlySet<string>,
  nowMs: number,
): Promise<void> {
  const said = new Map(held.map(({ record, change }) => [`${record}/${change.row}`, change.fields]))
  const theirs = nameless.filter(({ record, id, body }) => isOfErased(record, id, { ...said.get(`${record}/${id}`), ...body.fields }, people))
  const unlike = theirs.filter(({ body }) => canonical(erasedRow(body)) !== canonical(body))
  if (unlike.length === 0) return
  await blankRows(tx, team, unlike, nowMs)
  await tx.query('update team_head set nameless_erased = coalesce(nameless_erased, 0) + 1 where team = $1', [team])
}

/** What is on hold of those who were erased, as far as this server knows its record. Bodies keep whose they are. */
async function heldErased(tx: Transaction, team: string): Promise<ReadHeld[]> {
  const held = await tx.query<{ id: string; body: string }>('select id, body from held where team = $1 and erased_at is not null', [team])
  return held.flatMap((one) => readHeld(one) ?? []).filter((one) => one.record !== null)
}

/** The changes of these rows keep number, id, hash and link; only what they say goes. */
async function eraseLog(tx: Transaction, team: string, rows: readonly Found[], nowMs: number): Promise<void> {
  const lines = await tx.query<{ revision: number; body: Change }>(
    `select l.revision, l.body from change_log l join unnest($2::text[], $3::uuid[]) as w(record, id) on l.record = w.record and l.row_id = w.id
     where l.team = $1 and l.erased_at is null`,
    [team, plainColumn(rows.map((one) => one.record)), plainColumn(rows.map((one) => one.id))],
  )
  if (lines.length === 0) return
  await tx.query(`select set_config('gather.erasing', 'yes', true)`)
  await tx.query(
    `update change_log l set body = w.body::jsonb, erased_at = $2::timestamptz
     from unnest($3::bigint[], ${bodiesFrom('$4')}) as w(revision, body) where l.team = $1 and l.revision = w.revision`,
    [
      team,
      new Date(nowMs).toISOString(),
      sureColumn(lines.map((one) => one.revision)),
      jsonColumn(lines.map((one) => JSON.stringify(erasedChange(one.body)))),
    ],
  )
  await tx.query(`select set_config('gather.erasing', '', true)`)
}

/** Why such a change is closed; laptops know by this word that it is to be blanked there too. */
export const closedAsErased = 'erased'

/**
 * What is on hold of theirs is closed and blanked: nobody could let it in any more without bringing their words back. What others of the same
 * act wrote of other people stays on hold as it was.
 */
export async function eraseHeld(tx: Transaction, team: string, people: ReadonlySet<string>, nowMs: number): Promise<void> {
  const held = await tx.query<{ id: string; body: string }>('select id, body from held where team = $1 and erased_at is null', [team])
  if (held.length === 0) return
  const theirs = await heldOf(tx, team, held, people)
  for (const { id, change } of theirs) {
    await tx.query(
      `update held set body = $3, erased_at = $4::timestamptz, settled_at = coalesce(settled_at, $4::timestamptz),
         settled_by = coalesce(settled_by, (select (body #>> '{fields,byId}')::uuid from record_row
           where team = $1 and record = 'erasure' order by revision desc limit 1)), settled_because = $5, waits_for = null where team = $1 and id = $2`,
      [team, id, JSON.stringify(erasedChange(change)), new Date(nowMs).toISOString(), closedAsErased],
    )
  }
  const rows = await rowsWritten(
    tx,
    team,
    theirs.flatMap(({ record, change: { row } }) => (record === null ? [] : { record, row })),
  )
  const nameless = rows.filter(({ record, body }) => namesNobody(record, body.fields))
  await eraseNameless(tx, team, nameless, theirs, people, nowMs)
}

/** A held change as far as it can be read: of a record that this server knows, under the name of today, or of one that it does not. */
interface ReadHeld {
  id: string
  change: Change
  record: RecordName | null
}

/** Those held changes that are about them: by what they say, or by the row that they would change. */
async function heldOf(
  tx: Transaction,
  team: string,
  held: readonly { id: string; body: string }[],
  people: ReadonlySet<string>,
): Promise<ReadHeld[]> {
  const read = held.flatMap((one) => readHeld(one) ?? [])
  const known = read.filter((one) => one.record !== null)
  const rows = await tx.query<{ record: string; id: string; body: Row }>(
    `select r.record, r.id, r.body from record_row r join unnest($2::text[], $3::uuid[]) as w(record, id) on r.record = w.record and r.id = w.id
     where r.team = $1`,
    [team, plainColumn(known.map((one) => one.record)), plainColumn(known.map((one) => one.change.row))],
  )
  const fields = new Map(rows.map((one) => [`${one.record}/${one.id}`, one.body.fields]))
  return read.filter(({ record, change }) =>
    record === null
      ? namesAny(change, people)
      : isOfErased(record, change.row, { ...fields.get(`${record}/${change.row}`), ...change.fields }, people),
  )
}

/** Of a newer app's record it is not known which field says whose it is: one that names them anywhere is theirs. */
function namesAny({ row, fields }: Change, people: ReadonlySet<string>): boolean {
  return people.has(row) || Object.values(fields).some((value) => typeof value === 'string' && people.has(value))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Null where it has not even a record, a row and fields, or is nested deeper than the stack: it names nobody by an id. */
function readHeld({ id, body }: { id: string; body: string }): ReadHeld | null {
  try {
    const change = JSON.parse(body) as Partial<Change> | null
    if (!isObject(change) || typeof change.record !== 'string' || typeof change.row !== 'string' || !uuid.test(change.row)) return null
    if (!isObject(change.fields)) return null
    const now = recordNow(change.record)
    return { id, change: change as Change, record: definitionOf(now) ? (now as RecordName) : null }
  } catch {
    return null
  }
}
