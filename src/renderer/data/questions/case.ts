import type { CaseView } from '../../workerLink/caseViews.ts'
import type { Entity } from '../../../shared/records/index.ts'
import { attendanceOf, came } from '../../../shared/rules/attendance.ts'
import { absenceOf, actingFor, contactsInOrder, openCaseOf, ownersOf } from '../../../shared/rules/cases.ts'
import { codeOf, type CodeKey } from '../../../shared/rules/codes.ts'
import { needLabel } from '../../../shared/rules/needs.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { caseloadFigure, caseRecords, caseRow, lastCameOn, meId, ownerIdOf, ownersHere } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'

/** One case: who has it, what was done, what is next (story 20). */
const oneCase = defineQuestion({
  madeOf: [...caseRecords, 'signIn', 'session', 'group', 'codedEvent'],
  afterLease: false,
  answer: (context, { episodeId }: { episodeId: string }) => caseView(context, episodeId),
})
export { oneCase as case }

async function caseView(context: ViewContext, episodeId: string): Promise<CaseView | null> {
  const { memory } = context.store
  const episode = memory.get('episode', episodeId)
  const person = episode && memory.get('person', episode.personId)
  if (!episode || episode.voidedBecause || !person) return null
  await context.store.load('signIn', 'personId', [person.id])
  const ownerId = ownerIdOf(context, episodeId)
  const me = meId(context)
  const open = openCaseOf(memory.linked('episode', 'personId', person.id))
  const { address } = person
  const cover = coverNow(context, ownerId)
  const sent = referralsOf(context, episodeId)
  return {
    ...caseRow(context, episode, ownerId, cover.actingId === me && ownerId !== me),
    lastCame: lastCameOn(context, person.id),
    number: episode.number,
    phone: person.phone || null,
    address: [address?.lines, address?.town, address?.postcode].filter(Boolean).join(', ') || null,
    accessNeeds: person.accessNeeds || null,
    interpreter: person.interpreter || null,
    riskToStaff: sent.find((one) => one.riskToStaff?.trim())?.riskToStaff ?? null,
    reason: sent.find((one) => one.reason?.trim())?.reason ?? null,
    wants: sent.find((one) => one.wants?.trim())?.wants ?? null,
    needs: needsIn(sent),
    died: person.blockedBecause === 'deceased',
    startedOn: episode.startedOn ?? null,
    closedAs: episode.closedAs ?? null,
    closedWords: episode.closedWords ?? null,
    wantsOtherWhy: episode.wantsOther ?? null,
    cover: { away: cover.away, acting: context.colleagueName(cover.actingId) },
    contacts: contactsInOrder(memory.linked('caseContact', 'episodeId', episodeId)).map((one) => ({
      contactId: one.id,
      how: one.how,
      came: one.came,
      on: one.on,
      minutes: one.minutes ?? null,
      words: one.words || null,
      agreed: one.agreed || null,
      by: context.colleagueName(one.byId) ?? '',
    })),
    history: ownersOf(memory.linked('assignment', 'episodeId', episodeId)).map((one) => ({
      assignmentId: one.id,
      owner: one.ownerId ? (context.colleagueName(one.ownerId) ?? null) : null,
      at: one.at,
      by: context.colleagueName(one.byId) ?? '',
      note: one.note || null,
    })),
    referrals: sent.map((one) => ({ referralId: one.id, receivedOn: one.receivedOn, source: one.source, from: one.from || null })),
    attendance: attendanceAt(context, person.id),
    codes: codesOf(context, person.id, episodeId),
    otherOpen: open && open.id !== episodeId ? open.id : null,
    owners: await ownersHere(context),
    figure: caseloadFigure(context),
    meId: me,
  }
}

function coverNow(context: ViewContext, ownerId: string | null): { away: boolean; actingId: string | null } {
  if (!ownerId) return { away: false, actingId: null }
  const away = context.store.memory.list('timeAway')
  return { away: absenceOf(away, ownerId, context.today()) !== null, actingId: actingFor(away, ownerId, context.today()) }
}

function referralsOf(context: ViewContext, episodeId: string): Entity<'referral'>[] {
  return context.store.memory
    .linked('referral', 'episodeId', episodeId)
    .filter((one) => !one.voidedBecause)
    .sort((a, b) => compareTexts(`${b.receivedOn} ${b.id}`, `${a.receivedOn} ${a.id}`))
}

/** What every referral of a case has ticked or named, each once. */
function needsIn(sent: readonly Entity<'referral'>[]): string[] {
  return [...new Set(sent.flatMap((one) => [...(one.needs ?? []).map(needLabel), ...(one.needsWords?.trim() ? [one.needsWords.trim()] : [])]))]
}

/** As many sessions as tell how it goes. */
const mostAttended = 12

/** The groups they came to, the latest first: nobody types it, it follows from the registers. */
function attendanceAt(context: ViewContext, personId: string): CaseView['attendance'] {
  const { memory } = context.store
  const bySession = new Map<string, Entity<'signIn'>[]>()
  for (const one of memory.linked('signIn', 'personId', personId)) bySession.set(one.sessionId, [...(bySession.get(one.sessionId) ?? []), one])
  return [...bySession]
    .flatMap(([sessionId, signIns]) => {
      const session = attendanceOf(signIns).some(came) ? memory.get('session', sessionId) : undefined
      return session ? [{ group: memory.get('group', session.groupId)?.name ?? '', date: session.date }] : []
    })
    .sort((a, b) => compareTexts(`${b.date} ${b.group}`, `${a.date} ${a.group}`))
    .slice(0, mostAttended)
}

function codesOf(context: ViewContext, personId: string, episodeId: string): CaseView['codes'] {
  return context.store.memory
    .linked('codedEvent', 'personId', personId)
    .filter((one) => !one.voidedBecause && one.episodeId === episodeId)
    .sort((a, b) => compareTexts(`${a.on} ${a.id}`, `${b.on} ${b.id}`))
    .map((one) => {
      const known = codeOf(one.code)
      const code = known?.verified ? known.code : null
      return { codedEventId: one.id, key: one.code as CodeKey, term: known?.term ?? one.code, code, on: one.on, filed: Boolean(one.filedAt) }
    })
}
