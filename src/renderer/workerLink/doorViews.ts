import type { WhichSession } from '../../shared/commands/which.ts'
import type { DeclarationOutcome } from '../../shared/records/declaration.ts'
import type { GroupTemplate } from '../../shared/records/group.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import type { DeclarationState } from '../../shared/rules/declarations.ts'
import type { Question } from '../../shared/rules/healthQuestions.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import { textsToKnow, type TextToKnow } from './personTexts.ts'
import type { NamedPerson, PersonView } from './views.ts'

/** What screens of newcomers, health, incidents and concerns draw (stories 5, 6, 7, 10, 11). */

/** What kind of thing one must know; with its picture in parts/KnowIcon.tsx. */
export type KnowKind = TextToKnow | 'sittingOut' | 'modified' | 'askedToCheck' | 'declined' | 'alert' | 'guardian' | 'noPhoto'
const first: readonly KnowKind[] = ['sittingOut', 'modified', 'askedToCheck', 'declined', 'medicine', 'alert', 'pleaseDont']
export const knowKinds: readonly KnowKind[] = [...first, ...textsToKnow.filter((text) => !first.includes(text)), 'guardian', 'noPhoto']

/** One thing to know, with everybody it is true of: two with the same alert are one line. */
export interface KnowFact {
  kind: KnowKind
  /** In the person's words; empty where the kind says it all. */
  text: string
  people: NamedPerson[]
}

/** How somebody who is here stands with the health questions. */
export interface HealthOf extends NamedPerson {
  state: DeclarationState
  outcome: DeclarationOutcome | null
}

export interface MustKnowView {
  sessionId: string
  which: WhichSession
  facts: KnowFact[]
  /** Empty where the group asks no health questions. */
  health: HealthOf[]
}

export interface DeclarationView {
  id: string
  at: Instant
  by: string
  outcome: DeclarationOutcome
  answers: Record<string, boolean>
  words: string | null
  weeksSinceBirth: number | null
  checkDone: boolean | null
  unchanged: boolean
  signedAs: string
  /** The first day on which it no longer holds. */
  endsOn: PlainDate
}

export interface HealthView extends NamedPerson {
  sessionId: string
  which: WhichSession
  group: string
  template: GroupTemplate
  questions: readonly Question[]
  state: DeclarationState
  last: DeclarationView | null
  /** What goes to the person's own page from here. */
  medicine: string | null
  mobility: string | null
}

/** The core form of somebody at a session. */
export interface NewcomerView {
  person: PersonView
  sessionId: string
  which: WhichSession
  group: string
  template: GroupTemplate
  /** null where the group asks no health questions. */
  health: DeclarationState | null
  under18: boolean
}

/** Whether the surgery has something: still on this laptop, kept aside there, or there. */
export type Arrival = 'waiting' | 'held' | 'arrived'

type IncidentFields = FieldsOf<'incident'>

export interface IncidentView {
  id: string
  sessionId: string
  group: string
  kind: IncidentFields['kind']
  happenedAt: Instant
  who: string[]
  others: string | null
  what: string
  injury: string | null
  firstAid: string | null
  ambulance: boolean
  ambulanceAt: Instant | null
  witnesses: string | null
  weather: string | null
  followUp: string | null
  told: string | null
  at: Instant
  by: string
  /** The report of the same event this one was linked to. */
  sameAs: string | null
  /** By which lead it was closed, when, and what came of it. */
  closed: { at: Instant; by: string; words: string } | null
  state: Arrival
}

export interface NumbersView {
  dutyPhone: string | null
  safeguarding: { name: string; phone: string } | null
  /** Whom to tell when it is about a colleague. */
  alternate: { name: string; phone: string } | null
}

export interface IncidentsView {
  /** null for the list of all sessions. */
  session: {
    sessionId: string
    which: WhichSession
    group: string
    date: PlainDate
    place: string
    meetingPoint: string | null
    gridReference: string | null
    here: NamedPerson[]
  } | null
  numbers: NumbersView
  /** Newest first. */
  reports: IncidentView[]
}

/** A concern as the lead reads it. */
export interface ConcernView {
  id: string
  at: Instant
  by: string
  person: string | null
  who: string | null
  aboutColleague: string | null
  what: string
  told: string
  inDanger: boolean
  group: string | null
  acknowledged: { at: Instant; by: string } | null
  /** It, and what was added to it, as far as no lead has read them yet. */
  unread: string[]
  /** What was added later, oldest first. */
  more: { id: string; at: Instant; by: string; what: string; told: string }[]
}

/** A concern as whoever wrote it sees it: that there is one, and how far it has come. Never its words. */
export interface OwnConcern {
  id: string
  at: Instant
  state: 'waiting' | 'held' | 'unread' | 'read'
}

export interface ConcernsView {
  numbers: NumbersView
  mine: OwnConcern[]
  /** Only on a lead's laptop. */
  toRead: ConcernView[] | null
}

/** What stays in sight until it has arrived: reports on their way, concerns nobody has read. */
export interface PinnedView {
  incidents: { id: string; sessionId: string; group: string; kind: IncidentFields['kind']; at: Instant; state: Arrival }[]
  concerns: OwnConcern[]
  /** For a lead: concerns not read yet. */
  toRead: number
}
