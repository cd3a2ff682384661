import type { HeadCountBecause, HeadCountMoment } from '../../shared/records/headCount.ts'
import type { CompanionKind } from '../../shared/records/companion.ts'
import type { RegisterMarkState } from '../../shared/records/registerMark.ts'
import type { GroupTemplate } from '../../shared/records/group.ts'
import type { Heads } from '../../shared/rules/heads.ts'
import type { Ratio } from '../../shared/rules/ratio.ts'
import type { Check } from '../../shared/rules/templates.ts'
import type { CorePiece } from '../../shared/rules/missing.ts'
import type { WhichSession } from '../../shared/commands/which.ts'
import type { Apart } from '../../shared/rules/apart.ts'
import type { Instant, PlainDate, PlainTime } from '../../shared/std/dates.ts'

/** What the screens of a session draw: today, register, counts, closing. */

/** Somebody on a list, with what tells them apart where another on it is drawn alike. */
export interface NamedPerson {
  personId: string
  name: string
  apart?: Apart
}

export type SessionState = 'planned' | 'running' | 'closed' | 'cancelled' | 'cancelledButAttended' | 'noRegister'

export interface CountView {
  moment: HeadCountMoment
  counted: number
  expected: number
  at: PlainTime
  by: string
  /** Who was not seen. */
  missing: NamedPerson[]
  /** Babies, where they are counted apart. */
  babies: { counted: number; expected: number } | null
  /** Whether everybody was there. */
  agrees: boolean
  /** What explains a difference, as far as the counter knew. */
  because: HeadCountBecause | null
}

export interface SessionCard {
  sessionId: string
  /** What commands about this session take. */
  which: WhichSession
  groupId: string
  group: string
  organiser: string | null
  date: PlainDate
  start: PlainTime
  end: PlainTime
  place: string
  meetingPoint: string | null
  leader: string | null
  /** Whether its people and registers are on this laptop; a facilitator's has only those of their groups. */
  onThisLaptop: boolean
  /** Members who are signed up today. */
  expected: number
  here: number
  /** The latest count of the session, if its group counts. */
  count: CountView | null
  state: SessionState
  cancelledBecause: string | null
}

/** A session that began, should have ended an hour ago, and that nobody has closed or counted back (rules/alarms.ts). */
export interface AlarmView {
  sessionId: string
  group: string
  place: string
  end: PlainTime
  date: PlainDate
  leader: string | null
  /** Whom to ring first. */
  leaderPhone: string | null
  dutyPhone: string | null
  onThisLaptop: boolean
}

export interface TodayView {
  date: PlainDate
  sessions: SessionCard[]
  /** The coming seven days. */
  later: SessionCard[]
  /** Past sessions of four weeks without a register, newest first. */
  noRegister: SessionCard[]
  /** Which session Enter opens: the one running or next. */
  next: string | null
  /** Attendance of the last 12 sessions of that session's group; null = not recorded. */
  trend: { group: string; points: { date: PlainDate; here: number | null }[] } | null
  /** Two values of one field that did not see each other. */
  questions: { personId: string; name: string; field: 'phone' | 'address' | 'emergencyPhone' }[]
}

export interface PersonChips {
  alerts: string[]
  noPhoto: boolean
  /** First time at this group today. */
  isNew: boolean
  /** What is still missing of the core form; app/sentences.ts says it. */
  missing: CorePiece[]
}

/** Somebody who comes to a group for the first time, as its facilitators are told: first names, and nothing more (story 23). */
export interface Introduced {
  by: string
  /** A colleague whom they know. */
  knows: string | null
}

export interface HereRow extends PersonChips, NamedPerson {
  introduced: Introduced | null
  signInIds: string[]
  arrived: PlainTime
  /** Who recorded it, when it was not me; first name. */
  by: string | null
  left: PlainTime | null
  /** Signed in on two laptops: one attendance, both kept. */
  twice: boolean
  /** Came for the café only. */
  cafeOnly: boolean
  /** Who came with them, as counted heads. */
  brought: CompanionRow[]
  held: string | null
}

export interface NotYetRow extends PersonChips, NamedPerson {
  introduced: Introduced | null
  /** "came 31 of the last 34", "member since May, missed the last 2". */
  hint: Hint
  /** When they were signed in and it was undone, by whom: still a fact. */
  undone: { at: PlainTime; by: string } | null
  /** Told us before, absent, or waiting for a place. */
  mark: { id: string; state: RegisterMarkState; words: string | null; at: PlainTime; by: string } | null
}

/** Heads without a record of their own. */
export interface CompanionRow {
  id: string
  kind: CompanionKind
  number: number
  withId: string | null
  left: PlainTime | null
}

/** How a person stands to the group, said by app/sentences.ts. */
export type Hint =
  | { kind: 'came'; times: number; of: number }
  | { kind: 'missed'; times: number; since: PlainDate }
  | { kind: 'member'; since: PlainDate }
  | { kind: 'otherGroup'; group: string }
  | { kind: 'noGroup' }

export interface RegisterView {
  sessionId: string
  /** Whether the laptop has read everybody yet; until then a search knows who this register names, and waits for the others. */
  knowsAll: boolean
  /** What commands about this session take. */
  which: WhichSession
  groupId: string
  group: string
  date: PlainDate
  start: PlainTime
  end: PlainTime
  place: string
  meetingPoint: string | null
  leader: string | null
  /** Whether heads are counted. */
  counts: boolean
  template: GroupTemplate
  /** Who may come along at this group, the likeliest first. */
  companionKinds: CompanionKind[]
  /** Heads that came with nobody on the register. */
  companions: CompanionRow[]
  heads: Heads
  /** Places, if the group says how many. */
  capacity: number | null
  /** Who waits for a place, the longest first. */
  waiting: (NamedPerson & { at: PlainTime })[]
  /** Members of whom nothing is recorded. */
  notRecordedCount: number
  /** Two who may be one, written down on two laptops; and the pairs somebody has called two. */
  maybeSame: { pair: string; first: Pick<NamedPerson, 'name' | 'apart'>; other: Pick<NamedPerson, 'name' | 'apart'> & { signInIds: string[] } }[]
  twoPeople: string[]
  /** The second part, if the group has one. */
  cafe: { at: PlainTime | null; place: string | null; venueId: string | null; drinks: number | null; quizTheme: string | null } | null
  checks: { check: Check; done: boolean }[]
  ratio: Ratio | null
  closed: { at: PlainTime; by: string } | null
  cancelledBecause: string | null
  state: SessionState
  /** Newest first, those who left early at the end. */
  here: HereRow[]
  /** Most regular first; a stable order while the register is open. */
  notYet: NotYetRow[]
  hereCount: number
  leftCount: number
  /** How many are not yet here; `notYet` shows the first 300, search finds the others. */
  notYetCount: number
  headCounts: CountView[]
}

export interface SearchHit extends NamedPerson {
  /** Half-open ranges of `name` that matched, to underline. */
  marks: [number, number][]
  alerts: string[]
  noPhoto: boolean
  state: 'notHere' | 'here' | 'left'
  arrived: PlainTime | null
  hint: Hint
  /** Stands in place of the hint: they come for the first time. */
  introduced?: Introduced
}

export interface HeadCountView {
  sessionId: string
  /** What commands about this session take. */
  which: WhichSession
  group: string
  place: string
  /** The counts of this group, in their order. */
  moments: HeadCountMoment[]
  /** Which count comes next; null when all are done. */
  next: HeadCountMoment | null
  /** Everyone signed in and not gone, by family name, then who came with them: so many heads each. */
  expected: CountedRow[]
  /** Babies who should be there, where they are counted apart. */
  babies: number | null
  assistanceDogs: number
  counts: CountView[]
}

/** One line to tick at a head count: a person, or some who came along. */
export interface CountedRow extends NamedPerson {
  // `personId`: the person, or the row of who came along
  heads: number
  /** Came along, by kind; with whom. */
  companion: { kind: CompanionKind; with: string | null } | null
}

export interface ClosingView {
  sessionId: string
  /** What commands about this session take. */
  which: WhichSession
  group: string
  date: PlainDate
  here: number
  left: number
  newcomers: (NamedPerson & { missing: CorePiece[] })[]
  /** Members of whom nothing is recorded: they stay "not recorded". */
  notRecorded: NamedPerson[]
  /** Told us before. */
  apologies: number
  absent: number
  heads: Heads
  /** Counts that should be there and are not. */
  countsMissing: HeadCountMoment[]
  /** The last count disagrees with who is signed in. */
  mismatch: CountView | null
  /** Every count that disagreed: it stays said when a later one agrees. */
  gaps: CountView[]
  notes: NoteView[]
  closed: { at: Instant; by: string; reason: string | null } | null
  next: PlainDate | null
}

export interface NoteView {
  id: string
  /** What is asked for again. */
  kind: 'worthACall' | 'lostProperty' | 'next' | null
  text: string
  at: Instant
  by: string
}
