import type { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { agreedBy as agreedByOf, toldAs, useOf } from '../records/useAgreement.ts'
import { addMonths, type Instant, type PlainDate } from '../std/dates.ts'
import { compareTexts } from '../std/order.ts'
import { isUnder18 } from './age.ts'

type Agreement = Entity<'useAgreement'>
type Person = Pick<Entity<'person'>, 'photo' | 'bornOn' | 'ageBand' | 'signInBlocked' | 'removedBecause'>
export type Use = z.infer<typeof useOf>
export type ToldAs = z.infer<typeof toldAs>
export const uses = useOf.options

/** Which words are read to somebody before they answer; a new text is a new name. */
export const useWording = 'use-1'
/** An agreement holds for five years, unless they say otherwise (domain 9.4). */
const holdsMonths = 60
/** So long before an agreement expires it is asked again. Days. */
export const askAgainDays = 30

/** The first day on which an agreement of that day holds no more. */
export function expiryOf(on: PlainDate): PlainDate {
  return addMonths(on, holdsMonths)
}

/** What an agreement is about: pictures of somebody, or of a baby who comes with them, or the words of one story. */
export interface Subject {
  personId: string | null
  baby?: string | undefined
  of: Agreement['of']
  storyId?: string | null | undefined
}

const sameSubject = (one: Agreement, { personId, baby, of, storyId }: Subject) =>
  one.of === of &&
  (of === 'words'
    ? one.storyId === storyId && (one.personId === null) === (personId === null) // by whom, whoever they were joined to since, says the story
    : one.personId === personId && (one.baby ?? '').toLowerCase() === (baby ?? '').toLowerCase())

/** What holds for one use: the latest that stands. Of two of the same moment the stricter one holds. */
export function latestOf(agreements: readonly Agreement[], subject: Subject, use: Use): Agreement | null {
  const all = agreements.filter((one) => !one.voidedBecause && one.use === use && sameSubject(one, subject))
  return all.reduce<Agreement | null>((best, one) => (!best || one.at > best.at || (one.at === best.at && one.said !== 'yes') ? one : best), null)
}

/**
 * The moment of an answer: after all that was said of it before, also where another laptop's clock was fast. A withdrawal that a wrong clock
 * had put before the yes would not count.
 */
export function saidAfter(before: readonly Agreement[], subject: Subject, now: Instant): Instant {
  const latest = before.filter((one) => sameSubject(one, subject)).reduce((last, one) => (one.at > last ? one.at : last), '')
  return latest < now ? now : new Date(Date.parse(latest) + 1).toISOString()
}

/** How an agreement stands on a day. `needsParent`: the yes of somebody who cannot give it, or that nobody signed. */
export type Standing = 'yes' | 'no' | 'withdrawn' | 'expired' | 'needsParent' | 'notAsked'

/** @param child a baby, or somebody under 18 */
export function standingOf(one: Agreement | null, today: PlainDate, child = false): Standing {
  if (!one) return 'notAsked'
  if (one.said !== 'yes') return one.said
  if (one.expiresOn && one.expiresOn <= today) return 'expired'
  return mayAgree(one, child) ? 'yes' : 'needsParent'
}

/** For a child a parent signs; for a grown-up nobody answers as their parent. */
export function mayAgree({ agreedBy, how }: Pick<Agreement, 'agreedBy' | 'how'>, child: boolean): boolean {
  return child ? agreedBy === 'parent' && how !== 'spoken' : agreedBy !== 'parent'
}

/** Whether somebody else decides in the person's place, by law: then their name is written down too. */
export function actsForThem({ agreedBy }: Pick<Agreement, 'agreedBy'>): boolean {
  return agreedBy !== 'self' && agreedBy !== 'parent'
}

/** Who may answer for a person, or for a child. */
export function mayAnswer(child: boolean): readonly Agreement['agreedBy'][] {
  return agreedByOf.options.filter((one) => child || one !== 'parent')
}

/** Who is in a picture: somebody on our lists, or a baby who comes with them. */
export interface InPicture {
  personId: string
  baby?: string
  /** What is known of the person; of a baby that of the grown-up. */
  person: Person | undefined
}

/** Why a picture may not be used: who, and how it stands with them. `noPhotos` is the person's own mark. */
export interface WhyNot {
  personId: string
  baby?: string
  why: Exclude<Standing, 'yes'> | 'noPhotos' | 'unknown'
}

export type MayUse = { may: true; until: PlainDate | null } | { may: false; because: WhyNot[] }

/**
 * For which uses a picture may be used (story 34). One refusal makes it unusable for everybody; nobody asked is a no; a picture in
 * which nobody is known is not called usable, as nobody said who is in it. Of somebody's own "no photos" nothing takes precedence.
 */
export function mayUse(people: readonly InPicture[], agreements: readonly Agreement[], today: PlainDate): Record<Use, MayUse> {
  return Object.fromEntries(uses.map((use) => [use, mayUseFor(use, people, agreements, today)])) as Record<Use, MayUse>
}

function mayUseFor(use: Use, people: readonly InPicture[], agreements: readonly Agreement[], today: PlainDate): MayUse {
  if (people.length === 0) return { may: false, because: [] }
  const because = people.flatMap((one) => whyNot(one, agreements, use, today) ?? [])
  if (because.length > 0) return { may: false, because }
  const ends = people.flatMap((one) => latestOf(agreements, pictureOf(one), use)?.expiresOn ?? [])
  return { may: true, until: ends.sort()[0] ?? null }
}

const pictureOf = ({ personId, baby }: Pick<InPicture, 'personId' | 'baby'>): Subject => ({ personId, baby, of: 'pictures' })

function whyNot(one: InPicture, agreements: readonly Agreement[], use: Use, today: PlainDate): WhyNot | null {
  const { personId, baby, person } = one
  const who = baby ? { personId, baby } : { personId }
  if (!person || person.removedBecause) return { ...who, why: 'unknown' }
  if (person.photo === 'no' && !baby) return { ...who, why: 'noPhotos' }
  const child = Boolean(baby) || isUnder18(person, today)
  const stands = standingOf(latestOf(agreements, pictureOf(one), use), today, child)
  return stands === 'yes' ? null : { ...who, why: stands }
}

/** Whether the words of a story may be used, and how they may be told. */
export type MayTell = { may: true; as: readonly ToldAs[]; until: PlainDate | null } | { may: false; why: Exclude<Standing, 'yes'> }

/** For which uses a story may be used (story 33). @param child whoever said it is under 18 */
export function mayTell(one: Entity<'story'>, agreements: readonly Agreement[], today: PlainDate, child = false): Record<Use, MayTell> {
  return Object.fromEntries(uses.map((use) => [use, mayTellFor(use, one, agreements, today, child)])) as Record<Use, MayTell>
}

function mayTellFor(use: Use, { id, personId }: Entity<'story'>, agreements: readonly Agreement[], today: PlainDate, child: boolean): MayTell {
  const holds = latestOf(agreements, { personId, of: 'words', storyId: id }, use)
  const stands = standingOf(holds, today, child)
  if (stands !== 'yes' || !holds) return { may: false, why: stands === 'yes' ? 'notAsked' : stands }
  const named: readonly ToldAs[] = holds.as ?? ['words']
  return { may: true, as: personId ? named : named.filter((as) => as === 'words' || as === 'voice'), until: holds.expiresOn ?? null }
}

/** Whether something still hangs or stands where it was shown. */
export function isShown({ ended, voidedBecause }: Pick<Entity<'showing'>, 'ended' | 'voidedBecause'>): boolean {
  return !ended && !voidedBecause
}

/** Where something is shown that may be shown there no more: to take down. */
export interface ToTakeDown {
  showing: Entity<'showing'>
  why: Exclude<Standing, 'yes'>
}

/** What is to be taken down (story 34), the longest shown first. What was printed and cannot be is not asked for again. */
export function toTakeDown(showings: readonly Entity<'showing'>[], stands: (showing: Entity<'showing'>) => Standing): ToTakeDown[] {
  return showings
    .filter(isShown)
    .flatMap((showing) => {
      const why = stands(showing)
      return why === 'yes' ? [] : [{ showing, why }]
    })
    .sort((a, b) => compareTexts(a.showing.since, b.showing.since) || compareTexts(a.showing.id, b.showing.id))
}
