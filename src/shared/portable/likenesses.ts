import type { Entity } from '../records/index.ts'
import { phoneDigits, words } from '../std/text.ts'

/** What makes two records the same for an import. */
export type Likeness = Pick<Partial<Entity<'person'>>, 'givenName' | 'familyName' | 'bornOn' | 'phone'>

/**
 * People by what they are recognised by: the name together with birth date or phone, never the name alone. Father and
 * son may share name and phone: another birth date is another person.
 */
export class Likenesses {
  private readonly byBirth = new Map<string, string>()
  private readonly byPhone = new Map<string, { id: string; bornOn: string | null }[]>()
  private readonly byName = new Map<string, { id: string; one: Likeness }[]>()

  add(id: string, one: Likeness): void {
    push(this.byName, nameKey(one), { id, one })
    if (one.bornOn) this.byBirth.set(birthKey(one), id)
    if (one.phone) push(this.byPhone, phoneKey(one), { id, bornOn: one.bornOn ?? null })
  }

  find(one: Likeness): string | undefined {
    const born = one.bornOn ? this.byBirth.get(birthKey(one)) : undefined
    if (born !== undefined || !one.phone) return born
    return this.byPhone.get(phoneKey(one))?.find(({ bornOn }) => !bornOn || !one.bornOn)?.id
  }

  /** Somebody of the same whole name with nothing that speaks against it: maybe the same, which only a person can say. */
  findMaybe(one: Likeness): string | undefined {
    return this.byName.get(nameKey(one))?.find((other) => !speaksAgainst(one, other.one))?.id
  }
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function speaksAgainst(one: Likeness, other: Likeness): boolean {
  if (one.bornOn && other.bornOn) return one.bornOn !== other.bornOn
  return Boolean(one.phone && other.phone && phoneDigits(one.phone) !== phoneDigits(other.phone))
}

function birthKey(one: Likeness): string {
  return `${nameKey(one)}|${one.bornOn}`
}

function phoneKey(one: Likeness): string {
  return `${nameKey(one)}|${phoneDigits(one.phone ?? '')}`
}

function nameKey({ givenName, familyName }: Likeness): string {
  return words(`${givenName ?? ''} ${familyName ?? ''}`).join(' ')
}
