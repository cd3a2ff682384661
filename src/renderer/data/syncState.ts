import type { PlainDate } from '../../shared/std/dates.ts'
import { zeroStamp, type Stamp } from '../../shared/std/stamp.ts'
import type { NumberRange } from '../../shared/std/ranges.ts'
import type { Bookmark, Nowhere } from '../../shared/sync/protocol.ts'

/** What a laptop had at an exchange, of which some had fallen out of its time. */
export interface Fallen {
  /** The day, by the server's clock. */
  day: PlainDate
  /** The bookmark then: nothing of it was written later. */
  revision: number
  /** When the server first called all of that durable, by its clock, milliseconds since 1970. */
  durableAt: number | null
}

/** What the store remembers of the exchange; ids and numbers only, so it lies in clear. */
export interface SyncState {
  clock: Stamp
  nextSequence: number
  /** Every change up to here was durable and is forgotten. */
  forgottenTo: number
  bookmark: Bookmark | null
  /**
   * Of the last answer to a trusted laptop: it stands also while there is no bookmark, or a restore in between would go unseen. Null
   * after a reset: everything is pending again, so whatever server answers next is offered all of it. Empty while a reset is due.
   */
  heardEpoch: string | null
  /** The first load under way. */
  load: { epoch: string; after: string | null; revision: number; chain: string } | null
  generation: number
  /** The highest `haveN` of this epoch: when the server's falls below, it lost something. */
  haveN: number
  durable: number
  /** What this laptop called its last exchange (SPEC SY24). */
  mark: string | null
  /** It went on from an old copy and has no id of its own yet: the sealed token to ask with, once it is made. */
  split: { token: Uint8Array | null } | null
  /** When it found out that it went on from an old copy, until somebody has read it. */
  copiedAt: string | null
  /** Numbers passed over after the store was lost, so as to use none twice: under most of them nothing was ever written. */
  givenUp: NumberRange[]
  /** Numbers that this laptop once gave and has nowhere (SPEC SY30), as long as the server has not said that it has them. */
  nowhere: Nowhere[]
  /** Whether the server was asked about them and does not have them either. */
  nowhereAsked: boolean
  /** Up to here it was looked for gaps. */
  lookedTo: number
  /** Up to here a store before this one gave its numbers, and was lost: it has nothing of what was written under them. */
  writtenBefore: number
  /** How many former names of records its rows were moved from. */
  formerNames: number
  /** Who was erased and of whom nothing is left on this laptop (SPEC SY42). */
  erasedHere: string[]
  /** What had fallen out of this laptop's time by some days, until it has been durable for a fortnight (SPEC SY49). */
  fallen: Fallen[]
  /** What has been, and leaves this laptop now. */
  leaving: Pick<Fallen, 'day' | 'revision'> | null
  /** It was begun when keys were short already (storedKey.ts): none has to be looked for as it was written out before. */
  hasShortKeys: boolean
}

/** Of the first load of all: no row is older. */
export const firstGeneration = 1

/** Of a laptop that has just joined. */
export const freshState: SyncState = {
  clock: zeroStamp,
  nextSequence: 1,
  forgottenTo: 0,
  bookmark: null,
  heardEpoch: null,
  load: null,
  generation: firstGeneration,
  haveN: 0,
  durable: 0,
  mark: null,
  split: null,
  copiedAt: null,
  givenUp: [],
  nowhere: [],
  nowhereAsked: false,
  lookedTo: 0,
  writtenBefore: 0,
  formerNames: 0,
  erasedHere: [],
  fallen: [],
  leaving: null,
  hasShortKeys: false,
}
