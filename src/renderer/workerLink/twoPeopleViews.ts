import type { Instant, PlainDate } from '../../shared/std/dates.ts'
import type { Likeness } from '../../shared/rules/duplicates.ts'
import type { NamedPerson } from './views.ts'

/** What somebody has said of two people, and when. */
export interface SaidView {
  answer: 'same' | 'notSame' | 'later'
  survivorId: string | null
  by: string
  at: Instant
}

/** What of a person stands beside that of another, in this order. */
export const comparedFields = [
  'name',
  'knownAs',
  'bornOn',
  'phone',
  'email',
  'address',
  'practice',
  'nhsNumber',
  'alerts',
  'medicine',
  'accessNeeds',
  'groups',
  'contacts',
  'came',
  'cases',
] as const
export type ComparedField = (typeof comparedFields)[number]

/** One of two people, as they were written down. */
export interface SideView {
  personId: string
  name: string
  /** What is known, as text; dates and counts as they are. */
  values: Partial<Record<ComparedField, string | number>>
  /** The sessions they came to last, newest first. */
  sessions: { group: string; date: PlainDate }[]
  archived: boolean
}

/** Two people side by side. */
export interface TwoPeopleView {
  sides: [SideView, SideView]
  /** What both say, and not the same. */
  differs: ComparedField[]
  because: Likeness[]
  said: SaidView | null
  /** Whose name is proposed to go on: of whom more is known. */
  proposed: string
  /** They were called the same, and are not shown as one: by way of others they were called two people. */
  isAgainst: boolean
}

/** A pair on the list. */
export interface PairRow {
  one: NamedPerson & { bornOn: PlainDate | null }
  other: NamedPerson & { bornOn: PlainDate | null }
  because: Likeness[]
}

/** Pairs that somebody should look at. */
export interface PairsView {
  open: PairRow[]
  /** Looked at, and to be asked again. */
  later: PairRow[]
  /** Called the same. */
  joined: PairRow[]
}

/** Who else somebody was written down as, and who may be they. */
export interface OtherSelvesView {
  joined: { personId: string; name: string }[]
  likely: PairRow['other'][]
}
