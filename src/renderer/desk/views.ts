import type { DeclarationView, DoorViews } from './doorViews.ts'
import type { HeldCode, LinkTrouble } from '../../shared/sync/protocol.ts'
import type { Role } from '../../shared/records/colleague.ts'
import type { HeadCountMoment } from '../../shared/records/headCount.ts'
import type { CompanionKind } from '../../shared/records/companion.ts'
import type { MarkState } from '../../shared/records/mark.ts'
import type { GroupTemplate } from '../../shared/records/group.ts'
import type { Heads } from '../../shared/rules/heads.ts'
import type { Ratio } from '../../shared/rules/ratio.ts'
import type { Check } from '../../shared/rules/templates.ts'
import type { CorePiece } from '../../shared/rules/missing.ts'
import type { Slot } from '../../shared/records/group.ts'
import type { WhichSession } from '../../shared/commands/which.ts'
import type { Instant, PlainDate, PlainTime } from '../../shared/std/dates.ts'

/** What the screens draw: answers of the worker, plain data. Times are already on the wall of Europe/London. */

/** Facts from which the state of saving and sending is said in words (app/statusInWords.ts). */
export interface StatusView {
  /** Changes written here and not yet at the surgery. */
  pending: number
  /** When the oldest of them was written. */
  oldestPending: Instant | null
  /** Changes the server keeps aside until a person decides. */
  held: number
  /** Changes from a newer app, kept until this one is updated. */
  parked: number
  /** An exchange under way: changes sent so far of those that waited when it began. */
  sending: { sent: number; of: number } | null
  /** A first load under way, in rows. */
  loading: { loaded: number; of: number } | null
  /** The last exchange that ended well with nothing left over on the server. */
  lastReached: Instant | null
  /** The last attempt, if it failed. */
  trouble: { at: Instant; what: LinkTrouble | 'deviceRevoked' } | null
  /** The clock of this laptop is this many minutes off (positive: fast); null while unknown or under 5. */
  clockOffMinutes: number | null
  /** Free bytes on the disk when they run short (under 2 GB), else null. */
  diskLow: number | null
  /** A write failed and has not yet succeeded since. */
  notSaved: 'diskFull' | 'notSaved' | null
}

export interface MeView {
  colleagueId: string
  name: string
  role: Role
  team: string
  deviceName: string
}

export type SessionState = 'planned' | 'running' | 'closed' | 'cancelled' | 'cancelledButAttended' | 'noRegister'

export interface CountView {
  moment: HeadCountMoment
  counted: number
  expected: number
  at: PlainTime
  by: string
  /** Names that were not seen. */
  missing: string[]
  /** Babies, where they are counted apart. */
  babies: { counted: number; expected: number } | null
  /** Whether everybody was there. */
  agrees: boolean
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

export interface HereRow extends PersonChips {
  personId: string
  name: string
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
  held: HeldCode | null
}

export interface NotYetRow extends PersonChips {
  personId: string
  name: string
  /** "came 31 of the last 34", "member since May, missed the last 2". */
  hint: Hint
  /** When they were signed in and it was undone, by whom: still a fact. */
  undone: { at: PlainTime; by: string } | null
  /** Told us before, absent, or waiting for a place. */
  mark: { id: string; state: MarkState; words: string | null; at: PlainTime; by: string } | null
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
  waiting: { personId: string; name: string; at: PlainTime }[]
  /** Members of whom nothing is recorded. */
  notRecordedCount: number
  /** Two who may be one, written down on two laptops; and the pairs somebody has called two. */
  maybeSame: { pair: string; first: { name: string }; other: { name: string; signInIds: string[] } }[]
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

export interface SearchHit {
  personId: string
  name: string
  /** Half-open ranges of `name` that matched, to underline. */
  marks: [number, number][]
  alerts: string[]
  noPhoto: boolean
  state: 'notHere' | 'here' | 'left'
  arrived: PlainTime | null
  hint: Hint
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
export interface CountedRow {
  /** The person, or the row of who came along. */
  personId: string
  name: string
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
  newcomers: { personId: string; name: string; missing: CorePiece[] }[]
  /** Members of whom nothing is recorded: they stay "not recorded". */
  notRecorded: { personId: string; name: string }[]
  /** Told us before. */
  apologies: number
  absent: number
  heads: Heads
  /** Counts that should be there and are not. */
  countsMissing: HeadCountMoment[]
  /** The last count disagrees with who is signed in. */
  mismatch: CountView | null
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

export interface EmergencyView {
  sessionId: string
  people: {
    personId: string
    name: string
    phone: string[]
    alerts: string[]
    here: boolean
    contacts: { name: string; relationship: string | null; phones: string[] }[]
  }[]
}

export interface PersonRow {
  personId: string
  name: string
  ageBand: string | null
  groups: string[]
  lastCame: PlainDate | null
  alerts: string[]
  missing: CorePiece[]
}

export interface PeopleView {
  total: number
  shown: PersonRow[]
}

/** A value that may have two versions: more than one means "Both are kept. Which is right?" */
export interface Kept<Value> {
  value: Value | null
  versions: { value: Value; stamp: string; by: string | null; at: Instant }[]
}

export interface PersonView {
  personId: string
  name: string
  givenName: string
  familyName: string | null
  knownAs: string | null
  bornOn: PlainDate | null
  refusesBirthDate: boolean
  ageBand: string | null
  phone: Kept<string>
  email: string | null
  address: Kept<{ lines?: string | undefined; town?: string | undefined; postcode?: string | undefined }>
  practice: string | null
  alerts: string[]
  photo: 'yes' | 'no' | null
  howHeard: string | null
  medicine: string | null
  pleaseDo: string | null
  pleaseDont: string | null
  interpreter: string | null
  mobility: string | null
  accessNeeds: string | null
  /** Who answers for somebody under 18; null while nobody was asked. */
  guardian: { name: string; phone: string; agreed: boolean } | null
  noPhone: boolean
  noFixedAbode: boolean
  noContactBecause: string | null
  shareWithGp: 'yes' | 'no' | null
  archivedOn: PlainDate | null
  /** The health answers that hold. */
  declaration: DeclarationView | null
  /** Who looked at their emergency contacts, newest first; only on a lead's laptop. */
  reveals: { id: string; at: Instant; by: string; sheet: boolean }[] | null
  missing: CorePiece[]
  contacts: { id: string; name: string; relationship: string | null; phone: Kept<string> }[]
  groups: { groupId: string; group: string; since: PlainDate; endedOn: PlainDate | null; came: number; of: number }[]
  attendance: { sessionId: string; group: string; date: PlainDate; arrived: PlainTime | null; state: 'here' | 'undone' }[]
  notes: NoteView[]
  removedBecause: string | null
}

export interface GroupRow {
  groupId: string
  name: string
  organiser: string | null
  place: string
  when: Slot[]
  leader: string | null
  members: number
  /** Attendance of the last 12 sessions, null = not recorded. */
  trend: (number | null)[]
  state: 'running' | 'paused' | 'closed'
}

export interface GroupView extends GroupRow {
  about: string | null
  counts: boolean
  template: GroupTemplate
  capacity: number | null
  peoplePerLeader: number | null
  secondVenueId: string | null
  venueId: string | null
  leaderId: string | null
  facilitatorIds: string[]
  people: { personId: string; name: string; since: PlainDate; came: number; of: number; lastCame: PlainDate | null }[]
  upcoming: SessionCard[]
  past: SessionCard[]
}

/** One waiting or held act, said in words by app/actInWords.ts. */
export interface ActView {
  act: string
  at: Instant
  by: string
  command: string
  /** Names of people, groups or places it is about. */
  subjects: string[]
  changes: number
  state: 'pending' | 'held'
  code: HeldCode | null
}

export interface SurgeryView {
  status: StatusView
  waiting: ActView[]
  held: ActView[]
  /** Newest first. */
  history: { at: Instant; sent: number; fetched: number; trouble: LinkTrouble | 'deviceRevoked' | null }[]
  server: string
  durableUpTo: number
}

export interface TeamView {
  team: string
  colleagues: { id: string; name: string; role: Role; devices: { name: string; enrolledAt: Instant; revoked: boolean }[] }[]
  venues: { id: string; name: string; town: string | null }[]
}

/** Somebody who asked for the leader at the kiosk (story 17); details are spoken. */
export interface AttentionRow {
  attentionId: string
  kind: 'changed' | 'help' | 'noPhotos' | 'someoneNew'
  personId: string | null
  name: string | null
  /** What somebody new typed. */
  firstName: string | null
  at: PlainTime
}

/** A person's cards, and those of a group's members (story 40). */
export interface CardRow {
  personId: string
  name: string
  /** Printed beside the code: first name and one letter. */
  kioskName: string
  /** The newest that works. */
  card: { cardId: string; token: string; madeAt: Instant } | null
  /** How many were stopped. */
  revoked: number
}

/** What undoing an import would take back, and what stays because somebody touched it since. */
export interface ImportUndoView {
  importId: string
  people: string[]
  memberships: string[]
  touched: { personId: string; name: string }[]
}

/** Answers to Ctrl+K: any person, group or place. */
export interface GoToHit {
  kind: 'person' | 'group' | 'session'
  id: string
  name: string
  detail: string
}

/** Each live question with its parameters and answer. The worker tells the window again whenever the answer changes. */
export interface Views extends DoorViews {
  status: { params: null; view: StatusView }
  me: { params: null; view: MeView }
  today: { params: null; view: TodayView }
  alarms: { params: null; view: AlarmView[] }
  register: { params: { sessionId: string }; view: RegisterView | null }
  headCount: { params: { sessionId: string }; view: HeadCountView | null }
  closing: { params: { sessionId: string }; view: ClosingView | null }
  emergency: { params: { sessionId: string }; view: EmergencyView | null }
  people: { params: { text: string; most: number }; view: PeopleView }
  person: { params: { personId: string }; view: PersonView | null }
  groups: { params: null; view: GroupRow[] }
  group: { params: { groupId: string }; view: GroupView | null }
  surgery: { params: null; view: SurgeryView }
  team: { params: null; view: TeamView }
  attention: { params: { sessionId: string }; view: AttentionRow[] }
  cards: { params: { groupId: string } | { personId: string }; view: CardRow[] }
  importUndo: { params: { importId: string }; view: ImportUndoView | null }
}
export type ViewName = keyof Views
