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
  return present.flatMap((other, at) => present.slice(0, at).flatMap((first) => {
    if (!first.isNew && !other.isNew) return []
    const pair = pairOf(first.personId, other.personId)
    const why = likenessOf(first.traits, other.traits)
    return known.has(pair) || !why.some((one) => one === 'name' || one === 'sound') ? [] : [{ pair, firstId: first.personId, otherId: other.personId, why }]
  }))
}
