import { likenessOf, type Likeness, type Traits } from './duplicates.ts'

/** Two people on one register who may be one: somebody new, written down on two laptops (peers 3.6). */
export interface MaybeSame {
  /** The pair as `session.twoPeople` writes it. */
  pair: string
  /** Who arrived first. */
  firstId: string
  otherId: string
  why: Likeness[]
}

/** Somebody on the register, earliest first. */
export interface Present {
  personId: string
  isNew: boolean
  traits: Traits
}

/** The name of a pair, the same whichever way round. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join('|')
}

/**
 * Pairs that somebody should look at. Only where one of the two is new here: two regulars who are alike are two people, and
 * everybody knows it. A phone alone is not enough: a couple shares one. @param known pairs that somebody has called two people
 */
export function maybeSame(present: readonly Present[], known: ReadonlySet<string>): MaybeSame[] {
  const byFamily = new Map<string, number[]>()
  return present.flatMap((other, at) => {
    const keys = familyKeys(other.traits)
    const earlier = [...new Set(keys.flatMap((key) => byFamily.get(key) ?? []))].sort((a, b) => a - b)
    for (const key of keys) byFamily.set(key, [...(byFamily.get(key) ?? []), at])
    return earlier.flatMap((place) => alike(present[place]!, other, known))
  })
}

/**
 * Names that are alike have family names that are or sound the same: only those are compared. Each with each took 300
 * people at one register fifteen milliseconds after every tick.
 */
function familyKeys({ family, familySounds }: Traits): string[] {
  return [...(family === '' ? [] : [`name ${family}`]), ...[...familySounds].map((sound) => `sound ${sound}`)]
}

function alike(first: Present, other: Present, known: ReadonlySet<string>): MaybeSame[] {
  if (!first.isNew && !other.isNew) return []
  const why = likenessOf(first.traits, other.traits)
  if (!why.some((one) => one === 'name' || one === 'sound')) return []
  const pair = pairOf(first.personId, other.personId)
  return known.has(pair) ? [] : [{ pair, firstId: first.personId, otherId: other.personId, why }]
}
