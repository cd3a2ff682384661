import type { NamedPerson } from './sessionViews.ts'
import type { CodeKey } from '../../shared/rules/codes.ts'
import type { CaseState } from '../../shared/rules/cases.ts'
import type { Clock, Clocks, ReferralState, ReferralWarning } from '../../shared/rules/referrals.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'

/** What the screens of referrals and cases draw. Only ever on laptops of link workers and leads. */

export type ReferralSource = FieldsOf<'referral'>['source']
export type Urgency = FieldsOf<'referral'>['urgency']
export type ContactHow = FieldsOf<'caseContact'>['how']
export type ContactCame = FieldsOf<'caseContact'>['came']
export type ClosedAs = NonNullable<FieldsOf<'episode'>['closedAs']>

/** Somebody who may own cases, with how many they have. */
export interface Owner {
  id: string
  name: string
  /** Open cases. */
  open: number
  away: { until: PlainDate | null; cover: string | null } | null
}

/** A file of referrals that was imported. */
export interface PastImport {
  importId: string
  at: Instant
  by: string | null
  referrals: number
  /** How many of them somebody has decided about: they stay. */
  decided: number
  /** Those that can be taken back, and the people who came with the file. */
  referralIds: string[]
  personIds: string[]
}

export interface ReferralRow extends NamedPerson {
  referralId: string
  state: ReferralState
  receivedOn: PlainDate
  answer: Clock
  urgency: Urgency
  source: ReferralSource
  from: string | null
  /** Labels of the needs. */
  needs: string[]
  owner: string | null
  crisis: boolean
  warnings: ReferralWarning[]
}

export interface ReferralsView {
  rows: ReferralRow[]
  /** How many there are like this. */
  total: number
  unanswered: number
  /** Practices and services that referrals came from. */
  froms: string[]
  owners: Owner[]
}

/** What to look for in the inbox. `state`: unanswered, all, or one of the states; `owner`: an id, "nobody", or empty. */
export interface ReferralsAsked {
  state: ReferralState | 'unanswered' | 'all'
  from: string
  owner: string
  text: string
  most: number
}

export interface ReferralView extends NamedPerson {
  referralId: string
  state: ReferralState
  clocks: Clocks
  receivedOn: PlainDate
  source: ReferralSource
  from: string | null
  odsCode: string | null
  referrer: string | null
  referrerRole: string | null
  referrerContact: string | null
  reason: string | null
  needs: string[]
  needsWords: string | null
  wants: string | null
  history: string | null
  urgency: Urgency
  agreed: 'yes' | 'no' | 'notSaid'
  contactBy: FieldsOf<'referral'>['contactBy'] | null
  contactWords: string | null
  accessNeeds: string | null
  interpreter: string | null
  riskToPerson: string | null
  riskToStaff: string | null
  bornOn: PlainDate | null
  ageBand: string | null
  nhsNumber: string | null
  phone: string | null
  email: string | null
  address: string | null
  district: string | null
  warnings: ReferralWarning[]
  /** Words of crisis that were found, or none. */
  crisis: string[]
  safeguarding: { name: string; phone: string } | null
  decidedBecause: string | null
  decidedAt: Instant | null
  decidedBy: string | null
  episodeId: string | null
  /** The open case of this person, which this referral would become a part of. */
  open: { episodeId: string; owner: string | null } | null
  others: { referralId: string; receivedOn: PlainDate; state: ReferralState }[]
  owners: Owner[]
  figure: number | null
  meId: string
}

export interface CaseRow extends NamedPerson {
  episodeId: string
  state: CaseState
  openedOn: PlainDate
  closedOn: PlainDate | null
  /** Days since the first referral, until the first conversation. */
  waits: Clock
  nextAction: string | null
  nextActionOn: PlainDate | null
  nextLate: boolean
  lastContact: { on: Instant; how: ContactHow; came: ContactCame } | null
  inVain: number
  lastCame: PlainDate | null
  reviewOn: PlainDate | null
  reviewLate: boolean
  ownerId: string | null
  owner: string | null
  /** The owner is away, and who asks covers. */
  covered: boolean
  wantsOther: boolean
}

export type CasesSort = 'next' | 'waiting' | 'contact' | 'came' | 'name'
export type CasesShown = 'open' | 'waiting' | 'started' | 'overdue' | 'closed'

/** What to look for among cases. `owner`: "mine", "all", "nobody" or an id. */
export interface CasesAsked {
  owner: string
  shown: CasesShown
  sort: CasesSort
  text: string
  most: number
}

export interface CasesView {
  rows: CaseRow[]
  total: number
  owners: Owner[]
  /** Open cases that one link worker should have at most. */
  figure: number | null
  /** How many the one has who is asked about; null where it is not one. */
  size: number | null
  meId: string
}

export interface ContactView {
  contactId: string
  how: ContactHow
  came: ContactCame
  on: Instant
  minutes: number | null
  words: string | null
  agreed: string | null
  by: string
}

export interface CaseView extends CaseRow {
  number: number
  phone: string | null
  address: string | null
  accessNeeds: string | null
  interpreter: string | null
  riskToStaff: string | null
  /** Why they came, by the latest referral that says so; labels of every need that was ticked. */
  reason: string | null
  wants: string | null
  needs: string[]
  died: boolean
  startedOn: PlainDate | null
  closedAs: ClosedAs | null
  closedWords: string | null
  wantsOtherWhy: string | null
  /** Who does the owner's work today; null where nobody does. */
  cover: { away: boolean; acting: string | null }
  contacts: ContactView[]
  history: { assignmentId: string; owner: string | null; at: Instant; by: string; note: string | null }[]
  referrals: { referralId: string; receivedOn: PlainDate; source: ReferralSource; from: string | null }[]
  attendance: { group: string; date: PlainDate }[]
  codes: { codedEventId: string; key: CodeKey; term: string; code: string | null; on: PlainDate; filed: boolean }[]
  /** Whether the person has another case that is open. */
  otherOpen: string | null
  owners: Owner[]
  figure: number | null
  meId: string
}

/** The cases of a person, for their page. */
export interface CaseOfView {
  open: { episodeId: string; owner: string | null } | null
  /** The closed ones, the latest first. */
  closed: { episodeId: string; closedOn: PlainDate }[]
}

export interface AwayView {
  rows: { timeAwayId: string; colleague: string; from: PlainDate; until: PlainDate | null; cover: string | null; note: string | null; now: boolean }[]
  owners: Owner[]
}

/** What can be asked of somebody, in the order in which My day shows them. Each has its heading in words/en/myDay.ts (`task.<kind>`). */
export const taskKinds = [
  'crisis',
  'referral',
  'unassigned',
  'uncovered',
  'wantsOther',
  'firstContact',
  'noContact',
  'missed',
  'firstTime',
  'nextAction',
  'review',
  'measure',
  'messageBack',
  'message',
  'voiceToRead',
  'takeDown',
  'askUseAgain',
  'board',
] as const
export type TaskKind = (typeof taskKinds)[number]

/** One thing to do, and where it is done. */
export interface Task extends NamedPerson {
  /** The same as long as the thing is the same. */
  id: string
  kind: TaskKind
  /** Which place does it, as `writePlace` writes it ("case/<id>"). */
  place: string
  /** Days it has waited, where that is what matters. */
  days: number | null
  /** The day it is due. */
  due: PlainDate | null
  /** In words, where somebody wrote some. */
  text: string | null
  /** Whose it is, where a lead reads it. */
  owner: string | null
}

export interface MyDayView {
  date: PlainDate
  role: 'linkWorker' | 'lead'
  /** Tasks of a kind: the first ones, and how many there are. */
  tasks: { kind: TaskKind; total: number; first: Task[] }[]
  total: number
  /** Only for a lead, and whoever asks for the team. */
  team: {
    unanswered: number
    longestDays: number | null
    unowned: number
    waiting: number
    medianDays: number | null
    figure: number | null
    owners: Owner[]
  } | null
}
