import type { Json } from '../changes/change.ts'
import type { Entity } from '../records/index.ts'
import { phoneDigits, plain } from '../std/text.ts'
import type { ReadContact } from './contactCell.ts'
import type { ReadPerson } from './readPerson.ts'

/** What is known of somebody beside their own row. */
export interface KnownBeside {
  contacts: readonly Pick<Entity<'emergencyContact'>, 'name' | 'phone'>[]
  notes: readonly string[]
}

const asked = ['familyName', 'knownAs', 'bornOn', 'phone', 'email', 'practice'] as const

/** Something that the list says otherwise than we know it. */
export interface Differs {
  field: (typeof asked)[number] | 'alerts' | 'address' | 'contact'
  ours: string
  theirs: string
}

/** What a list knows more of somebody who is known already. */
export interface More {
  /** What is empty here, and is filled. */
  fields: Record<string, Json>
  contacts: ReadContact[]
  notes: string[]
  /** What is filled here otherwise: a person chooses. */
  differs: Differs[]
}

/** Compares. @param takes fields for which somebody has chosen what the list says */
export function knowsMore(ours: Entity<'person'>, beside: KnownBeside, theirs: ReadPerson, takes: ReadonlySet<string>): More {
  const more: More = { fields: {}, contacts: [], notes: theirs.notes.filter((one) => !beside.notes.includes(one)), differs: [] }
  for (const field of asked) compare(more, takes, field, ours[field], theirs.fields[field], same[field] ?? sameText)
  compareAlerts(more, takes, ours, theirs)
  compareAddress(more, takes, ours, theirs)
  compareContacts(more, takes, beside, theirs)
  return more
}

/** Whether there is anything to write or to choose. */
export function isMore({ fields, contacts, notes, differs }: More): boolean {
  return Object.keys(fields).length + contacts.length + notes.length + differs.length > 0
}

type Same = (a: string, b: string) => boolean
const sameText: Same = (a, b) => plain(a).replace(/\s+/g, ' ').trim() === plain(b).replace(/\s+/g, ' ').trim()
const samePhone: Same = (a, b) => phoneDigits(a) === phoneDigits(b)
const same: Partial<Record<string, Same>> = { phone: samePhone, bornOn: (a, b) => a === b }

function compare(more: More, takes: ReadonlySet<string>, field: Differs['field'], ours: unknown, theirs: Json | undefined, isSame: Same): void {
  if (typeof theirs !== 'string' || (typeof ours === 'string' && isSame(ours, theirs))) return
  if (ours !== undefined && ours !== '') more.differs.push({ field, ours: typeof ours === 'string' ? ours : '', theirs })
  if (ours === undefined || ours === '' || takes.has(field)) more.fields[field] = theirs
}

function compareAlerts(more: More, takes: ReadonlySet<string>, { alerts = [] }: Entity<'person'>, { fields }: ReadPerson): void {
  const theirs = (fields['alerts'] ?? []) as string[]
  const news = theirs.filter((one) => !alerts.some((other) => sameText(one, other)))
  if (news.length === 0) return
  const all = [...alerts, ...news]
  if (alerts.length > 0) more.differs.push({ field: 'alerts', ours: alerts.join('; '), theirs: theirs.join('; ') })
  if (alerts.length === 0 || (takes.has('alerts') && all.length <= 8)) more.fields['alerts'] = all
}

type Address = NonNullable<Entity<'person'>['address']>

function compareAddress(more: More, takes: ReadonlySet<string>, { address = {} }: Entity<'person'>, { fields }: ReadPerson): void {
  const theirs = (fields['address'] ?? {}) as Address
  const parts = (['lines', 'town', 'postcode'] as const).filter((part) => theirs[part])
  const news = parts.filter((part) => !address[part] || !sameText(address[part], theirs[part] ?? ''))
  if (news.length === 0) return
  const against = news.some((part) => address[part])
  if (against) more.differs.push({ field: 'address', ours: written(address), theirs: written(theirs) })
  if (!against || takes.has('address')) more.fields['address'] = { ...address, ...theirs } as Record<string, string>
}

function written({ lines, town, postcode }: Address): string {
  return [lines, town, postcode].filter(Boolean).join(', ')
}

function compareContacts(more: More, takes: ReadonlySet<string>, { contacts }: KnownBeside, theirs: ReadPerson): void {
  const isKnown = (one: ReadContact) => contacts.some((other) => (one.phone ? samePhone(one.phone, other.phone) : sameText(one.name, other.name)))
  const news = theirs.contacts.filter((one) => !isKnown(one))
  if (news.length === 0) return
  const inWords = (all: readonly { name: string; phone: string }[]) =>
    all.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join('; ')
  if (contacts.length > 0) more.differs.push({ field: 'contact', ours: inWords(contacts), theirs: inWords(news) })
  if (contacts.length === 0 || takes.has('contact')) more.contacts.push(...news)
}
