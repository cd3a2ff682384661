import { z } from 'zod'
import harsh from '../../../resources/lists/harshWords.json' with { type: 'json' }
import type { Entity, FieldsOf } from '../records/index.ts'
import { voiceChange, voiceWish } from '../records/voice.ts'
import { addMonths, type PlainDate } from '../std/dates.ts'
import { compareTexts } from '../std/order.ts'
import { crisisIn, spoken } from './crisis.ts'
import { leastShown } from './smallNumbers.ts'

type Voice = Entity<'voice'>
export type VoiceWish = z.infer<typeof voiceWish>
export type VoiceChange = z.infer<typeof voiceChange>
export type Barrier = FieldsOf<'gap'>['barrier']

/** How far back a group is looked at: this month and the eleven before. */
const monthsBack = 12

const harshWords = z
  .object({ words: z.array(z.string()) })
  .parse(harsh)
  .words.map((word) => spoken(word))
/** A phone number: nine digits and more, however they are written. A date or a postcode has fewer. */
const number = /\d(?:[\s().\-/]*\d){8,}/

/** Why words are for the lead first. `called`: whoever wrote them left a number or an address, and wants an answer. */
export type WhyLead = 'crisis' | 'harsh' | 'called'

/**
 * Why what somebody wrote goes to the lead alone until the lead has read it, or null (story 33: abuse or a disclosure is for a
 * person, not for a list). It decides nothing about anybody: it finds too much rather than too little.
 */
export function whyLead(words: string): WhyLead | null {
  if (crisisIn([words]).length > 0) return 'crisis'
  const text = spoken(words)
  if (harshWords.some((one) => text.includes(one))) return 'harsh'
  return number.test(words) || words.includes('@') ? 'called' : null
}

/** Under which field words are written: those for the lead stand in one that goes to nobody else. */
export function placedWords(words: string): { words?: string; leadWords?: string; forLead?: true } {
  if (!words) return {}
  return whyLead(words) ? { leadWords: words, forLead: true } : { words }
}

const barriers: Record<VoiceWish, Barrier | null> = {
  asItIs: null,
  moreOften: null,
  otherTime: 'wrongTime',
  nearer: 'tooFar',
  easier: 'access',
  somethingElse: 'noSuchGroup',
}

/** What is in the way, of what somebody would like; null where it is no gap: the group is good as it is, or wanted more often. */
export function barrierOf(wishes: readonly VoiceWish[] = []): Barrier | null {
  return wishes.flatMap((one) => barriers[one] ?? [])[0] ?? null
}

/** What people would like that waits for the gap board: the oldest first. What the lead has not read yet is not among it. */
export function wishesToCode(voices: readonly Voice[]): Voice[] {
  return voices
    .filter((one) => barrierOf(one.wishes) && !one.gapId && !one.notAGap && !one.voidedBecause && !waitsForLead(one))
    .sort((a, b) => compareTexts(a.on, b.on) || compareTexts(a.id, b.id))
}

/** Whether a lead has yet to read it. */
export function waitsForLead({ forLead, lookedAt, voidedBecause }: Pick<Voice, 'forLead' | 'lookedAt' | 'voidedBecause'>): boolean {
  return Boolean(forLead) && !lookedAt && !voidedBecause
}

/** A month of one group: how many said how the day was, and how often each face; null where so few answered that they are not told apart. */
export interface MonthOfMoods {
  /** "2026-10". */
  month: string
  answers: number
  /** From a hard day to a very good one. */
  faces: readonly number[] | null
}

/** What people told of one group. No answer has a name, a day or a time. */
export interface VoicesTold {
  months: MonthOfMoods[]
  /** How many said whether something has changed, and what; null where fewer than five did. */
  changes: { answers: number; of: Record<VoiceChange, number> | null }
  wishes: { answers: number; of: Record<VoiceWish, number> | null }
  /** The newest month first; within a month by their letters, so that their order says nothing of when they came. */
  words: { voiceId: string; month: string; words: string; wishes: readonly VoiceWish[] }[]
  /** How many wait for the lead. */
  waiting: number
}

/**
 * How a group was over the last twelve months, in counts and in words (story 33). Answers are anonymous; of fewer than five answers
 * there is only how many there are. One answer for each person cannot be enforced at a shared kiosk: they are answers, not people.
 */
export function voicesTold(moods: readonly Entity<'mood'>[], voices: readonly Voice[], today: PlainDate): VoicesTold {
  const standing = voices.filter((one) => !one.voidedBecause)
  const months = lastMonths(today)
  const lately = standing.filter((one) => months.includes(monthOf(one.on)))
  return {
    months: months.map((month) => monthOfMoods(month, moods)),
    changes: counted(
      voiceChange.options,
      lately.flatMap((one) => (one.change ? [[one.change]] : [])),
    ),
    wishes: counted(
      voiceWish.options,
      lately.flatMap((one) => (one.wishes?.length ? [one.wishes] : [])),
    ),
    words: wordsOf(lately),
    waiting: standing.filter(waitsForLead).length,
  }
}

const monthOf = (on: PlainDate) => on.slice(0, 7)

function lastMonths(today: PlainDate): string[] {
  const first = `${monthOf(today)}-01`
  return Array.from({ length: monthsBack }, (_, at) => monthOf(addMonths(first, at + 1 - monthsBack)))
}

function monthOfMoods(month: string, moods: readonly Entity<'mood'>[]): MonthOfMoods {
  const said = moods.filter((one) => monthOf(one.on) === month)
  const faces = [1, 2, 3, 4, 5].map((face) => said.filter((one) => one.today === face).length)
  return { month, answers: said.length, faces: said.length < leastShown ? null : faces }
}

/** How many answers, and how often each word is in one. @param answers each with what was ticked in it */
function counted<Word extends string>(words: readonly Word[], answers: readonly (readonly Word[])[]) {
  const of = Object.fromEntries(words.map((word) => [word, answers.filter((one) => one.includes(word)).length])) as Record<Word, number>
  return { answers: answers.length, of: answers.length < leastShown ? null : of }
}

function wordsOf(voices: readonly Voice[]): VoicesTold['words'] {
  return voices
    .flatMap(({ id, on, words, wishes = [] }) => (words ? [{ voiceId: id, month: monthOf(on), words, wishes }] : []))
    .sort((a, b) => compareTexts(b.month, a.month) || compareTexts(a.words, b.words))
}
