import { itemsOf, type MeasureDefinition, type MeasureItem, type MeasureScore } from '../measures/definition.ts'

/** An answer as it is kept: a number, words, or one of two ways of not answering, neither of which is zero. */
export type Answer = number | string
export type Answers = Readonly<Record<string, Answer>>
/** They would rather not say; they do not know. */
export const notAnswered = ['notSaid', 'notKnown'] as const

/** Scores by name; null where an answer they need is missing. */
export type Scores = Record<string, number | null>

const isNumber = (value: Answer | undefined): value is number => typeof value === 'number'

/** Whether an answer is one that the item takes. */
export function takes(definition: MeasureDefinition, item: MeasureItem, answer: Answer): boolean {
  if (item.kind === 'text') return typeof answer === 'string'
  if (!isNumber(answer)) return (notAnswered as readonly string[]).includes(answer)
  if (item.kind === 'choice') return (definition.answers[item.answers] ?? []).some((one) => one.value === answer)
  const places = item.kind === 'number' ? item.decimals : 0
  return answer >= item.from && answer <= item.to && rounded(answer, places) === answer
}

/** The items whose answers cannot be, and names that are no items. */
export function wrongAnswers(definition: MeasureDefinition, answers: Answers): string[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const item = definition.items.find((one) => one.id === id)
    return item && takes(definition, item, answer) ? [] : [id]
  })
}

/** Items that were not asked or not answered at all. Words may stay empty. */
export function notAskedYet(definition: MeasureDefinition, answers: Answers): string[] {
  return definition.items.filter((one) => one.kind !== 'text' && answers[one.id] === undefined).map((one) => one.id)
}

/**
 * The scores of what was answered. Broken off, nothing is scored (story 24). Asked to the end, a score stands where every answer that it
 * needs is a number: "would rather not say" is not zero (domain 5.2 to 5.6).
 */
export function scoresOf(definition: MeasureDefinition, answers: Answers): Scores {
  const whole = notAskedYet(definition, answers).length === 0
  return Object.fromEntries(definition.scores.map((score) => [score.id, whole ? scoreOf(score, answers) : null]))
}

function scoreOf(score: MeasureScore, answers: Answers): number | null {
  const values = itemsOf(score).map((id) => answers[id])
  if (!values.every(isNumber)) return null
  const { rule } = score
  const sum = values.reduce((all, one) => all + one, 0)
  if (rule.kind === 'digits') return Number(values.join(''))
  if (rule.kind === 'mean') return rounded(sum / values.length, score.decimals)
  if (rule.kind === 'sum' && rule.table) return rule.table[String(sum)] ?? null
  return sum
}

/** Half is rounded up, as on paper: 4.25 is 4.3. */
function rounded(value: number, places: number): number {
  const by = 10 ** places
  return Math.round((value + Number.EPSILON) * by) / by
}

/** The official band of a score, or null: most have none (domain 5.4, 5.5). */
export function bandOf(score: MeasureScore, value: number | null): string | null {
  return value === null ? null : (score.bands.find((one) => value >= one.from && value <= one.to)?.label ?? null)
}

/**
 * Whether what was said so far asks for something to be done at once (domain 5.6). What is missing counts as the least: a form that was
 * broken off after "nearly every day" asks for it too.
 */
export function needsProtocol(definition: MeasureDefinition, answers: Answers): boolean {
  return (definition.protocol?.when ?? []).some(({ score, atLeast }) => {
    const made = definition.scores.find((one) => one.id === score)
    const said = made ? itemsOf(made).map((id) => answers[id]) : []
    return said.filter(isNumber).reduce((all, one) => all + one, 0) >= atLeast
  })
}

/** The names of words that only a licensed site has: of items, of the ends of scales, of answers ("times.3"). */
export function wordingSlots(definition: MeasureDefinition): string[] {
  const ofItems = definition.items.flatMap((one) => [
    ...(one.text === null ? [one.id] : []),
    ...(one.kind === 'scale' && one.lowEnd === null ? [`${one.id}.low`] : []),
    ...(one.kind === 'scale' && one.highEnd === null ? [`${one.id}.high`] : []),
  ])
  const ofAnswers = Object.entries(definition.answers).flatMap(([set, all]) =>
    all.flatMap((one) => (one.label === null ? [`${set}.${one.value}`] : [])),
  )
  return [...ofItems, ...ofAnswers]
}

/** What a site has a licence for. */
export interface Licence {
  until?: string | null | undefined
  wording: Readonly<Record<string, string>>
}

/** Whether a questionnaire may be shown, or why not (domain 5.1). */
export type Availability = 'ready' | 'off' | 'noLicence' | 'licenceEnded' | 'wordingMissing'

/** @param on whether a lead has switched on what is off by default */
export function availabilityOf(definition: MeasureDefinition, licence: Licence | null, today: string, on: boolean): Availability {
  if (!definition.onByDefault && !on) return 'off'
  if (definition.licence.status === 'open') return 'ready'
  if (!licence) return 'noLicence'
  if (licence.until && licence.until < today) return 'licenceEnded'
  return wordingSlots(definition).every((slot) => licence.wording[slot]?.trim()) ? 'ready' : 'wordingMissing'
}

/** A questionnaire with the words that the site's licence gives it. */
export function worded(definition: MeasureDefinition, licence: Licence | null): MeasureDefinition {
  const own = (slot: string) => licence?.wording[slot] ?? null
  const items = definition.items.map((one): MeasureItem => {
    const text = one.text ?? own(one.id)
    if (one.kind !== 'scale' || one.lowEnd === undefined) return { ...one, text }
    return { ...one, text, lowEnd: one.lowEnd ?? own(`${one.id}.low`), highEnd: one.highEnd ?? own(`${one.id}.high`) }
  })
  const answers = Object.fromEntries(
    Object.entries(definition.answers).map(([set, all]) => [set, all.map((one) => ({ ...one, label: one.label ?? own(`${set}.${one.value}`) }))]),
  )
  return { ...definition, items, answers }
}
