import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { ageBandOn, ageBands } from '../rules/age.ts'
import { ethnicityGroups, ethnicityGroupOf } from '../rules/ethnicity.ts'
import { needLabel, needs } from '../rules/needs.ts'
import { odsKind, practiceOf, readOds } from '../rules/ods.ts'
import { decilesOf } from '../rules/deprivation.ts'
import { listsOn, registeredBy, type KnownList } from '../rules/listSizes.ts'
import type { CountedRegister } from '../rules/figures.ts'
import { elsewhere, townOf, towns } from '../rules/towns.ts'
import type { PlainDate } from '../std/dates.ts'
import { grouped } from '../std/grouped.ts'
import { compareTexts } from '../std/order.ts'
import { plain } from '../std/text.ts'
import { said } from './cellWords.ts'
import type { CellValue, ReportReader } from './defineReport.ts'

/** By what people can be told apart in a breakdown. */
export const dimensions = ['practice', 'town', 'venue', 'ageBand', 'gender', 'ethnicity', 'deprivation', 'need'] as const
export type Dimension = (typeof dimensions)[number]
export const dimensionSchema = z.enum(dimensions)

/** One line of a breakdown, and which lines somebody is in: none where it is not known, several where they have several needs. */
export interface Parts {
  lines: readonly { id: string; called: CellValue }[]
  /** How many are registered of each line, by its id, and of all practices, where that is known. */
  registered?: { lines: ReadonlyMap<string, number>; all: number | null }
  of(person: Entity<'person'>): readonly string[]
}

/**
 * The lines by which people are told apart. Every line of a closed list is there, whether anybody is in it or not; a practice or need where
 * anybody known has it. So a line says nothing of whether somebody in this period is in it. @param day on which their age is told @param came the registers by which it is told where they came
 */
export async function partsBy(
  by: Dimension,
  reader: ReportReader,
  known: readonly Entity<'person'>[],
  day: PlainDate,
  came: readonly CountedRegister[],
): Promise<Parts> {
  if (by === 'venue') return venuesOf(reader, came)
  if (by === 'need') return needsOf(await reader.all('referral'))
  if (by === 'deprivation') return decileParts(await reader.all('deprivation'))
  const lists = listsOn(await reader.all('listSize'), day)
  if (by === 'practice') return { ...practicesOf(known, lists), registered: registeredBy(by, lists) }
  return by === 'town' || by === 'ethnicity' ? listed[by](day) : { ...listed[by](day), registered: registeredBy(by, lists) }
}

const one = (id: string | null | undefined) => (id ? [id] : [])

const listed: Record<Exclude<Dimension, 'practice' | 'venue' | 'need' | 'deprivation'>, (day: PlainDate) => Parts> = {
  town: () => ({
    lines: [...towns.map((id) => ({ id, called: id })), { id: elsewhere, called: said(elsewhere) }],
    of: (person) => one(townOf(person)),
  }),
  ageBand: (day) => ({ lines: ageBands.map((id) => ({ id, called: id })), of: (person) => one(ageBandOn(person, day)) }),
  gender: () => ({
    lines: (['1', '2', '3', '4', 'Z'] as const).map((id) => ({ id, called: said(`gender.${id}`) })),
    of: ({ gender }) => one(gender === 'X' ? null : gender),
  }),
  ethnicity: () => ({
    lines: [...Object.entries(ethnicityGroups).map(([id, called]) => ({ id, called })), { id: 'none', called: said('gender.Z') }],
    of: ({ ethnicity }) => one(ethnicityGroupOf(ethnicity)),
  }),
}

/**
 * By code where one is known, else by name. A name belongs to a code where most people of that code have it: one slip joins no two practices.
 * A practice whose list is known is a line though nobody comes from there: that is who is missing.
 */
function practicesOf(known: readonly Entity<'person'>[], lists: readonly KnownList[]): Parts {
  const names = namesOfCodes(known)
  const codes = new Map([
    ...lists.flatMap(({ odsCode, name }): [string, string][] => (name ? [[plain(name), odsCode]] : [])),
    ...[...names].map(([code, name]): [string, string] => [plain(name), code]),
  ])
  const keyOf = (person: Entity<'person'>) => codeOf(person) ?? codes.get(nameKey(person)) ?? nameKey(person)
  const called = new Map([...lists.map((one): [string, string] => [one.odsCode, one.name ?? one.odsCode]), ...names])
  const named = grouped(
    known.filter((person) => keyOf(person) && !called.has(keyOf(person))),
    keyOf,
  )
  for (const [key, people] of named) called.set(key, mostCommon(people.map((person) => person.practice?.trim() ?? '')) ?? key)
  const lines = [...called].map(([id, name]) => ({ id, called: name })).sort((a, b) => compareTexts(a.called, b.called) || compareTexts(a.id, b.id))
  return { lines, of: (person) => one(keyOf(person)) }
}

/** What most people of each practice's code call it; the code itself where nobody has a name. */
export function namesOfCodes(known: readonly Entity<'person'>[]): Map<string, string> {
  const byCode = grouped(
    known.filter((person) => codeOf(person)),
    (person) => codeOf(person) ?? '',
  )
  return new Map(
    [...byCode].map(([code, people]) => [code, mostCommon(people.map((person) => person.practice?.trim() ?? '').filter(isName)) ?? code]),
  )
}

function isName(practice: string): boolean {
  return practice !== '' && odsKind(readOds(practice) ?? '') === 'other'
}

/** Of several that are as common the first by its letters: every laptop says the same. */
function mostCommon(texts: readonly string[]): string | null {
  const many = [...grouped(texts, (text) => text)].map(([text, all]) => ({ text, many: all.length }))
  return many.sort((a, b) => b.many - a.many || compareTexts(a.text, b.text))[0]?.text ?? null
}

function nameKey({ practice }: Entity<'person'>): string {
  return plain(practice?.trim() ?? '')
}

/** Of a branch its practice. Some write the code where the name should be. */
function codeOf({ odsCode, practice }: Entity<'person'>): string | null {
  const code = readOds(odsCode ?? '') ?? readOds(practice ?? '')
  return code && odsKind(code) !== 'other' ? practiceOf(code) : null
}

/** The tenth of England in which they live, by their postcode. Each is a line, whether anybody is in it or not. */
function decileParts(rows: readonly Entity<'deprivation'>[]): Parts {
  const decileOf = decilesOf(rows)
  return {
    lines: Array.from({ length: 10 }, (_, nth) => ({ id: String(nth + 1), called: String(nth + 1) })),
    of: ({ address }) => one(decileOf(address?.postcode ?? '')?.toString()),
  }
}

/** What somebody was ever referred for. */
function needsOf(referrals: readonly Entity<'referral'>[]): Parts {
  const byPerson = new Map<string, Set<string>>()
  const seen = new Set<string>()
  for (const referral of referrals) {
    if (referral.voidedBecause) continue
    const theirs = byPerson.get(referral.personId) ?? new Set<string>()
    byPerson.set(referral.personId, theirs)
    for (const need of referral.needs ?? []) for (const all of [theirs, seen]) all.add(need)
  }
  const order = new Map(needs.map((need, at) => [need.code, at]))
  const lines = [...seen]
    .sort((a, b) => (order.get(a) ?? needs.length) - (order.get(b) ?? needs.length) || compareTexts(a, b))
    .map((id) => ({ id, called: needLabel(id) }))
  return { lines, of: (person) => [...(byPerson.get(person.id) ?? [])] }
}

const noVenue = 'noVenue'

/** Where somebody came to: the venue of a session or else of its group. Every venue is a line, and sessions of which none is written. */
async function venuesOf(reader: ReportReader, came: readonly CountedRegister[]): Promise<Parts> {
  const venues = await reader.pick('venue', ['name'])
  const groups = new Map((await reader.pick('group', ['venueId'])).map((one) => [one.id, one.venueId]))
  const sessions = await reader.pickLinked('session', 'groupId', [...groups.keys()], ['groupId', 'venueId'])
  const known = new Set(venues.map((one) => one.id))
  const venueOf = new Map(sessions.map((one) => [one.id, one.venueId ?? groups.get(one.groupId)]))
  const byPerson = new Map<string, Set<string>>()
  for (const { sessionId, came: there } of came) {
    const venueId = venueOf.get(sessionId) ?? noVenue
    for (const id of there) byPerson.set(id, (byPerson.get(id) ?? new Set()).add(known.has(venueId) ? venueId : noVenue))
  }
  const named = venues.map(({ id, name }) => ({ id, called: name })).sort((a, b) => compareTexts(a.called, b.called) || compareTexts(a.id, b.id))
  return { lines: [...named, { id: noVenue, called: said(noVenue) }], of: (person) => [...(byPerson.get(person.id) ?? [])] }
}
