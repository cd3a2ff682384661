import type { DeclarationView } from './doorViews.ts'
import type { LinkTrouble } from '../../shared/sync/protocol.ts'
import type { Role } from '../../shared/records/colleague.ts'
import type { GroupTemplate } from '../../shared/records/group.ts'
import type { Apart } from '../../shared/rules/apart.ts'
import type { CorePiece } from '../../shared/rules/missing.ts'
import type { SetUpStep } from '../../shared/rules/setUp.ts'
import type { Slot } from '../../shared/records/group.ts'
import type { NumberRange } from '../../shared/std/ranges.ts'
import type { Instant, PlainDate, PlainTime } from '../../shared/std/dates.ts'

import type { PersonText } from './personTexts.ts'
import type { NamedPerson, NoteView, SessionCard } from './sessionViews.ts'

export type * from './sessionViews.ts'

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
  /** Changes that were once written here and can be found nowhere, by their numbers; `askedFor`: nor at the surgery (SPEC SY30). */
  missing: { count: number; numbers: NumberRange[]; askedFor: boolean } | null
  /** An exchange under way: changes sent so far of those that waited when it began. */
  sending: { sent: number; of: number } | null
  /** A first load under way, in rows. */
  loading: { loaded: number; of: number } | null
  /** A large act that is being written, an import: how much of it, of 1. */
  writing: number | null
  /** Pictures and films that this laptop has whole and the server not; missing where there are none. */
  filesToSend?: number
  /** The last exchange that ended well with nothing left over on the server. */
  lastReached: Instant | null
  /** The last attempt, if it failed. */
  trouble: {
    at: Instant
    what: LinkTrouble | 'deviceRevoked' | 'notConfirmed' | 'wipe'
    /** When a busy server is asked again. */ againAt?: Instant
  } | null
  /** The clock of this laptop is this many minutes off (positive: fast); null while unknown or under 5. */
  clockOffMinutes: number | null
  /** The last moment that this laptop wrote or heard of, while its clock stands before it and no server has told the time; else null. */
  clockBehind: Instant | null
  /** Free bytes on the disk when they run short (under 2 GB), else null. */
  diskLow: number | null
  /** A write failed and has not yet succeeded since; or the browser has cleared the store, and none will. */
  notSaved: 'diskFull' | 'notSaved' | 'cleared' | null
  /** Everything the surgery has for this laptop was fetched, and only news is missing. */
  whole: boolean
  /** It went on from an old copy of itself: it fetches everything again, or has, and nobody has read of it yet (SPEC SY25). */
  copied: 'fetching' | 'fetched' | null
  /** Without its server for ten days (`soon`) or a fortnight (`over`): then it shows what a session needs, until it has met it once. */
  lease: { state: 'soon' | 'over'; until: Instant; takenOff: boolean } | null
}

export interface MeView {
  colleagueId: string
  name: string
  role: Role
  team: string
  deviceName: string
  /** They work for somebody else, until this day, and have agreed or not (story 36). */
  partner: TeamView['colleagues'][number]['partner']
}

export interface EmergencyView {
  sessionId: string
  people: (NamedPerson & {
    phone: string[]
    alerts: string[]
    here: boolean
    contacts: { name: string; relationship: string | null; phones: string[] }[]
  })[]
}

export interface PersonRow extends NamedPerson {
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

/** With every text of personTexts.ts. */
export interface PersonView extends Record<PersonText, string | null> {
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
  /** What the NHS asks; only on laptops of link workers and leads (domain 6). */
  national: { nhsNumber: string | null; ethnicity: string | null; gender: '1' | '2' | '3' | '4' | 'Z' | 'X' | null; language: string | null } | null
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
  groups: { groupId: string; group: string; since: PlainDate; endedOn: PlainDate | null; came: number; of: number; recent: boolean[] }[]
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

export interface FirstSession {
  date: PlainDate
  start: PlainTime
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
  people: (NamedPerson & { since: PlainDate; came: number; of: number; lastCame: PlainDate | null })[]
  /** Lists that were imported lately and can still be taken back, newest first. */
  imports: { importId: string; on: PlainDate; people: number }[]
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
  /** One of the server's words; a newer one may have more than this app knows. */
  code: string | null
}

export interface SurgeryView {
  status: StatusView
  waiting: ActView[]
  held: ActView[]
  /** What a lead has closed for good, the latest first. */
  closed: (ActView & { closedBy: string; because: string })[]
  /** Newest first. */
  history: { at: Instant; sent: number; fetched: number; trouble: LinkTrouble | 'deviceRevoked' | 'notConfirmed' | 'wipe' | null }[]
  server: string
  durableUpTo: number
  /** Who can let in or close what is held. */
  leads: string[]
}

/** What a new team has to do, for a lead, in order; not all of it is done. */
export interface SetUpView {
  steps: { step: SetUpStep; done: boolean }[]
}

/** Phone, training, DBS and first aid of a colleague (story 37). */
export interface PapersView {
  phone: string | null
  trainedOn: PlainDate | null
  dbsUntil: PlainDate | null
  firstAidUntil: PlainDate | null
}

export interface TeamView {
  team: string
  /** Open cases that one link worker should have at most; null where nothing is said, and on laptops that have no cases. */
  caseloadFigure: number | null
  /** Postcode districts that the team covers. */
  districts: string[]
  /** Whether the groups that the lead chose are published, and the address of their page. */
  openData: { on: boolean; address: string }
  colleagues: {
    id: string
    name: string
    role: Role
    papers: PapersView
    devices: { name: string; enrolledAt: Instant; revoked: boolean }[]
    /** They work for somebody else, until this day (story 36). */
    partner: { of: string; until: PlainDate; agreedOn: PlainDate | null } | null
  }[]
  venues: VenueView[]
}

/** A place, with what a leader wants to know of it. Empty where nobody has said. */
export interface VenueView {
  id: string
  name: string
  meetingPoint: string
  gridReference: string
  address: string
  town: string
  postcode: string
  notes: string
  /** Anybody may come to it, so that its address may be published. */
  isPublic: boolean
}

/** Somebody who asked for the leader at the kiosk (story 17); details are spoken. */
export interface KioskRequestRow {
  kioskRequestId: string
  kind: 'changed' | 'help' | 'noPhotos' | 'someoneNew'
  personId: string | null
  name: string | null
  apart?: Apart
  /** What somebody new typed. */
  firstName: string | null
  at: PlainTime
}

/** A person's cards, and those of a group's members (story 40). */
export interface CardRow extends NamedPerson {
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
  apart?: Apart
  detail: string
}
