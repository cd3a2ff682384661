import type { Change, Json } from '../shared/changes/change.ts'
import { keyOf } from '../shared/changes/row.ts'
import type { RecordName } from '../shared/records/index.ts'
import { belongs } from '../shared/rules/belongs.ts'
import { writtenOnce } from '../shared/rules/policies.ts'
import type { HeldCode } from '../shared/sync/protocol.ts'
import { plainColumn } from './columns.ts'
import type { Author, Good, Judged } from './judge.ts'
import { aside, holdWholeActs } from './judge.ts'
import { groupsOfEach } from './sight.ts'
import type { Transaction } from './sql/sql.ts'

/** Why a change is not within reach, and the row it waits for where that has not come yet. */
export interface Fault {
  code: Extract<HeldCode, 'outOfReach' | 'notHereYet' | 'notAllowed'>
  waitsFor?: string
}

/** What is there of a row that a change touches. */
interface Present {
  group: string | null
  session: string | null
  person: string | null
  /** Names of its fields, for records that are written once. */
  fields: readonly string[]
}

/** How a person stands to the one who writes. `own`: written down by them, and known to nobody else. */
type Acquaintance = 'known' | 'own' | 'foreign'

/** Everything that decides whether these changes are within reach, as it stands and as the changes before them will leave it. */
export interface Reach {
  /** The groups of who writes; null where every group is theirs. */
  groups: readonly string[] | null
  rows: Map<string, Present>
  persons: Map<string, Acquaintance>
}

/** What one laptop brought, as it is judged so far. */
export interface Batch {
  author: Author
  judged: readonly Judged[]
}

/**
 * Holds what who sends may not write there: the same reach by which it is decided what they see (case S5). One act is let in or
 * held whole, and what follows in a batch is judged as if what was held had not been written. Each batch is judged by the rows
 * as they stand before any of them; what decides is read for all of them at once, in four statements at most.
 */
export async function withinReach(tx: Transaction, team: string, batches: readonly Batch[]): Promise<Judged[][]> {
  const asking = batches.filter((one) => isToBeAsked(one))
  const found = asking.length > 0 ? await readAll(tx, team, asking) : null
  return batches.map((one) => (found && asking.includes(one) ? judgeBatch(one.judged, reachOf(found, one)) : [...one.judged]))
}

function judgeBatch(judged: readonly Judged[], reach: Reach): Judged[] {
  let now = [...judged]
  for (;;) {
    const next = holdWholeActs(judgeOnce(now, copyOf(reach)), new Set())
    if (next.every((one, at) => one.code === now[at]?.code)) return next
    now = next
  }
}

function isToBeAsked({ author, judged }: Batch): boolean {
  const good = judged.filter((one): one is Good => one.code === null)
  return good.length > 0 && !author.revoked && asks(author, good)
}

/** Leads and link workers reach every row; only what is written once has to be looked up for them. */
function asks({ role }: Author, good: readonly Good[]): boolean {
  return role === 'facilitator' || good.some(({ change }) => Object.hasOwn(writtenOnce, change.record))
}

function copyOf({ groups, rows, persons }: Reach): Reach {
  return { groups, rows: new Map(rows), persons: new Map(persons) }
}

function judgeOnce(judged: readonly Judged[], reach: Reach): Judged[] {
  return judged.map((one) => {
    if (one.code !== null) return one
    const fault = faultOf(one.change, reach)
    if (fault) return { ...aside(one, fault.code), ...(fault.waitsFor ? { waitsFor: fault.waitsFor } : {}) }
    comes(one.change, reach)
    return one
  })
}

const out: Fault = { code: 'outOfReach' }
const waits = (waitsFor: string): Fault => ({ code: 'notHereYet', waitsFor })

/** Whether a change is within reach; null when it is. Pure: `reach` says all that the answer depends on. */
export function faultOf(change: Change, reach: Reach): Fault | null {
  const record = change.record as RecordName
  const present = reach.rows.get(keyOf(record, change.row))
  if (present && writesAgain(record, change, present)) return { code: 'notAllowed' }
  if (reach.groups === null || belongs[record].free) return null
  return placeFault(record, change, present, reach) ?? namesFault(record, change, reach)
}

/** What is never rewritten: a field that is there already, but for those that others add to it. */
function writesAgain(record: RecordName, { fields }: Change, present: Present): boolean {
  const open = writtenOnce[record]
  return open !== undefined && Object.keys(fields).some((field) => present.fields.includes(field) && !open.includes(field))
}

function placeFault(record: RecordName, change: Change, present: Present | undefined, reach: Reach): Fault | null {
  const { by } = belongs[record]
  if (by === 'team') return null
  if (by === 'case') return out // a facilitator writes none (writers), and reaches none
  if (by === 'person') return present ? personFault(change.row, reach) : null
  if (by === 'about') return aboutFault(record, change, present, reach)
  if (by === 'contact') return contactFault(record, change, present, reach)
  return (present && presentFault(present, reach)) ?? groupFault(record, change, present, reach)
}

/** A row that is there must be one of theirs; one whose session has not come belongs to nobody yet. */
function presentFault({ group, session }: Present, reach: Reach): Fault | null {
  if (group !== null) return isTheirs(group, reach) ? null : out
  return session === null ? null : waits(session)
}

/** Whether a row that is there belongs anywhere: of one that was taken back before it was written, nobody knows yet. */
function hasPlace(present: Present | undefined): boolean {
  return present !== undefined && (present.group !== null || present.session !== null || present.person !== null)
}

function isTheirs(group: string, { groups }: Reach): boolean {
  return groups === null || groups.includes(group)
}

/** The group that a change says its row belongs to, by itself or by its session. */
function groupFault(record: RecordName, change: Change, present: Present | undefined, reach: Reach): Fault | null {
  const { group, session } = belongs[record]
  const said = textIn(change, group)
  if (said !== null) return isTheirs(said, reach) ? null : out
  const sessionId = textIn(change, session)
  if (sessionId !== null) return sessionFault(sessionId, reach)
  return hasPlace(present) ? null : waits(change.row)
}

function sessionFault(id: string, reach: Reach): Fault | null {
  const found = reach.rows.get(keyOf('session', id))
  if (!found?.group) return waits(id)
  return isTheirs(found.group, reach) ? null : out
}

function contactFault(record: RecordName, change: Change, present: Present | undefined, reach: Reach): Fault | null {
  const said = textIn(change, belongs[record].person)
  const now = present?.person ?? null
  if (said === null && now === null) return waits(change.row)
  return (now === null ? null : personFault(now, reach)) ?? (said === null ? null : personFault(said, reach))
}

function aboutFault(record: RecordName, change: Change, present: Present | undefined, reach: Reach): Fault | null {
  const said = textIn(change, belongs[record].person)
  if (said === null && !hasPlace(present)) return waits(change.row)
  return (present ? presentAboutFault(present, reach) : null) ?? (said === null ? null : subjectFault(said, reach))
}

function presentAboutFault({ group, person }: Present, reach: Reach): Fault | null {
  if (group !== null) return isTheirs(group, reach) ? null : out
  return person === null ? null : subjectFault(person, reach)
}

/** A session or a person, by its id alone. */
function subjectFault(id: string, reach: Reach): Fault | null {
  return reach.rows.has(keyOf('session', id)) ? sessionFault(id, reach) : personFault(id, reach)
}

function namesFault(record: RecordName, change: Change, reach: Reach): Fault | null {
  for (const id of namedIn(record, change)) {
    const fault = personFault(id, reach)
    if (fault) return fault
  }
  return null
}

function personFault(id: string, { persons }: Reach): Fault | null {
  const stands = persons.get(id)
  if (stands === undefined) return waits(id)
  return stands === 'foreign' ? out : null
}

/** The persons that a change names. */
function namedIn(record: RecordName, change: Change): string[] {
  return (belongs[record].names ?? []).flatMap((field) => change.fields[field] ?? []).filter((id): id is string => typeof id === 'string')
}

function textIn(change: Change, field: string | undefined): string | null {
  const value: Json | undefined = field === undefined ? undefined : change.fields[field]
  return typeof value === 'string' ? value : null
}

/** What a change that goes in leaves behind for those after it. */
function comes(change: Change, reach: Reach): void {
  const record = change.record as RecordName
  const key = keyOf(record, change.row)
  const before = reach.rows.get(key)
  const place = belongs[record]
  const session = textIn(change, place.session) ?? before?.session ?? null
  const ofSession = session === null ? undefined : reach.rows.get(keyOf('session', session))?.group
  reach.rows.set(key, {
    session,
    group: textIn(change, place.group) ?? ofSession ?? before?.group ?? null,
    person: textIn(change, place.person) ?? before?.person ?? null,
    fields: [...(before?.fields ?? []), ...Object.keys(change.fields)],
  })
  if (record === 'person' && !reach.persons.has(change.row)) reach.persons.set(change.row, 'own')
}

interface FoundRow {
  record: string
  id: string
  group_id: string | null
  session_id: string | null
  person_id: string | null
  fields: string[] | null
}

/** What decides for several batches: the groups of their authors, the rows named, and who knows the persons named. */
interface Decisive {
  groups: ReadonlyMap<string, readonly string[]>
  rows: ReadonlyMap<string, Present>
  persons: ReadonlyMap<string, PersonFound>
}

interface PersonFound {
  id: string
  /** Groups that know them. */
  groups: readonly string[]
  /** Who wrote them down. */
  maker: string | null
}

async function readAll(tx: Transaction, team: string, asking: readonly Batch[]): Promise<Decisive> {
  const narrow = asking.filter((one) => one.author.role === 'facilitator')
  const groups = await groupsOfEach(
    tx,
    team,
    narrow.map((one) => one.author.colleague),
  )
  const rows = await readPresent(
    tx,
    team,
    asking.flatMap((one) => rowsIn(changesIn(one))),
  )
  const persons = await readPersons(tx, team, [...new Set(narrow.flatMap((one) => personsIn(changesIn(one), rows)))])
  return { groups, rows, persons }
}

function changesIn({ judged }: Batch): Change[] {
  return judged.flatMap((one) => (one.code === null ? [one.change] : []))
}

/** Of all that was read, what one batch asks for. */
function reachOf({ groups, rows, persons }: Decisive, batch: Batch): Reach {
  const changes = changesIn(batch)
  const mine = batch.author.role === 'facilitator' ? (groups.get(batch.author.colleague) ?? []) : null
  const present = new Map(
    rowsIn(changes).flatMap(({ record, id }) => {
      const found = rows.get(keyOf(record, id))
      return found ? [[keyOf(record, id), found] as const] : []
    }),
  )
  const known =
    mine === null
      ? []
      : personsIn(changes, rows).flatMap((id) => {
          const found = persons.get(id)
          return found ? [[id, acquaintance(found, mine, batch.author)] as const] : []
        })
  return { groups: mine, rows: present, persons: new Map(known) }
}

/**
 * Days do not count here: whom a laptop still has from two years ago may turn up again and is signed in. Somebody whom they wrote
 * down themselves is theirs until another group knows them.
 */
function acquaintance({ groups, maker }: PersonFound, mine: readonly string[], { colleague }: Author): Acquaintance {
  if (groups.some((group) => mine.includes(group))) return 'known'
  return maker === colleague && groups.length === 0 ? 'own' : 'foreign'
}

/** The rows that changes touch, and the sessions that these hang on. */
function rowsIn(changes: readonly Change[]): { record: string; id: string }[] {
  const sessions = changes.flatMap((change) => textIn(change, belongs[change.record as RecordName].session) ?? [])
  return [...changes.map((change) => ({ record: change.record, id: change.row })), ...sessions.map((id) => ({ record: 'session', id }))]
}

/** Everybody whom these changes are about or name, also by the rows that they change. */
function personsIn(changes: readonly Change[], rows: ReadonlyMap<string, Present>): string[] {
  return [
    ...new Set(
      changes.flatMap((change) => {
        const record = change.record as RecordName
        const { by, person } = belongs[record]
        const said = textIn(change, person)
        const now = rows.get(keyOf(record, change.row))?.person
        return [...namedIn(record, change), ...(by === 'person' ? [change.row] : []), ...(said ? [said] : []), ...(now ? [now] : [])]
      }),
    ),
  ]
}

/** `offset 0`: see rows.ts. */
async function readPresent(tx: Transaction, team: string, wanted: readonly { record: string; id: string }[]): Promise<Map<string, Present>> {
  const found = await tx.query<FoundRow>(
    `select r.record, r.id, r.group_id, r.session_id, r.person_id,
       case when r.record = any($4::text[]) then array(select jsonb_object_keys(r.body -> 'fields')) end as fields
     from (select distinct record, id from unnest($2::text[], $3::uuid[]) as w(record, id)) w
     cross join lateral (select * from record_row where team = $1 and record = w.record and id = w.id offset 0) r`,
    [team, plainColumn(wanted.map((one) => one.record)), plainColumn(wanted.map((one) => one.id)), Object.keys(writtenOnce)],
  )
  return new Map(
    found.map((one) => [
      keyOf(one.record, one.id),
      { group: one.group_id, session: one.session_id, person: one.person_id, fields: one.fields ?? [] },
    ]),
  )
}

/** Who knows these persons, and who wrote them down. */
async function readPersons(tx: Transaction, team: string, ids: readonly string[]): Promise<Map<string, PersonFound>> {
  if (ids.length === 0) return new Map()
  const found = await tx.query<PersonFound>(
    `select p.id, array(select k.group_id::text from person_link k where k.team = $1 and k.person_id = p.id) as groups,
       (select l.body ->> 'actor' from change_log l where l.team = $1 and l.record = 'person' and l.row_id = p.id
        order by l.revision limit 1) as maker
     from unnest($2::uuid[]) as w(id)
     cross join lateral (select id from record_row where team = $1 and record = 'person' and id = w.id offset 0) p`,
    [team, ids],
  )
  return new Map(found.map((one) => [one.id, one]))
}
