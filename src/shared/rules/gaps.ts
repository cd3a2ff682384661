import type { Entity } from '../records/index.ts'
import { addMonths, type PlainDate } from '../std/dates.ts'
import { plain } from '../std/text.ts'
import { masked, type Masked } from './smallNumbers.ts'

type Gap = Entity<'gap'>

/** The need of a gap that somebody told in words of their own: it waits to be given a code (story 26). */
export const notCoded = 'notCoded'

/** Times of the week that a gap can name: each day's morning, afternoon and evening. */
export const timesOfWeek = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'].flatMap((day) => (['am', 'pm', 'eve'] as const).map((part) => `${day}-${part}`))

/** One line of the board: a need at a place, with the times of the week at which people could come. */
export interface GapLine {
  key: string
  need: string
  place: string
  /** Distinct people in these months, and in as many months before them. */
  people: Masked
  before: Masked
  trend: 'rising' | 'falling' | 'same'
  times: { time: string; people: Masked }[]
  barriers: { barrier: Gap['barrier']; people: Masked }[]
  /** The open gaps of these months, the newest first. */
  gapIds: string[]
  /** Those under which they are counted, which are joined with another line's. */
  rootIds: string[]
  /** Those that somebody has joined to this line. */
  joinedIds: string[]
}

/** Who a person is now: two who turned out to be one are counted once. */
export type Survivor = (personId: string) => string
const oneself: Survivor = (personId) => personId

/** The gap under which one is counted: follows what was joined, and stops where two were joined to each other offline. */
export function rootOf(gap: Gap, byId: ReadonlyMap<string, Gap>): Gap {
  const seen = new Set([gap.id])
  let now = gap
  for (;;) {
    const next = now.joinedTo ? byId.get(now.joinedTo) : undefined
    if (!next || next.voidedBecause) return now
    if (seen.has(next.id)) return [...seen].map((id) => byId.get(id)!).sort((a, b) => (a.id < b.id ? -1 : 1))[0] ?? now
    seen.add(next.id)
    now = next
  }
}

/** Gaps that stand, each with the one under which it is counted. */
interface Counted {
  gap: Gap
  root: Gap
  /** Who it is about; of nobody named, the gap itself. */
  who: string
}

function countedOf(gaps: readonly Gap[], survivor: Survivor): Counted[] {
  const byId = new Map(gaps.map((one) => [one.id, one]))
  return gaps
    .filter((one) => !one.voidedBecause)
    .map((gap) => ({ gap, root: rootOf(gap, byId), who: gap.personId ? survivor(gap.personId) : `gap ${gap.id}` }))
}

const keyOf = ({ need, place }: Pick<Gap, 'need' | 'place'>) => `${need}|${plain(place.trim())}`

/** Distinct people of these. */
const people = (counted: readonly Counted[]) => new Set(counted.map((one) => one.who)).size

/** How often each word is said by distinct people, the most first. */
function perWord(counted: readonly Counted[], words: (one: Counted) => readonly string[]): { word: string; people: Masked; many: number }[] {
  const by = new Map<string, Set<string>>()
  for (const one of counted) for (const word of words(one)) by.set(word, (by.get(word) ?? new Set()).add(one.who))
  return [...by]
    .map(([word, who]) => ({ word, people: masked(who.size), many: who.size }))
    .sort((a, b) => b.many - a.many || (a.word < b.word ? -1 : 1))
}

/**
 * The board: people by need and place, with the times of the week (story 26). The same person with the same gap counts once; joined
 * gaps count where they were joined to; what is filled is not on it. A need that has fallen to nobody is still shown, with what it was.
 */
export function boardOf(gaps: readonly Gap[], today: PlainDate, months: number, survivor: Survivor = oneself): GapLine[] {
  const from = addMonths(today, -months)
  const earlier = addMonths(today, -2 * months)
  const open = countedOf(gaps, survivor).filter(({ gap, root }) => !gap.filledBy && !root.filledBy && root.need !== notCoded)
  const lines = new Map<string, Counted[]>()
  for (const one of open) if (one.gap.on > earlier && one.gap.on <= today) lines.set(keyOf(one.root), [...(lines.get(keyOf(one.root)) ?? []), one])
  return [...lines]
    .map(([key, all]) => lineOf(key, all, from))
    .sort((a, b) => b.many - a.many || b.manyBefore - a.manyBefore || (a.line.key < b.line.key ? -1 : 1))
    .map(({ line }) => line)
}

function lineOf(key: string, all: readonly Counted[], from: PlainDate): { line: GapLine; many: number; manyBefore: number } {
  const now = all.filter(({ gap }) => gap.on > from)
  const before = all.filter(({ gap }) => gap.on <= from)
  const [many, manyBefore] = [people(now), people(before)]
  const newest = [...now].sort((a, b) => (a.gap.on < b.gap.on ? 1 : a.gap.on > b.gap.on ? -1 : a.gap.id < b.gap.id ? -1 : 1))
  const shown = (newest[0] ?? all[0]!).root
  const line: GapLine = {
    key,
    need: shown.need,
    place: shown.place,
    people: masked(many),
    before: masked(manyBefore),
    trend: trendOf(masked(many), masked(manyBefore)),
    times: perWord(now, ({ gap }) => gap.times).map(({ word, people: count }) => ({ time: word, people: count })),
    barriers: perWord(now, ({ gap }) => [gap.barrier]).map(({ word, people: count }) => ({ barrier: word as Gap['barrier'], people: count })),
    gapIds: newest.map(({ gap }) => gap.id),
    rootIds: [...new Set(all.map(({ root }) => root.id))],
    joinedIds: all.filter(({ gap, root }) => gap.id !== root.id).map(({ gap }) => gap.id),
  }
  return { line, many, manyBefore }
}

/** Worked out from what may be shown, so that it tells nothing of what may not. */
function trendOf(now: Masked, before: Masked): GapLine['trend'] {
  const [a, b] = [now ?? 1, before ?? 1]
  return a > b ? 'rising' : a < b ? 'falling' : 'same'
}

/** Gaps told only in words, which wait for a need from the list; the oldest first. */
export function notCodedIn(gaps: readonly Gap[]): Gap[] {
  return gaps.filter((one) => one.need === notCoded && !one.voidedBecause && !one.filledBy && !one.joinedTo).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** "You said, we did": what a group has filled, with how many people had asked for it. */
export interface FilledLine {
  key: string
  need: string
  place: string
  groupId: string
  people: Masked
  filledOn: PlainDate | null
}

/** What people asked for and is there now, the newest first. */
export function filledOf(gaps: readonly Gap[], survivor: Survivor = oneself): FilledLine[] {
  const lines = new Map<string, Counted[]>()
  for (const one of countedOf(gaps, survivor)) {
    const groupId = one.gap.filledBy ?? one.root.filledBy
    if (groupId) lines.set(`${groupId}|${keyOf(one.root)}`, [...(lines.get(`${groupId}|${keyOf(one.root)}`) ?? []), one])
  }
  return [...lines]
    .map(([key, all]) => ({
      key,
      need: all[0]!.root.need,
      place: all[0]!.root.place,
      groupId: (all[0]!.gap.filledBy ?? all[0]!.root.filledBy)!,
      people: masked(people(all)),
      filledOn: all.map(({ gap }) => gap.filledOn ?? null).reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b)),
    }))
    .sort((a, b) => ((a.filledOn ?? '') < (b.filledOn ?? '') ? 1 : -1))
}

/**
 * The people of these gaps who may be asked when something is planned for them: each once, by what they said last. A gap that is joined
 * to one of these counts with it. They are the first to be offered the group that fills it (story 27).
 */
export function mayBeAsked(gapIds: readonly string[], gaps: readonly Gap[], survivor: Survivor = oneself): string[] {
  const wanted = new Set(gapIds)
  const said = countedOf(gaps, survivor).filter(({ gap, root }) => gap.personId && (wanted.has(gap.id) || wanted.has(root.id)))
  const last = new Map<string, Gap>()
  for (const { gap, who } of said) {
    const before = last.get(who)
    if (!before || gap.at > before.at || (gap.at === before.at && !gap.mayAsk)) last.set(who, gap)
  }
  return [...last].filter(([, gap]) => gap.mayAsk).map(([who]) => who)
}
