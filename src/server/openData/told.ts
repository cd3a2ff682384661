import type { Row } from '../../shared/changes/row.ts'
import { entityOf } from '../../shared/changes/entity.ts'
import { factsOf, isPublished, type PublicGroup, type PublicRows } from '../../shared/openData/facts.ts'
import { daysTold, publicSessionsOf, type PublicSession } from '../../shared/openData/sessions.ts'
import { staffWordsOf } from '../../shared/openData/staffWords.ts'
import type { Entity, RecordName } from '../../shared/records/index.ts'
import { addDays, type PlainDate } from '../../shared/std/dates.ts'
import type { Transaction } from '../sql/sql.ts'

/** Everything that a team tells the world today, by its rows as they are. */
export interface Told {
  groups: PublicGroup[]
  sessions: PublicSession[]
}

/** Works it out. The people of the team are not read for it. */
export async function readTold(tx: Transaction, team: string, today: PlainDate): Promise<Told> {
  const own = (await readAll(tx, team, 'team')).find((one) => one.id === team)
  const groups = own?.openData ? (await readAll(tx, team, 'group')).filter((one) => isPublished(one, own)) : []
  if (!own || groups.length === 0) return { groups: [], sessions: [] }
  const rows = await publicRows(tx, team, own)
  const sessions = await readSessions(
    tx,
    team,
    groups.map((one) => one.id),
    today,
  )
  const told = groups.map((group) => ({ group, facts: factsOf(group, rows, today).facts })).filter(({ facts }) => facts.name !== '')
  return {
    groups: told.map(({ facts }) => facts),
    sessions: told.flatMap(({ group, facts }) => publicSessionsOf(group, facts, sessions, rows, today)),
  }
}

/** Whether the team tells anything, as its lead has it. */
export async function tellsAnything(tx: Transaction, team: string): Promise<boolean> {
  const [found] = await tx.query<{ is: boolean }>(
    `select (body #>> '{fields,openData}')::boolean as is from record_row where team = $1 and record = 'team' and id = $1`,
    [team],
  )
  return found?.is ?? false
}

async function publicRows(tx: Transaction, team: string, own: Entity<'team'>): Promise<PublicRows> {
  const venues = new Map((await readAll(tx, team, 'venue')).map((one) => [one.id, one]))
  const details = new Map((await readAll(tx, team, 'service', ofGroups)).flatMap((one) => (one.groupId ? [[one.groupId, one] as const] : [])))
  const holdsStaff = staffWordsOf(await readAll(tx, team, 'colleague'))
  return { team: own, venue: (id) => venues.get(id), details: (groupId) => details.get(groupId), holdsStaff }
}

/** Of thousands of entries of the directory only those about groups. */
const ofGroups = `and body #>> '{fields,groupId}' is not null and body #>> '{fields,voidedBecause}' is null`

async function readAll<Name extends RecordName>(tx: Transaction, team: string, record: Name, and = ''): Promise<Entity<Name>[]> {
  const found = await tx.query<{ body: Row }>(`select body from record_row where team = $1 and record = $2 ${and} order by id`, [team, record])
  return found.map(({ body }) => entityOf(record, body)).filter((one) => one !== undefined)
}

/** By day: of three years of sessions it reads those of eight weeks (migration 0015). */
export const sessionsStatement = `select body from record_row
  where team = $1 and record = 'session' and day between $3 and $4 and group_id = any($2::uuid[]) order by id`

async function readSessions(tx: Transaction, team: string, groups: readonly string[], today: PlainDate): Promise<Entity<'session'>[]> {
  const found = await tx.query<{ body: Row }>(sessionsStatement, [team, groups, today, addDays(today, daysTold)])
  return found.map(({ body }) => entityOf('session', body)).filter((one) => one !== undefined)
}
