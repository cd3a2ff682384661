import { create } from 'zustand'
import { parentOf, writePlace, type Place } from './places.ts'

interface PlaceState {
  place: Place
  /** The places one came through, newest last. */
  before: Place[]
  go(place: Place): void
  back(): void
  /** Starts afresh at a place, with its parents behind it. */
  startAt(place: Place): void
}

/** Enough steps back for anybody. */
const mostBefore = 30

/** The route of the window. */
export const usePlace = create<PlaceState>((set, get) => ({
  place: { at: 'today' },
  before: [],
  go: (place) => {
    const { place: now, before } = get()
    if (samePlace(now, place)) return
    set({ place, before: [...before, now].slice(-mostBefore) })
  },
  back: () => {
    const { place, before } = get()
    const to = before.at(-1) ?? parentOf(place)
    if (to) set({ place: to, before: before.slice(0, -1) })
  },
  startAt: (place) => set({ place, before: parentsOf(place) }),
}))

/** Goes somewhere; for handlers. */
export function go(place: Place): void {
  usePlace.getState().go(place)
}

/** One step back; for handlers. */
export function goBack(): void {
  usePlace.getState().back()
}

function parentsOf(place: Place): Place[] {
  const parent = parentOf(place)
  return parent ? [...parentsOf(parent), parent] : []
}

function samePlace(a: Place, b: Place): boolean {
  return writePlace(a) === writePlace(b)
}
