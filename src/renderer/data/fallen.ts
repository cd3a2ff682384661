import { keyOf, type RowKey } from '../../shared/changes/row.ts'
import type { Role } from '../../shared/records/colleague.ts'
import { recordNames, type RecordName } from '../../shared/records/index.ts'
import { belongs } from '../../shared/rules/belongs.ts'
import { neighboursSince, registersSince } from '../../shared/rules/laptopTime.ts'
import type { PlainDate } from '../../shared/std/dates.ts'
import { linkOf, type HeldRow } from './memory.ts'
import { fieldsOf } from './rowsOfPeople.ts'
import type { Store } from './store.ts'

/** Records whose rows have a day of their own: sessions, and what was said of a group on a day. All of them are in memory. */
const dated = recordNames.filter((name) => belongs[name].day !== undefined)
/** By which link each record hangs on a session. */
const onSession = recordNames.flatMap((name) => linkTo(name, ['register', 'about'], belongs[name].session))
/** By which link each record comes and goes with a person. */
const onPerson = recordNames.flatMap((name) => linkTo(name, ['contact', 'about'], belongs[name].person))

interface Link {
  record: RecordName
  field: string
}

function linkTo(record: RecordName, kinds: readonly string[], field: string | undefined): Link[] {
  return field !== undefined && belongs[record].day === undefined && kinds.includes(belongs[record].by) ? [{ record, field }] : []
}

/** The sessions, and what else has a day, that this laptop would not be told any more on a day. */
export function fallenKeys(store: Store, today: PlainDate): RowKey[] {
  const rows = dated.flatMap((name) => [...store.memory.rowsOf(name)])
  return rows.filter((row) => hasFallen(store, row, today)).map((row) => row.key)
}

/** Whether its day lies before those that the server tells this laptop of (server/sight.ts). What only this laptop has said has none. */
export function hasFallen(store: Store, row: HeldRow, today: PlainDate): boolean {
  const day = dayOf(store, row)
  return day !== null && day < (isNeighbours(store, row) ? neighboursSince(today) : registersSince(roleAt(store), today))
}

/** That of its session goes before its own. */
function dayOf(store: Store, { record, base }: HeldRow): string | null {
  const { session, day } = belongs[record as RecordName]
  const said = (name: string | undefined) => (name === undefined ? undefined : base?.fields[name])
  const hangsOn = store.memory.row(keyOf('session', String(said(session))))?.base?.fields['date']
  const found = hangsOn ?? said(day)
  return typeof found === 'string' ? found : null
}

/** As the server has it: what this laptop says of it itself changes no sight. */
function roleAt({ memory, opened }: Store): Role {
  const { id, role } = opened.identity.colleague
  return (memory.row(keyOf('colleague', id))?.base?.fields['role'] as Role | undefined) ?? role
}

/** A session of a group that this facilitator does not run. */
function isNeighbours(store: Store, { record, base }: HeldRow): boolean {
  if (record !== 'session' || roleAt(store) !== 'facilitator') return false
  const group = store.memory.row(keyOf('group', String(base?.fields['groupId'])))?.base?.fields
  const me = store.opened.identity.colleague.id
  return group !== undefined && group['leaderId'] !== me && ![group['facilitatorIds']].flat().includes(me)
}

/**
 * The row with all that goes when it does: what hangs on a session, and on a facilitator's laptop who was known by their sign-in there alone,
 * with what is known of them.
 */
export async function goesWith(store: Store, row: HeldRow): Promise<RowKey[]> {
  if (row.record !== 'session') return [row.key]
  const rows = [row, ...(await linked(store, onSession, idOf(row)))]
  const keys = new Set(rows.map((one) => one.key))
  if (roleAt(store) !== 'facilitator') return [...keys]
  const people = new Set(rows.flatMap((one) => (one.record === 'signIn' ? [String(fieldsOf(one)['personId'])] : [])))
  for (const id of people) if (!(await isKnownBesides(store, id, keys))) for (const key of await ofPerson(store, id)) keys.add(key)
  return [...keys]
}

/** By a membership, or a sign-in that stays. */
async function isKnownBesides(store: Store, personId: string, going: ReadonlySet<RowKey>): Promise<boolean> {
  const known = await linked(
    store,
    [
      { record: 'membership', field: 'personId' },
      { record: 'signIn', field: 'personId' },
    ],
    personId,
  )
  return known.some((one) => !going.has(one.key))
}

async function ofPerson(store: Store, id: string): Promise<RowKey[]> {
  const person = await store.row(keyOf('person', id))
  return [...(person ? [person.key] : []), ...(await linked(store, onPerson, id)).map((one) => one.key)]
}

/** Rows as they lie on the disk: by the id that is written, joined or not. */
async function linked(store: Store, links: readonly Link[], id: string): Promise<HeldRow[]> {
  const found: HeldRow[] = []
  await store.eachLinked(
    links.map(({ record, field }) => linkOf(record, field, id)),
    (row) => found.push(row),
  )
  return found
}

function idOf({ key, record }: HeldRow): string {
  return key.slice(record.length + 1)
}
