import type { MeasureScore } from '../measures/definition.ts'
import { definitionIn } from '../measures/index.ts'
import type { Entity } from '../records/index.ts'
import { addDays, dateOf, type PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { attendanceOf, came } from './attendance.ts'
import { exportableCode } from './codes.ts'
import { practiceOf, readOds } from './ods.ts'

type Message = Entity<'practiceMessage'>
export type Attended = NonNullable<Message['attendance']>[number]
export type ScoreChange = NonNullable<Message['scores']>[number]
export type MessageCode = NonNullable<Message['codes']>[number]

/** Where a message stands. `nothing`: the person wants nothing told, so there is nothing to send. */
export type MessageState = 'toSend' | 'sent' | 'returned' | 'replaced' | 'nothing' | 'void'

/** @param all the messages of the same case: one that replaces another says so itself */
export function messageState(one: Message, all: readonly Message[]): MessageState {
  if (one.voidedBecause) return 'void'
  if (replacedBy(one, all)) return 'replaced'
  if (one.share === 'nothing') return 'nothing'
  if (one.returnedOn) return 'returned'
  return one.sentOn ? 'sent' : 'toSend'
}

/** The message that replaced this one and stands; the latest of two that did not see each other. */
export function replacedBy(one: Message, all: readonly Message[]): Message | null {
  return newestMessages(all).find((other) => other.supersedes === one.id && !other.voidedBecause) ?? null
}

/** The latest first. */
export function newestMessages(all: readonly Message[]): Message[] {
  return [...all].sort((a, b) => compareTexts(`${b.at} ${b.id}`, `${a.at} ${a.id}`))
}

/** Days after a case was closed on which My day still asks for its message. */
export const askedForDays = 90

/** Whether the practice has still to be told that a case was closed. Of somebody who died the practice knows. */
export function wantsClosingMessage(episode: Entity<'episode'>, messages: readonly Message[], today: PlainDate): boolean {
  const { closedOn, closedAs } = episode
  if (!closedOn || episode.voidedBecause || closedAs === 'died' || closedOn < addDays(today, -askedForDays)) return false
  return !messages.some((one) => one.kind === 'closing' && !one.voidedBecause)
}

/** The groups somebody came to since a day, each day once, as the registers say now (rules/attendance.ts). */
export function attendedSince(
  since: PlainDate,
  signIns: readonly Entity<'signIn'>[],
  sessionOf: (id: string) => Entity<'session'> | undefined,
  nameOfGroup: (id: string) => string,
): Attended[] {
  const days = [...grouped(signIns, (one) => one.sessionId)].flatMap(([sessionId, those]) => {
    const session = attendanceOf(those).some(came) ? sessionOf(sessionId) : undefined
    return session && session.date >= since ? [{ groupId: session.groupId, date: session.date }] : []
  })
  return [...grouped(days, (one) => one.groupId)]
    .map(([groupId, those]) => ({ group: nameOfGroup(groupId), dates: [...new Set(those.map((one) => one.date))].sort() }))
    .sort((a, b) => compareTexts(a.group, b.group))
}

/** Each score that was asked twice or more in one version, first and last. One that was asked once says nothing of change. */
export function scoresBetween(episode: Entity<'episode'>, measures: readonly Entity<'measure'>[]): ScoreChange[] {
  const its = measures
    .filter((one) => !one.voidedBecause && (one.episodeId ? one.episodeId === episode.id : one.on >= episode.openedOn))
    .sort((a, b) => compareTexts(`${a.on} ${a.at} ${a.id}`, `${b.on} ${b.at} ${b.id}`))
  return [...grouped(its, (one) => `${one.questionnaire} ${one.version}`).values()].flatMap((asked) => {
    const definition = definitionIn(asked[0]?.questionnaire ?? '', asked[0]?.version ?? '')
    return (definition?.scores ?? []).flatMap((score) => changeOf(score, definition?.title ?? '', asked))
  })
}

function changeOf(score: MeasureScore, of: string, asked: readonly Entity<'measure'>[]): ScoreChange[] {
  const known = asked.flatMap((one) => {
    const value = one.scores[score.id]
    return typeof value === 'number' ? [{ value, on: one.on }] : []
  })
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return []
  const title = of === score.title ? of : `${of}: ${score.title}`
  return [{ title, before: first.value, beforeOn: first.on, after: last.value, afterOn: last.on, went: wentOf(score, first.value, last.value) }]
}

function wentOf({ better }: MeasureScore, before: number, after: number): ScoreChange['went'] {
  if (before === after) return 'same'
  if (better === 'none') return 'changed'
  return after > before === (better === 'higher') ? 'better' : 'worse'
}

/** The events of a case that the practice may file: only verified codes leave Gather (domain 3.3). */
export function codesToFile(events: readonly Entity<'codedEvent'>[], episodeId: string): (MessageCode & { eventId: string })[] {
  return events
    .filter((one) => !one.voidedBecause && one.episodeId === episodeId)
    .sort((a, b) => compareTexts(`${a.on} ${a.id}`, `${b.on} ${b.id}`))
    .flatMap((one) => {
      const known = exportableCode(one.code)
      return known ? [{ eventId: one.id, code: known.code, term: known.term, on: one.on }] : []
    })
}

/** A practice as it is written down: by name, by code, or both. */
export interface Practice {
  practice: string
  odsCode: string | null
}

/** The practice somebody is with now, or null where nobody has written it down. "Practice" may hold its code (domain 6.2). */
export function practiceNow(person: Pick<Entity<'person'>, 'practice' | 'odsCode'>): Practice | null {
  const [name, code] = [person.practice?.trim() ?? '', person.odsCode?.trim() ?? '']
  const typed = name ? readOds(name) : null
  if (!name && !code) return null
  return { practice: name || code, odsCode: code || (typed && practiceOf(typed) ? typed : null) }
}

/**
 * The practice that knew of this case before, where it is another than now: the one that had the last message, or else the one that
 * referred them. The message goes to the present one and names both.
 */
export function practiceBefore(now: Practice, messages: readonly Message[], referrals: readonly Entity<'referral'>[]): string | null {
  const told = newestMessages(messages).find((one) => !one.voidedBecause && one.sentOn)
  const sent = [...referrals]
    .filter((one) => !one.voidedBecause && one.source === 'practice' && (one.from?.trim() || one.odsCode))
    .sort((a, b) => compareTexts(`${b.receivedOn} ${b.id}`, `${a.receivedOn} ${a.id}`))[0]
  const before = told ? practiceNow(told) : sent ? practiceNow({ practice: sent.from, odsCode: sent.odsCode }) : null
  return before && !isSame(before, now) ? before.practice : null
}

/** By code where both have one, a branch being its practice; else by name. */
function isSame(one: Practice, other: Practice): boolean {
  const code = ({ odsCode }: Practice) => odsCode && (practiceOf(odsCode) ?? odsCode)
  const [mine, theirs] = [code(one), code(other)]
  if (mine && theirs) return mine === theirs
  return one.practice.toLocaleLowerCase() === other.practice.toLocaleLowerCase()
}

/** Which message is due: the first of a case, one that tells how it goes, or its last. */
export function kindDue(episode: Entity<'episode'>, messages: readonly Message[]): Message['kind'] {
  if (episode.closedOn) return 'closing'
  return messages.some((one) => !one.voidedBecause) ? 'progress' : 'first'
}

/** The day on which a message was made, in Europe/London. */
export function madeOn(one: Pick<Message, 'at'>): PlainDate {
  return dateOf(one.at)
}
