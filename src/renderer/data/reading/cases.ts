import type { CaseRow, Owner } from '../../workerLink/caseViews.ts'
import type { Entity, RecordName } from '../../../shared/records/index.ts'
import { actingFor, absenceOf, attemptsInVain, caseStateOf, isOpen, lastContact, ownerOf, worksWithCases } from '../../../shared/rules/cases.ts'
import { byName, nameOf } from '../../../shared/rules/names.ts'
import { daysBetween, type PlainDate } from '../../../shared/std/dates.ts'
import type { ViewContext } from './context.ts'

/** What every answer about cases reads: a question that uses this is made of them. */
export const caseRecords = [
  'episode',
  'assignment',
  'caseContact',
  'referral',
  'plan',
  'timeAway',
  'person',
  'colleague',
  'team',
  'membership',
] as const

/** An open case with whose it is and what was done, before anything is said of the person. */
export interface OpenCase {
  episode: Entity<'episode'>
  ownerId: string | null
  /** Who does the owner's work today; null where nobody does. */
  actingId: string | null
  /** Nobody owns it, or whoever does has left: the case is for whoever reads this. */
  hasNobody: boolean
}

const openCasesMadeOf = ['episode', 'assignment', 'timeAway', 'person', 'colleague'] as const satisfies readonly RecordName[]

/** Every open case, worked out once a day until the next write: My day, the caseload and every list of owners ask for it. */
export function openCases(context: ViewContext): Promise<OpenCase[]> {
  return context.onceUntilTouched(
    `openCases ${context.today()}`,
    () => {
      const away = context.store.memory.list('timeAway')
      const acting = new Map<string, string | null>()
      const actingOf = (ownerId: string) => {
        if (!acting.has(ownerId)) acting.set(ownerId, actingFor(away, ownerId, context.today()))
        return acting.get(ownerId) ?? null
      }
      const open = context.store.memory.list('episode').filter((one) => isOpen(one) && isKnown(context, one.personId))
      return Promise.resolve(
        open.map((episode) => {
          const ownerId = context.onceOfPerson(episode.personId, 'owner', episode.id, () => ownerIdOf(context, episode.id))
          const owner = ownerId ? context.store.memory.get('colleague', ownerId) : undefined
          return { episode, ownerId, actingId: ownerId && actingOf(ownerId), hasNobody: !worksWithCases(owner, context.today()) }
        }),
      )
    },
    openCasesMadeOf,
  )
}

/** Whether somebody is on the lists: not removed again as a mistake. */
export function isKnown(context: ViewContext, personId: string): boolean {
  const person = context.store.memory.get('person', personId)
  return person !== undefined && !person.removedBecause
}

export function ownerIdOf(context: ViewContext, episodeId: string): string | null {
  return ownerOf(context.store.memory.linked('assignment', 'episodeId', episodeId))
}

/** Link workers and leads who work here, by name, with how many open cases they have and whether they are away. */
export async function ownersHere(context: ViewContext): Promise<Owner[]> {
  const [today, { memory }] = [context.today(), context.store]
  const open = new Map<string, number>()
  for (const { ownerId } of await openCases(context)) if (ownerId) open.set(ownerId, (open.get(ownerId) ?? 0) + 1)
  const away = memory.list('timeAway')
  return memory
    .list('colleague')
    .filter((one) => worksWithCases(one, today) || (open.get(one.id) ?? 0) > 0)
    .sort(byName)
    .map(({ id, name }) => {
      const absence = absenceOf(away, id, today)
      const cover = absence?.coverId ? (context.colleagueName(absence.coverId) ?? null) : null
      return { id, name, open: open.get(id) ?? 0, away: absence && { until: absence.until, cover } }
    })
}

/** Open cases that one link worker should have at most, as the lead has set it. */
export function caseloadFigure(context: ViewContext): number | null {
  return context.store.memory.get('team', context.store.opened.identity.team.id)?.caseloadFigure ?? null
}

export function meId(context: ViewContext): string {
  return context.store.opened.identity.colleague.id
}

/** When the first referral of a case came; of one without a referral, when it was opened. */
export function receivedOn(context: ViewContext, episode: Entity<'episode'>): PlainDate {
  return context.onceOfPerson(episode.personId, 'received', episode.id, () => {
    const days = context.store.memory
      .linked('referral', 'episodeId', episode.id)
      .filter((one) => !one.voidedBecause)
      .map((one) => one.receivedOn)
    return days.sort()[0] ?? episode.openedOn
  })
}

/** The day somebody last came to one of our groups, worked out from the sign-ins that stand. Loaded before. */
export function lastCameOn(context: ViewContext, personId: string): PlainDate | null {
  return context.onceOfPerson(personId, 'lastCame', personId, () => latestSignIn(context, personId))
}

function latestSignIn(context: ViewContext, personId: string): PlainDate | null {
  let last: PlainDate | null = null
  for (const one of context.store.memory.linked('signIn', 'personId', personId)) {
    const date = one.voidedBecause ? undefined : context.store.memory.get('session', one.sessionId)?.date
    if (date && (!last || date > last)) last = date
  }
  return last
}

/** When the plan of a case is looked at again, or null. By its link: working out the id of two thousand plans is two thousand hashes. */
export function reviewDue(context: ViewContext, episodeId: string): PlainDate | null {
  const plan = context.store.memory.linked('plan', 'episodeId', episodeId).find((one) => !one.voidedBecause && !one.closedOn)
  return plan?.reviewOn ?? null
}

/** A case as a list shows it. @param covered whose owner is away, while who asks does their work. `lastCame` is added for those that are shown: their sign-ins are read from disk. */
export function caseRow(context: ViewContext, episode: Entity<'episode'>, ownerId: string | null, covered: boolean): CaseRow {
  const row = context.onceOfPerson(episode.personId, 'row', episode.id, () => freshRow(context, episode, ownerId))
  return covered ? { ...row, covered } : row
}

function freshRow(context: ViewContext, episode: Entity<'episode'>, ownerId: string | null): Readonly<CaseRow> {
  const { memory } = context.store
  const today = context.today()
  const contacts = memory.linked('caseContact', 'episodeId', episode.id)
  const last = lastContact(contacts)
  const reviewOn = reviewDue(context, episode.id)
  const person = memory.get('person', episode.personId)
  const ends = episode.startedOn ?? episode.closedOn ?? null
  return {
    episodeId: episode.id,
    personId: episode.personId,
    name: person ? nameOf(person) : '',
    state: caseStateOf(episode, contacts),
    openedOn: episode.openedOn,
    closedOn: episode.closedOn ?? null,
    waits: { days: Math.max(0, daysBetween(receivedOn(context, episode), ends ?? today)), runs: ends === null },
    nextAction: episode.nextAction?.trim() || null,
    nextActionOn: episode.nextActionOn ?? null,
    nextLate: isOpen(episode) && Boolean(episode.nextActionOn) && episode.nextActionOn! < today,
    lastContact: last && { on: last.on, how: last.how, came: last.came },
    inVain: attemptsInVain(contacts),
    lastCame: null,
    reviewOn,
    reviewLate: isOpen(episode) && reviewOn !== null && reviewOn < today,
    ownerId,
    owner: ownerId ? (context.colleagueName(ownerId) ?? null) : null,
    covered: false,
    wantsOther: Boolean(episode.wantsOther),
  }
}
