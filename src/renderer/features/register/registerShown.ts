import { createStore, type StoreApi } from 'zustand/vanilla'

/** What came of the last act, said under the search. */
export interface Outcome {
  tone: 'good' | 'plain' | 'trouble'
  text: string
  /** Does the same again. */
  retry?: () => void
  /** Something else one can do about it. */
  more?: { label: string; run: () => void }
  /** The text nobody answers to. */
  nobody?: string
  /** Somebody new, whose form can be filled in now. */
  fillIn?: boolean
  /** Who it says is here; it is no longer said once that was undone. */
  personId?: string
}

/** A sign-in on its way to the disk, once that has taken longer than a moment (`quietMs`). */
export interface Pending {
  number: number
  /** null until the worker has said who the text meant. */
  personId: string | null
  name: string
  /** The disk takes longer than a glance: the ring is shown. */
  slow: boolean
  /** The time drawn beside the tick, once it is on disk; the row itself comes a moment later. */
  landed: string | null
}

/** What is on the screen of a register beside what the worker says. */
export interface RegisterShown {
  /** As typed into the search. */
  text: string
  /** What Enter was pressed on, until the worker has answered: the list stays as it is, and nothing else takes the disk's time. */
  asked: string
  /** The result chosen by the arrow keys, from 0. */
  chosen: number | null
  outcome: Outcome | null
  pending: readonly Pending[]
}

/** Nothing typed, nothing pressed. A store, so that each part of the screen is drawn again for what it shows alone. */
export function createShown(): StoreApi<RegisterShown> {
  return createStore(() => ({ text: '', asked: '', chosen: null, outcome: null, pending: [] }))
}
