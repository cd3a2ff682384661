/** What goes along to a session (story 1), in the order of the list. */
export const readyParts = ['register', 'contacts', 'declarations', 'phones', 'venue'] as const
export type ReadyPart = (typeof readyParts)[number]

/** Why a part is not on the laptop as a whole. Each has its sentence with what to do. */
export type NotReady = 'neverLoaded' | 'loading' | 'newerApp' | 'notInSight' | 'peopleMissing' | 'venueMissing'

/** What the laptop knows of itself and of one session. */
export interface ReadyFacts {
  /** The first load: done, under way, or not begun. */
  load: 'done' | 'loading' | 'never'
  /** Changes from a newer app that this one cannot read. */
  parked: number
  /** Whether the group's people come to this laptop at all. */
  inSight: boolean
  /** Signed up, and of how many of them the record is here. */
  members: number
  arrived: number
  /** Of those who are here: with somebody to ring, with health answers that hold, with a phone. */
  withContact: number
  withDeclaration: number
  withPhone: number
  /** Whether the group asks health questions. */
  asksHealth: boolean
  /** The place: not decided, its record not here, here. */
  venue: 'none' | 'missing' | 'here'
}

/** One line of the list. `has` of `of` is what is written down, or has arrived while some has not; that something was never asked is no gap of the laptop. */
export interface ReadyLine {
  part: ReadyPart
  ready: boolean
  why: NotReady | null
  has: number
  of: number
}

/** The list of one session. A part of a download is never ready. */
export function readyList(facts: ReadyFacts): ReadyLine[] {
  const whole = wholeOf(facts)
  const people = whole ?? (facts.arrived < facts.members ? 'peopleMissing' : null)
  const place = whole ?? (facts.venue === 'missing' ? 'venueMissing' : null)
  const line = (part: ReadyPart, why: NotReady | null, has: number): ReadyLine => ({
    part,
    ready: why === null,
    why,
    has: why === 'peopleMissing' ? facts.arrived : has,
    of: facts.members,
  })
  return [
    line('register', people, facts.arrived),
    line('contacts', people, facts.withContact),
    ...(facts.asksHealth ? [line('declarations', people, facts.withDeclaration)] : []),
    line('phones', people, facts.withPhone),
    { part: 'venue', ready: place === null, why: place, has: facts.venue === 'none' ? 0 : 1, of: 1 },
  ]
}

/** What stands in the way of all of it. */
function wholeOf({ load, parked, inSight }: ReadyFacts): NotReady | null {
  if (load === 'loading') return 'loading'
  if (load === 'never') return 'neverLoaded'
  if (parked > 0) return 'newerApp'
  return inSight ? null : 'notInSight'
}
