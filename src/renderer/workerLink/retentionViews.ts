import type { FieldsOf } from '../../shared/records/index.ts'
import type { KeptBy, RetentionRule } from '../../shared/rules/retention.ts'
import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import type { WrittenValue } from './officeViews.ts'
import type { NamedPerson } from './views.ts'

/** One person's record: until when it must be kept, and why. */
export interface RetentionRow extends NamedPerson {
  rule: RetentionRule
  /** From which day it counts. */
  from: PlainDate
  /** The first day on which it need not be kept any more. */
  retainUntil: PlainDate
  keptBy: readonly KeptBy[]
  due: boolean
}

/** What a lead has decided, as long as it stands. */
export interface KeepingRow {
  retentionId: string
  personId: string
  name: string
  decision: FieldsOf<'retention'>['decision']
  reason: string
  /** The last day on which it keeps; null: until somebody ends it. */
  lastDay: PlainDate | null
  by: string
  at: Instant
}

/** The stub of somebody who was erased: nothing of them is in it. */
export interface ErasedRow {
  erasureId: string
  why: FieldsOf<'erasure'>['why']
  keptUntil: PlainDate | null
  by: string
  at: Instant
  /** The surgery has it: their words are gone there, and go from each laptop when it next connects. */
  arrived: boolean
  /** Until this day a backup of the surgery may still hold them. */
  backupsUntil: PlainDate
}

/** Records to review. */
export interface ReviewView {
  /** As at when the surgery last said who was seen when; null: it has not been asked yet, and nothing can be said. */
  asAt: Instant | null
  /** Those whose time is over, the longest first, as many as were asked for. */
  due: RetentionRow[]
  dueCount: number
  /** How many become due within a year. */
  soonCount: number
  kept: KeepingRow[]
  erased: ErasedRow[]
}

/** What a lead may do with one person's record. */
export interface RightsView extends NamedPerson {
  asAt: Instant | null
  /** null until the surgery has said who was seen when. */
  retention: RetentionRow | null
  kept: KeepingRow[]
  /** Why it may not be erased now: something is not finished, or it is on hold. */
  blockedBy: readonly KeptBy[]
  /** Everybody who was joined to them. */
  joinedIds: string[]
  /** A lead has erased them and the surgery does not have it yet. */
  erasing: boolean
  /** Pictures and films in which others can be known too: they stay when somebody is erased, so a person decides about each. */
  withOthers: { mediaId: string; title: string }[]
}

/** One detail of a person that was given another value. */
export interface CorrectionRow {
  id: string
  at: Instant
  /** Empty while their record has not arrived. */
  by: string
  record: string
  field: string
  was: WrittenValue[]
  now: WrittenValue[]
}

/** What was corrected, the latest first. */
export interface CorrectionsView {
  /** The surgery has every change; a laptop without a connection only its own. */
  from: 'surgery' | 'thisLaptop'
  /** There are older ones than are told. */
  more: boolean
  rows: CorrectionRow[]
}

/** What is written of one kind, row by row. */
export interface OwnCopySection {
  record: string
  rows: { id: string; fields: { field: string; values: WrittenValue[] }[] }[]
}

/** Everything about a person that is on this laptop. */
export interface OwnCopyView {
  personId: string
  name: string
  at: Instant
  sections: OwnCopySection[]
  /** How many rows are in it. */
  rows: number
}
