import type { WhichSession } from '../../shared/commands/which.ts'
import type { DutyRole } from '../../shared/records/rotaDuty.ts'
import type { HeadCountMoment } from '../../shared/records/headCount.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import type { ReadyLine } from '../../shared/rules/ready.ts'
import type { PaperSaid } from '../../shared/rules/rota.ts'
import type { Instant, PlainDate, PlainTime } from '../../shared/std/dates.ts'
import type { NamedPerson, SessionState } from './views.ts'

/** What the sheets of a session say of it: when, where, by whom. */
export interface SessionHead {
  sessionId: string
  which: WhichSession
  group: string
  date: PlainDate
  start: PlainTime
  end: PlainTime
  place: string
  meetingPoint: string | null
  leader: string | null
}

/** One session that this laptop may go along to. */
export interface TakeRow extends SessionHead {
  expected: number
  cancelled: boolean
  /** Within the coming seven days. */
  soon: boolean
  /** More than two weeks away: refused. */
  tooFar: boolean
  /** This laptop goes along. */
  takenLaptopId: string | null
  /** Other laptops that go along too. */
  others: { name: string; by: string }[]
}

/** The list "ready to go offline" of one session. */
export interface ReadyCard extends TakeRow {
  lines: ReadyLine[]
  ready: boolean
  people: number
  /** Of them, how many have something every leader must see. */
  withAlerts: number
  /** What is written down about the place. */
  notes: string | null
}

export interface TakeAlongView {
  device: { id: string; name: string }
  /** The last day of which a session may be taken along. */
  upTo: PlainDate
  /** When the surgery was last reached with everything loaded; null: never. */
  asOf: Instant | null
  loading: { loaded: number; of: number } | null
  parked: number
  /** Today and the coming 14 days, then those further ahead. */
  sessions: TakeRow[]
  chosen: ReadyCard[]
}

export interface DutyRow {
  /** null: the leader it was planned with, of whom the rota says nothing yet. */
  dutyId: string | null
  role: DutyRole
  colleagueId: string | null
  personId: string | null
  name: string
  phone: string | null
  state: FieldsOf<'rotaDuty'>['state'] | 'planned'
  /** Somebody who takes part: counted once. */
  takesPart: boolean
  papers: PaperSaid[]
}

export interface RotaView extends SessionHead {
  duties: DutyRow[]
  ratio: {
    people: number
    /** Whether they are here, or only expected. */
    here: boolean
    leaders: number
    short: number
    /** null where no ratio applies. */
    peoplePerLeader: number | null
    secondAdult: boolean
  }
  colleagues: { id: string; name: string }[]
}

export interface CallRow extends NamedPerson {
  phones: string[]
  /** ring: does not know yet; told: knows; heard: knew before and nothing new; apologies: does not come anyway. */
  state: 'ring' | 'told' | 'noNeed' | 'apologies'
  last: {
    sessionCallId: string
    how: 'spoken' | 'message' | 'noAnswer'
    at: Instant
    by: string
    /** About what holds now. */ current: boolean
  } | null
  tries: number
  /** Waits for a place and is not a member. */
  waiting: boolean
}

export interface CallingView extends SessionHead {
  state: SessionState
  cancelledBecause: string | null
  cancelledFor: FieldsOf<'session'>['cancelledFor'] | null
  venueId: string | null
  /** As the weekly rule plans it, when it takes place at another time or place. */
  moved: { start: PlainTime; end: PlainTime; place: string } | null
  /** How many came; they stay in the register. */
  came: number
  /** Whom to ring, by name, told or not; then the others. */
  people: CallRow[]
  toRing: number
  told: number
  /** Nobody needs to be rung as nothing has changed. */
  asPlanned: boolean
}

export interface SheetRow {
  sheetId: string
  kind: 'register' | 'emergency'
  number: string
  at: Instant
  by: string
  keyedInAt: Instant | null
  ended: 'returned' | 'destroyed' | 'lost' | null
  endedAt: Instant | null
}

export interface PaperView extends SessionHead {
  closed: boolean
  expected: number
  here: number
  /** Names on paper that nobody could read, counted so far. */
  unknown: number
  /** The number of the next sheet this laptop prints. */
  nextNumber: string
  /** Newest first. */
  sheets: SheetRow[]
}

export interface SheetLine {
  personId: string
  name: string
  birthday: string | null
}

export interface RegisterSheetView extends SessionHead {
  nextNumber: string
  moments: readonly HeadCountMoment[]
  companions: boolean
  lines: SheetLine[]
}

export interface EmergencySheetView extends SessionHead {
  nextNumber: string
  dutyPhone: string | null
  gridReference: string | null
  lines: (SheetLine & { alerts: string[]; contacts: { name: string; phones: string[] }[] })[]
}
