import type { Listing, Weekday } from '../../shared/rules/directory.ts'
import type { DirectoryFilter } from '../../shared/rules/directorySearch.ts'

export type { DirectoryFilter, Listing, Weekday }

/** What fits, best first; with how many there are and what one can choose from. */
export interface DirectoryView {
  total: number
  found: number
  shown: Listing[]
  towns: string[]
  /** How many wait for a check, and after how many days one is due. */
  due: number
  checkAfter: number
}

/** One entry with who checked it and where it is from. */
export interface EntryView {
  listing: Listing
  checkedBy: string | null
  /** What it says as a row of its own, for the form; null where it has none yet. */
  typed: TypedEntry
  /** Notes that were written at once, all kept. */
  notes: string[]
  feed: string | null
  closedFrom: string | null
  groupPaused: boolean
}

/** The details of an entry as they are written, without what the group says itself. */
export type TypedEntry = Pick<
  Listing,
  | 'about'
  | 'needs'
  | 'suits'
  | 'access'
  | 'languages'
  | 'onlyFor'
  | 'free'
  | 'pence'
  | 'costWords'
  | 'timesWords'
  | 'address'
  | 'town'
  | 'postcode'
  | 'transport'
  | 'howToJoin'
  | 'contactName'
  | 'phone'
  | 'email'
  | 'url'
  | 'firstVisit'
  | 'bring'
  | 'localNote'
  | 'vacancy'
  | 'times'
>
