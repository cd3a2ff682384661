import { v5 } from 'uuid'
import type { AcceptedChange, Change, LooseDraft, Json } from '../../src/shared/changes/change.ts'
import { foldAll } from '../../src/shared/changes/fold.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import type { Slot } from '../../src/shared/records/group.ts'
import type { Entity, FieldsOf, RecordName } from '../../src/shared/records/index.ts'
import type { WhichSession } from '../../src/shared/commands/which.ts'
import { instantOf } from '../../src/shared/std/dates.ts'
import { membershipIdOf, sessionIdOf } from '../../src/shared/std/ids.ts'
import { makeStamp, type Stamp } from '../../src/shared/std/stamp.ts'

/** The day on which most tests happen: a Thursday in summer time, three days before the clocks go back. */
export const thursday = '2026-10-22'

const words = '7f9c24e5-1c3a-5b7e-9d21-3b5a6c7d8e9f'

const known = new Map<string, string>()

/** The same word always gives the same id, so that a failing test can be read. */
export function idFor(word: string): string {
  const id = known.get(word) ?? v5(word, words)
  known.set(word, id)
  return id
}

/** A time on that Thursday as a moment: "10:31" is 09:31 UTC. */
export function at(time: string, date = thursday): string {
  return new Date(instantOf(date, time)).toISOString()
}

/** A stamp at a time on that Thursday, made on somebody's laptop. */
export function stampAt(time: string, laptop = 'Tom’s laptop', counter = 0, date = thursday): Stamp {
  return makeStamp({ ms: Date.parse(at(time, date)), counter, device: idFor(laptop) })
}

/** The weekly slot on Thursdays at 10:30 that most groups here have. */
export function aSlot(more: Partial<Slot> = {}): Slot {
  return {
    slot: 1,
    rule: 'FREQ=WEEKLY;BYDAY=TH',
    start: '10:30',
    end: '12:00',
    from: '2023-10-05',
    until: null,
    ...more,
  }
}

/** A group that meets on Thursdays at 10:30. */
export function aGroup(name: string, more: Partial<FieldsOf<'group'>> = {}): Entity<'group'> {
  return { id: idFor(name), name, schedule: [aSlot()], counts: true, state: 'running', ...more }
}

/** "Jean Oakes" has both names, "Prakash" only one. */
export function aPerson(name: string, more: Partial<FieldsOf<'person'>> = {}): Entity<'person'> {
  const [givenName = name, ...rest] = name.split(' ')
  return { id: idFor(name), givenName, ...(rest.length > 0 ? { familyName: rest.join(' ') } : {}), ...more }
}

/** A person signed up to a group. */
export function aMembership(group: string, person: string, more: Partial<FieldsOf<'membership'>> = {}): Entity<'membership'> {
  const [groupId, personId] = [idFor(group), idFor(person)]
  return { id: membershipIdOf(groupId, personId), groupId, personId, since: '2024-01-04', ...more }
}

/** Which session of a group: on that Thursday, unless said. */
export function which(group: string, date = thursday, slot = 1): WhichSession {
  return { groupId: idFor(group), date, slot }
}

/** The id of a session. */
export function sessionId({ groupId, date, slot }: WhichSession): string {
  return sessionIdOf(groupId, date, slot)
}

/** The row of a session that somebody did something at. */
export function aSession(of: WhichSession, more: Partial<FieldsOf<'session'>> = {}): Entity<'session'> {
  return { id: sessionId(of), ...of, ...more }
}

/** One act at the door of Walk and Talk on that Thursday. @param time of arrival */
export function aSignIn(person: string, time: string, more: Partial<Entity<'signIn'>> = {}): Entity<'signIn'> {
  return {
    id: idFor(`${person} ${time}`),
    sessionId: sessionId(which('Walk and Talk')),
    personId: idFor(person),
    arrivedAt: at(time),
    how: 'facilitator',
    byId: idFor('Tom'),
    ...more,
  }
}

/** A count of heads. */
export function aHeadCount(
  moment: FieldsOf<'headCount'>['moment'],
  counted: number,
  expected: number,
  time: string,
  more: Partial<Entity<'headCount'>> = {},
): Entity<'headCount'> {
  return {
    id: idFor(`${moment} ${time}`),
    sessionId: sessionId(which('Walk and Talk')),
    moment,
    counted,
    expected,
    missingIds: [],
    at: at(time),
    byId: idFor('Tom'),
    ...more,
  }
}

/** A change as a laptop writes it. */
export function aChange(record: string, row: string, fields: { [field: string]: Json }, more: Partial<Change> = {}): Change {
  return {
    id: more.id ?? idFor(`${record} ${row} ${JSON.stringify(fields)} ${more.stamp ?? ''}`),
    team: idFor('team'),
    device: idFor('Tom’s laptop'),
    sequence: 1,
    stamp: stampAt('10:30'),
    actor: idFor('Tom'),
    act: idFor('act'),
    command: 'test',
    record,
    row,
    version: 1,
    fields,
    ...more,
  }
}

/** A change as Nisha’s laptop writes it, at 10:40 unless said. */
export function theirs(record: string, row: string, fields: object, more: Partial<Change> = {}): Change {
  const nishas = { device: idFor('Nisha’s laptop'), stamp: stampAt('10:40', 'Nisha’s laptop') }
  return aChange(record, row, fields as Change['fields'], { ...nishas, ...more })
}

/** The same as the server tells it. */
export function accepted(change: Change, revision: number, effective: Stamp = change.stamp): AcceptedChange {
  return { ...change, revision, effective }
}

/** A row that a single change made. */
export function aRow(record: string, { id, ...fields }: { id: string; [field: string]: unknown }, stamp: Stamp = stampAt('09:00', 'server')): Row {
  const row = foldAll(undefined, [aChange(record, id, fields as LooseDraft['fields'], { stamp, id: idFor('made at once') })])
  if (!row) throw new Error('impossible: no row of a change')
  return row
}

/** Records by name, as builders make them. */
export type Known = { [Name in RecordName]?: Entity<Name>[] }

/** Rows of these records, written by the surgery at 9:00. */
export function rowsOf(known: Known, stamp: Stamp = stampAt('09:00', 'server')): Row[] {
  return Object.entries(known).flatMap(([record, entities]) => entities.map((entity) => aRow(record, entity, stamp)))
}
