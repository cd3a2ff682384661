import { z } from 'zod'

const key = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,29}$/)
/** Words of a questionnaire; null where only a licensed site has them (domain 5.1). */
const wording = z.string().min(1).nullable()

const scaleItem = z.strictObject({
  id: key,
  kind: z.literal('scale'),
  text: wording,
  from: z.int(),
  to: z.int(),
  /** What stands at the two ends; left out where the numbers say it. */
  lowEnd: wording.optional(),
  highEnd: wording.optional(),
})
const choiceItem = z.strictObject({ id: key, kind: z.literal('choice'), text: wording, answers: key })
const numberItem = z.strictObject({
  id: key,
  kind: z.literal('number'),
  text: wording,
  from: z.number(),
  to: z.number(),
  decimals: z.int().min(0).max(2),
})
const textItem = z.strictObject({ id: key, kind: z.literal('text'), text: wording })
const itemSchema = z.discriminatedUnion('kind', [scaleItem, choiceItem, numberItem, textItem])
/** One question of a questionnaire. */
export type MeasureItem = z.infer<typeof itemSchema>

const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('item'), item: key }),
  z.strictObject({ kind: z.literal('sum'), items: z.array(key).min(2), table: z.record(z.string().regex(/^\d+$/), z.number()).optional() }),
  z.strictObject({ kind: z.literal('mean'), items: z.array(key).min(2) }),
  /** The answers written one behind the other: a health state. */
  z.strictObject({ kind: z.literal('digits'), items: z.array(key).min(2) }),
])

const scoreSchema = z.strictObject({
  id: key,
  title: z.string().min(1),
  rule: ruleSchema,
  from: z.number(),
  to: z.number(),
  decimals: z.int().min(0).max(2),
  better: z.enum(['higher', 'lower', 'none']),
  /** The smallest change that matters to somebody, where it is published: less counts as the same (story 29). */
  matters: z.number().positive().optional(),
  /** Empty where none are official. */
  bands: z.array(z.strictObject({ from: z.number(), to: z.number(), label: z.string().min(1) })),
})
/** One figure that is made of the answers. */
export type MeasureScore = z.infer<typeof scoreSchema>

const protocolSchema = z.strictObject({
  when: z.array(z.strictObject({ score: key, atLeast: z.number() })).min(1),
  title: z.string().min(1),
  steps: z.array(z.string().min(1)).min(1),
})

/** A questionnaire as a data file of resources/measures says it (domain 5.1). */
export const definitionSchema = z
  .strictObject({
    id: key,
    version: z.string().min(1).max(40),
    language: z.string().min(2).max(20),
    title: z.string().min(1),
    intro: z.string().min(1).nullable(),
    /** Asked of everybody at the start of a case, and again twelve weeks later (domain 5.10). */
    core: z.boolean(),
    /** Without it a lead must switch it on. */
    onByDefault: z.boolean(),
    /** Whether somebody else may answer for the person. */
    proxy: z.boolean(),
    /** Whether the person may be left alone with it. */
    handOver: z.boolean(),
    fromAge: z.int().nullable(),
    items: z.array(itemSchema).min(1),
    answers: z.record(key, z.array(z.strictObject({ value: z.int(), label: wording })).min(2)),
    scores: z.array(scoreSchema).min(1),
    /** What one must know to read the figures. */
    note: z.string().nullable(),
    /** What has to be done at once where a score reaches a figure. */
    protocol: protocolSchema.optional(),
    licence: z.strictObject({ status: z.enum(['open', 'licensed']), holder: z.string().min(1), evidence: z.string().min(1) }),
    source: z.string().min(1),
    /** Where of our own papers it was taken from, and what is not verified there. Not shown. */
    reference: z.string().min(1),
  })
  .superRefine((one, context) => {
    for (const wrong of wrongNames(one)) context.addIssue({ code: 'custom', message: wrong })
  })
export type MeasureDefinition = z.infer<typeof definitionSchema>

interface Named {
  items: MeasureItem[]
  answers: Record<string, unknown>
  scores: MeasureScore[]
}

/** What a definition names that it does not have. */
function wrongNames({ items, answers, scores }: Named): string[] {
  const known = new Set(items.map((one) => one.id))
  const sets = items.flatMap((one) => (one.kind === 'choice' && !answers[one.answers] ? [`no answers ${one.answers}`] : []))
  const made = scores.flatMap((one) => itemsOf(one).flatMap((item) => (known.has(item) ? [] : [`${one.id}: no item ${item}`])))
  return [...(known.size < items.length ? ['an item twice'] : []), ...sets, ...made]
}

/** The items that a score is made of. */
export function itemsOf({ rule }: Pick<MeasureScore, 'rule'>): string[] {
  return rule.kind === 'item' ? [rule.item] : rule.items
}
