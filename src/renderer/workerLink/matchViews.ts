import type { Slot } from '../../shared/records/group.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import type { Listing } from '../../shared/rules/directory.ts'
import type { Distance } from '../../shared/rules/distance.ts'
import type { GotThere } from '../../shared/rules/gotThere.ts'
import type { Against, Ask, For, Wish } from '../../shared/rules/match.ts'
import type { PlainDate } from '../../shared/std/dates.ts'

/** What is chosen on the screen; where they live and who they are is the worker's. */
export type Asked = Omit<Wish, 'from' | 'gender'>

/** What the screen begins with. */
export interface MatchingView {
  personId: string
  name: string
  /** The open case that an offer belongs to. */
  episodeId: string | null
  /** From where it is counted: "CV11", or the town. */
  from: string
  /** What is written down about access, mobility and interpreters, as it stands there. */
  said: string[]
  asked: Asked
  /** Languages that somebody in the directory speaks, and theirs. */
  languages: string[]
}

type OfferState = FieldsOf<'offer'>['state']

/** One entry with the reasons. */
export interface MatchRow {
  id: string
  groupId: string | null
  serviceId: string | null
  kind: Listing['kind']
  name: string
  organiser: string
  place: string
  times: Listing['times']
  timesWords: string
  slots: readonly Slot[] | null
  distance: Distance
  free: boolean | null
  pence: number | null
  costWords: string
  vacancy: Listing['vacancy']
  placesLeft: number | null
  freshDays: number | null
  closed: Listing['closed']
  for: For[]
  against: Against[]
  ask: Ask[]
  /** Needs of theirs that it answers. */
  needs: string[]
  /** It was offered to them already, and stands. */
  offer: OfferState | null
  isMember: boolean
}

export interface MatchesView {
  /** In the directory. */
  total: number
  fitting: number
  fits: MatchRow[]
  closed: MatchRow[]
  others: MatchRow[]
}

/** One offer with its answer and what came of it. */
export interface OfferRow {
  offerId: string
  groupId: string | null
  serviceId: string | null
  /** null: nothing suitable, or no longer on this laptop. */
  what: string | null
  state: OfferState
  offeredOn: PlainDate
  answeredOn: PlainDate | null
  because: NonNullable<FieldsOf<'offer'>['because']> | null
  becauseWords: string
  firstOn: PlainDate | null
  meetAt: string
  goesAlongId: string | null
  goesAlong: string | null
  /** Of a group of ours that they said yes to. */
  got: GotThere | null
}

export interface OffersView {
  personId: string
  name: string
  /** Newest first. */
  offers: OfferRow[]
}

/** What is needed to plan a first time. */
export interface FirstTimeView {
  /** The coming sessions of the group. */
  next: { date: PlainDate; start: string; place: string; meetingPoint: string | null }[]
  colleagues: { id: string; name: string }[]
}

/** The sheet for one person about one thing they were offered. */
export interface ExpectView {
  name: string
  what: string
  organiser: string
  about: string
  times: Listing['times']
  timesWords: string
  slots: readonly Slot[] | null
  first: { date: PlainDate; start: string | null } | null
  meetAt: string
  goesAlong: string | null
  place: string
  address: string
  meetingPoint: string | null
  leader: string | null
  bring: string
  free: boolean | null
  pence: number | null
  costWords: string
  transport: string
  access: readonly string[]
  steps: string[]
  call: { name: string; phone: string } | null
}
