import { create } from 'zustand'

/** Where in the app somebody is. Ids only, so that it may be kept while the laptop is locked. */
export type Place =
  | { at: 'today' }
  | { at: 'register' | 'headCount' | 'closing' | 'emergency' | 'cafe'; sessionId: string }
  | { at: 'newcomer' | 'health'; sessionId: string; personId: string }
  | { at: 'incident'; sessionId: string }
  /** Without a session when the worry comes at a desk; `addsTo` when it adds to one. */
  | { at: 'concern'; sessionId: string | null; addsTo: string | null }
  | { at: 'incidents' | 'concerns' }
  | { at: 'takeAlong' }
  | { at: 'rota' | 'calling' | 'paper' | 'keyIn' | 'registerSheet' | 'emergencySheet'; sessionId: string }
  | { at: 'people' }
  | { at: 'person' | 'card'; personId: string }
  | { at: 'groups' }
  | { at: 'group' | 'import' | 'cards'; groupId: string }
  | { at: 'team' | 'surgery' | 'office' }

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

/** The place one step above, or null at the top. */
export function parentOf(place: Place): Place | null {
  switch (place.at) {
    case 'today': return null
    case 'headCount': case 'closing': case 'emergency': case 'cafe': case 'newcomer': case 'health': case 'incident': return { at: 'register', sessionId: place.sessionId }
    case 'concern': return place.sessionId ? { at: 'register', sessionId: place.sessionId } : { at: 'today' }
    case 'rota': case 'calling': case 'paper': return { at: 'register', sessionId: place.sessionId }
    case 'keyIn': case 'registerSheet': case 'emergencySheet': return { at: 'paper', sessionId: place.sessionId }
    case 'person': return { at: 'people' }
    case 'group': return { at: 'groups' }
    case 'office': return { at: 'surgery' }
    case 'incidents': case 'concerns': return { at: 'team' }
    case 'card': return { at: 'person', personId: place.personId }
    case 'import': case 'cards': return { at: 'group', groupId: place.groupId }
    default: return { at: 'today' }
  }
}

function parentsOf(place: Place): Place[] {
  const parent = parentOf(place)
  return parent ? [...parentsOf(parent), parent] : []
}

/** As it is remembered: "register/<id>". */
export function writePlace(place: Place): string {
  const { at, ...ids } = place
  return [at, ...Object.values(ids).map((id) => id ?? '-')].join('/')
}

/** What was remembered, or null when it is none of ours. */
export function readPlace(text: string | null): Place | null {
  const [at, id, other] = (text ?? '').split('/')
  switch (at) {
    case 'today': case 'people': case 'groups': case 'team': case 'surgery': case 'office': case 'incidents': case 'concerns': return { at }
    case 'newcomer': case 'health': return id && other ? { at, sessionId: id, personId: other } : null
    case 'concern': return id && other ? { at, sessionId: orNone(id), addsTo: orNone(other) } : null
    case 'register': case 'headCount': case 'closing': case 'emergency': case 'cafe': case 'incident': return id ? { at, sessionId: id } : null
    case 'takeAlong': return { at }
    case 'rota': case 'calling': case 'paper': case 'keyIn': case 'registerSheet': case 'emergencySheet': return id ? { at, sessionId: id } : null
    case 'person': case 'card': return id ? { at, personId: id } : null
    case 'group': case 'import': case 'cards': return id ? { at, groupId: id } : null
    default: return null
  }
}

function orNone(id: string): string | null {
  return id === '-' ? null : id
}

function samePlace(a: Place, b: Place): boolean {
  return writePlace(a) === writePlace(b)
}
