import { z } from 'zod'
import { definitionIn, definitionOf } from '../measures/index.ts'
import type { MeasureDefinition } from '../measures/definition.ts'
import type { Entity } from '../records/index.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { measure } from '../records/measure.ts'
import { measureLicence } from '../records/measureLicence.ts'
import { ageOn } from '../rules/age.ts'
import { availabilityOf, needsProtocol, scoresOf, wordingSlots, wrongAnswers } from '../rules/measures.ts'
import { addDays, dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Reader } from './command.ts'
import { given } from './given.ts'
import type { Reason } from './reasons.ts'

/** The same again within four weeks says little; somebody confirms that it is meant (story 24). Days. */
const againAfterDays = 28

const recording = measure.schema
  .pick({
    personId: true,
    episodeId: true,
    questionnaire: true,
    version: true,
    language: true,
    items: true,
    on: true,
    how: true,
    answeredBy: true,
    helpedBy: true,
    againConfirmed: true,
    protocolDone: true,
  })
  .extend({ licenceId: idSchema.nullable() })
type Recording = z.infer<typeof recording>

/** A questionnaire as somebody answered it. Broken off it is kept and not scored (story 24, epic E00662). */
export const recordMeasure = defineCommand({
  by: caseRoles,
  input: recording,
  needs: ({ personId, licenceId }) => [
    { record: 'person', id: personId },
    { record: 'measure', where: 'personId', is: personId },
    ...(licenceId ? [{ record: 'measureLicence', id: licenceId } as const] : []),
  ],
  decide(rows, input, context) {
    const definition = definitionIn(input.questionnaire, input.version)
    if (!definition) return fail('noSuchMeasure')
    const wrong = whyNot(rows, definition, input, context)
    if (wrong) return fail(wrong)
    const { licenceId: _, ...answered } = input
    const row = context.newId()
    const scores = scoresOf(definition, input.items)
    const fields = { ...given(answered), scores, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'measure', row, fields }], answer: { measureId: row, protocol: needsProtocol(definition, input.items) } })
  },
  undo: (_, { measureId }) => ({ name: 'voidMeasure' as const, input: { measureId, because: 'undone' } }),
})

function whyNot(rows: Reader, definition: MeasureDefinition, input: Recording, context: Context): Reason | null {
  const person = rows.get('person', input.personId)
  if (!person) return 'noSuchPerson'
  const licence = input.licenceId ? rows.get('measureLicence', input.licenceId) : undefined
  const held = licence && !licence.voidedBecause && licence.questionnaire === definition.id ? licence : null
  if (availabilityOf(definition, held, input.on, rows.get('team', context.team)?.phq4On ?? false) !== 'ready') return 'measureNotAllowed'
  if (wrongAnswers(definition, input.items).length > 0) return 'badInput'
  if (!Object.values(input.items).some((one) => typeof one === 'number' || one.trim() !== '')) return 'nothingAnswered'
  if (!definition.proxy && input.answeredBy === 'forThem') return 'notByProxy'
  if (input.answeredBy === 'withHelp' && !input.helpedBy?.trim()) return 'helperMissing'
  if (input.on > dateOf(context.now)) return 'dateAhead'
  if (definition.fromAge && person.bornOn && ageOn(person.bornOn, input.on) < definition.fromAge) return 'tooYoung'
  return askedLately(rows, input) && !input.againConfirmed ? 'askedLately' : null
}

/** Whether the same was answered less than four weeks before or after. */
function askedLately(rows: Reader, { personId, questionnaire, on }: Recording): boolean {
  return rows
    .all('measure', 'personId', personId)
    .some((one) => isStanding(one, questionnaire) && one.on > addDays(on, -againAfterDays) && one.on < addDays(on, againAfterDays))
}

function isStanding(one: Entity<'measure'>, questionnaire: string): boolean {
  return one.questionnaire === questionnaire && !one.voidedBecause
}

const voiding = z.object({ measureId: idSchema, because: measure.schema.shape.voidedBecause.unwrap() })

/** Marks a measure as mistaken, or with null lets it count again. Nothing is removed. */
export const voidMeasure = defineCommand({
  by: caseRoles,
  input: voiding,
  needs: ({ measureId }) => [{ record: 'measure', id: measureId }],
  decide(rows, { measureId, because }) {
    const found = rows.get('measure', measureId)
    if (!found) return fail('noSuchMeasure')
    if (because?.trim() === '') return fail('wordsNeeded')
    if ((found.voidedBecause ?? null) === because) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'measure', row: measureId, fields: { voidedBecause: because } }], answer: null })
  },
  undo: ({ measureId, because }) => ({ name: 'voidMeasure' as const, input: { measureId, because: because === null ? 'undone' : null } }),
})

/** The words, or null: it was not done after all. */
const protocolDone = z.object({ measureId: idSchema, words: z.string().trim().max(2000).nullable() })

/** What was done at once about answers that asked for it, and who was told (domain 5.6). */
export const recordProtocol = defineCommand({
  by: caseRoles,
  input: protocolDone,
  needs: ({ measureId }) => [{ record: 'measure', id: measureId }],
  decide(rows, { measureId, words }) {
    const found = rows.get('measure', measureId)
    if (!found) return fail('noSuchMeasure')
    if (words === '') return fail('wordsNeeded')
    const before = found.protocolDone ?? null
    if (before === words) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'measure', row: measureId, fields: { protocolDone: words } }], answer: { before } })
  },
  undo: ({ measureId }, { before }) => ({ name: 'recordProtocol' as const, input: { measureId, words: before } }),
})

const licensing = z.object({
  licenceId: idSchema.nullable(),
  questionnaire: measureLicence.schema.shape.questionnaire,
  fields: measureLicence.schema.pick({ holder: true, number: true, until: true, wording: true }).extend({
    holder: z.string().trim().max(200),
    number: z.string().trim().max(120),
  }),
})

/** Writes down what the site has a licence for, with the wording it gives; or changes it. */
export const recordMeasureLicence = defineCommand({
  by: ['lead'],
  input: licensing,
  needs: ({ licenceId }) => (licenceId ? [{ record: 'measureLicence', id: licenceId }] : []),
  decide(rows, { licenceId, questionnaire, fields }, context) {
    const definition = definitionOf(questionnaire)
    if (definition?.licence.status !== 'licensed') return fail('noSuchMeasure')
    if (licenceId && rows.get('measureLicence', licenceId)?.questionnaire !== questionnaire) return fail('noSuchMeasure')
    if (!fields.holder || !fields.number) return fail('licenceMissing')
    const slots = wordingSlots(definition)
    const wording = Object.fromEntries(Object.entries(fields.wording).filter(([slot, words]) => slots.includes(slot) && words.trim() !== ''))
    const row = licenceId ?? context.newId()
    const first = licenceId ? {} : { questionnaire, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'measureLicence', row, fields: { ...first, ...given({ ...fields, wording }) } }], answer: { licenceId: row } })
  },
})

/** Ends a licence that the site no longer has: its wording is shown to nobody from then on. Undone, it counts again. */
export const endMeasureLicence = defineCommand({
  by: ['lead'],
  input: z.object({ licenceId: idSchema, because: measureLicence.schema.shape.voidedBecause.unwrap() }),
  needs: ({ licenceId }) => [{ record: 'measureLicence', id: licenceId }],
  decide(rows, { licenceId, because }) {
    const found = rows.get('measureLicence', licenceId)
    if (!found) return fail('noSuchMeasure')
    if ((found.voidedBecause ?? null) === because) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'measureLicence', row: licenceId, fields: { voidedBecause: because } }], answer: null })
  },
  undo: ({ licenceId, because }) => ({ name: 'endMeasureLicence' as const, input: { licenceId, because: because === null ? 'undone' : null } }),
})
