import type { ErasedRow, KeepingRow, RetentionRow } from '../../workerLink/retentionViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { keyOf } from '../../../shared/changes/row.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { backupDays, keeps, retentionOf, type KeptPerson } from '../../../shared/rules/retention.ts'
import { unfinishedOf, type RowReader, type Unfinished } from '../../../shared/rules/unfinished.ts'
import { addDays, dateOf, type PlainDate } from '../../../shared/std/dates.ts'
import { newestFirst } from '../../../shared/std/order.ts'
import { readStamp } from '../../../shared/std/stamp.ts'
import type { ViewContext } from './context.ts'

/** The last day on which each person was at a session, by id. */
export type LastDays = Readonly<Record<string, PlainDate>>

/** Until when this person's record must be kept. @param days what the surgery said last; their own sign-ins here are read where they are loaded */
export function retentionRow(context: ViewContext, person: Entity<'person'>, days: LastDays): RetentionRow {
  return { personId: person.id, name: nameOf(person), ...retentionOf(keptPerson(context, person, days), context.today()) }
}

/** What is not finished about them, or keeps them: asked before anybody is erased, with a word of the surgery or without. */
export function blockedBy(context: ViewContext, person: Entity<'person'>): RetentionRow['keptBy'] {
  return retentionRow(context, person, {}).keptBy.filter((one) => one !== 'keep')
}

function keptPerson(context: ViewContext, person: Entity<'person'>, days: LastDays): KeptPerson {
  const { memory } = context.store
  const ids = memory.joins.any ? memory.joins.idsOf(person.id) : [person.id]
  const episodes = standing(memory.linked('episode', 'personId', person.id))
  const memberships = memory.linked('membership', 'personId', person.id)
  const incidents = memory.list('incident').filter((one) => one.personIds.includes(person.id))
  const came = [...ids.flatMap((id) => days[id] ?? []), ...cameHere(context, person.id)]
  const ends = [...episodes.map((one) => one.closedOn), ...memberships.map((one) => one.endedOn)].filter((day) => typeof day === 'string')
  return {
    bornOn: person.bornOn,
    ageBand: person.ageBand,
    lastSeen: latest([
      ...came,
      ...contactDays(context, person.id),
      ...episodes.map((one) => one.openedOn),
      ...memberships.map((one) => one.since),
      firstKnown(context, ids),
    ]),
    supportEnded: ends.length > 0 ? latest(ends) : null,
    tookPart: came.length + episodes.length + memberships.length > 0,
    incidents: incidents.map((one) => dateOf(one.happenedAt)),
    unfinished: unfinishedIn(context, person.id),
    decisions: memory.linked('retention', 'personId', person.id),
  }
}

function unfinishedIn({ store: { memory, opened } }: ViewContext, personId: string): Unfinished[] {
  const read: RowReader = {
    get: (record, id) => memory.get(record, id),
    all: (record, where, is) => memory.linked(record, where, is),
    every: (record) => memory.list(record),
  }
  return unfinishedOf([personId], read, opened.identity.colleague.id)
}

function standing<Row extends { voidedBecause?: string | null | undefined }>(rows: readonly Row[]): Row[] {
  return rows.filter((one) => !one.voidedBecause)
}

/** Sessions they came to that this laptop knows, as far as their sign-ins are loaded: what is not at the surgery yet is among them. */
function cameHere({ store: { memory } }: ViewContext, personId: string): PlainDate[] {
  return standing(memory.linked('signIn', 'personId', personId)).map((one) => dateOf(one.arrivedAt))
}

/** Days on which somebody had to do with them, other than at a session. */
function contactDays({ store: { memory } }: ViewContext, personId: string): PlainDate[] {
  return [
    ...standing(memory.linked('caseContact', 'personId', personId)).map((one) => dateOf(one.on)),
    ...standing(memory.linked('referral', 'personId', personId)).map((one) => one.receivedOn),
    ...standing(memory.linked('measure', 'personId', personId)).map((one) => one.on),
    ...standing(memory.linked('planVersion', 'personId', personId)).map((one) => one.agreedOn),
    ...standing(memory.linked('offer', 'personId', personId)).map((one) => one.offeredOn),
    ...standing(memory.linked('story', 'personId', personId)).map((one) => one.on),
    ...standing(memory.linked('useAgreement', 'personId', personId)).map((one) => one.on),
  ]
}

/** The day somebody first wrote them down, by the oldest stamp of their row. */
function firstKnown({ store: { memory } }: ViewContext, ids: readonly string[]): PlainDate {
  const stamps = ids.flatMap((id) => Object.values(memory.row(keyOf('person', id))?.view?.stamps ?? {})).sort()
  return dateOf(new Date(stamps[0] ? readStamp(stamps[0]).ms : 0).toISOString())
}

function latest(days: readonly PlainDate[]): PlainDate {
  return days.reduce((last, day) => (day > last ? day : last), '')
}

/** The decisions that stand, the latest first. */
export function keepingRows(context: ViewContext, decisions: readonly Entity<'retention'>[]): KeepingRow[] {
  const today = context.today()
  return decisions
    .filter((one) => keeps(one, today))
    .sort(newestFirst)
    .flatMap(({ id, personId, decision, reason, until, byId, at }) => {
      const person = context.store.memory.get('person', personId)
      if (!person) return []
      const lastDay = until === null ? null : addDays(until, -1)
      return [{ retentionId: id, personId: person.id, name: nameOf(person), decision, reason, lastDay, by: context.colleagueName(byId) ?? '', at }]
    })
}

/** The stubs of everybody who was erased, the latest first. */
export function erasedRows(context: ViewContext): ErasedRow[] {
  const { memory } = context.store
  return memory
    .list('erasure')
    .sort(newestFirst)
    .map(({ id, why, keptUntil, byId, at }) => ({
      ...{ erasureId: id, why, keptUntil: keptUntil ?? null, at, by: context.colleagueName(byId) ?? '' },
      arrived: Boolean(memory.row(keyOf('erasure', id))?.base),
      backupsUntil: addDays(dateOf(at), backupDays),
    }))
}
