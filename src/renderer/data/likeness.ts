import type { Entity } from '../../shared/records/index.ts'
import { likenessOf, traitsOf, type Likeness, type Sought, type Traits } from '../../shared/rules/duplicates.ts'

/** Somebody who may be the one who stands there. */
export interface Alike {
  personId: string
  because: Likeness[]
}

/** What speaks louder: a number nobody else has, then a name letter by letter, a birthday, a sound. */
const weights: Record<Likeness, number> = { phone: 8, name: 4, bornOn: 4, sound: 2 }

/**
 * Finds people who may be the same as somebody new. Made when first asked, kept by touched rows. Nobody is alike without
 * the same phone, the same birthday or a family name that sounds alike, so only those are compared and not all ten thousand.
 */
export class PeopleAlike {
  private readonly traits = new Map<string, Traits>()
  private readonly texts = new Map<string, string>()
  private readonly byTrait = new Map<string, Set<string>>()

  /** Adds or replaces people; removed ones leave. */
  update(people: Iterable<Entity<'person'>>): void {
    for (const person of people) {
      const text = person.removedBecause ? '' : textOf(person)
      if (this.texts.get(person.id) === text) continue
      this.forget([person.id])
      if (text === '') continue
      const traits = traitsOf(person)
      this.texts.set(person.id, text)
      this.traits.set(person.id, traits)
      for (const key of keysOf(traits)) this.byTrait.set(key, (this.byTrait.get(key) ?? new Set()).add(person.id))
    }
  }

  /** These are no longer on this laptop. */
  forget(personIds: Iterable<string>): void {
    for (const id of personIds) {
      const traits = this.traits.get(id)
      if (traits) for (const key of keysOf(traits)) this.byTrait.get(key)?.delete(id)
      this.traits.delete(id)
      this.texts.delete(id)
    }
  }

  /** The likeliest first. @param most how many at most @param except somebody who is not like themselves */
  find(sought: Sought, most: number, except: string | null = null): Alike[] {
    const wanted = traitsOf(sought)
    const ids = new Set(keysOf(wanted).flatMap((key) => [...(this.byTrait.get(key) ?? [])]))
    const found = [...ids].flatMap((personId) => {
      const traits = this.traits.get(personId)
      const because = traits && personId !== except ? likenessOf(wanted, traits) : []
      return because.length > 0 ? [{ personId, because }] : []
    })
    return found.sort((a, b) => weightOf(b) - weightOf(a) || (a.personId < b.personId ? -1 : 1)).slice(0, most)
  }
}

function weightOf({ because }: Alike): number {
  return because.reduce((sum, one) => sum + weights[one], 0)
}

function textOf({ givenName, familyName, knownAs, bornOn, phone }: Entity<'person'>): string {
  return [givenName, familyName, knownAs, bornOn, phone].join('|')
}

/** By what somebody is looked up before they are compared. */
function keysOf({ phone, bornOn, family, familySounds }: Traits): string[] {
  return [
    ...(phone.length >= 6 ? [`phone ${phone}`] : []),
    ...(bornOn ? [`born ${bornOn}`] : []),
    ...(family ? [`family ${family}`] : []),
    ...[...familySounds].map((sound) => `sound ${sound}`),
  ]
}
