import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import { samePerson } from '../records/samePerson.ts'
import { samePersonIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Need, type Reader } from './command.ts'

const two = { personId: idSchema, otherId: idSchema }
const said = samePerson.schema.pick({ answer: true }).extend({ survivorId: idSchema.nullable().default(null) })
type Said = z.output<typeof said>

interface Two {
  personId: string
  otherId: string
}

/** Their answer, all of it: of two laptops that said different things, the newer one's stands whole. */
function draftOf({ personId, otherId }: Two, { answer, survivorId }: Said, { now, actor }: Context): Draft {
  const [first = personId, second = otherId] = [personId, otherId].sort()
  const fields = { personId: first, otherId: second, answer, survivorId, at: now, byId: actor, voidedBecause: null }
  return { record: 'samePerson', row: samePersonIdOf(personId, otherId), fields }
}

function standing(rows: Reader, { personId, otherId }: Two): Said | null {
  const found = rows.get('samePerson', samePersonIdOf(personId, otherId))
  return found && !found.voidedBecause ? { answer: found.answer, survivorId: found.survivorId ?? null } : null
}

const needs = ({ personId, otherId }: Two): Need[] => [{ record: 'samePerson', id: samePersonIdOf(personId, otherId) }]

const answering = z
  .object({ ...two, ...said.shape })
  .refine(({ personId, otherId }) => personId !== otherId)
  .refine(({ answer, survivorId, ...pair }) => (answer === 'same' ? Object.values(pair).includes(survivorId ?? '') : survivorId === null))

/**
 * Says whether two people are one (story 18). Nothing is moved: whoever reads shows both as one, with what arrives later too, and a later
 * answer or undo shows them as they were. @param survivorId under whose name they go on, if they are the same
 */
export const answerSamePerson = defineCommand({
  by: caseRoles,
  ofTwoAsWritten: true,
  input: answering,
  needs: (input) => [...needs(input), { record: 'person', id: input.personId }, { record: 'person', id: input.otherId }],
  decide(rows, input, context) {
    if (!rows.get('person', input.personId) || !rows.get('person', input.otherId)) return fail('noSuchPerson')
    const before = standing(rows, input)
    if (before?.answer === input.answer && before.survivorId === input.survivorId) return fail('nothingChanged')
    return ok({ drafts: [draftOf(input, input, context)], answer: { before } })
  },
  undo: ({ personId, otherId }, { before }) => ({ name: 'takeBackSamePerson', input: { personId, otherId, before } }),
})

const takingBack = z.object({ ...two, before: said.nullable() })

/** What was said of two people no longer stands. @param before what stands again, if something else was said before it */
export const takeBackSamePerson = defineCommand({
  by: caseRoles,
  ofTwoAsWritten: true,
  input: takingBack,
  needs,
  decide(rows, { before, ...pair }, context) {
    const now = standing(rows, pair)
    if (!now) return fail('nothingChanged')
    const voided: Draft = { record: 'samePerson', row: samePersonIdOf(pair.personId, pair.otherId), fields: { voidedBecause: 'undone' } }
    return ok({ drafts: [before ? draftOf(pair, before, context) : voided], answer: { now } })
  },
  undo: ({ personId, otherId }, { now }) => ({ name: 'answerSamePerson', input: { personId, otherId, ...now } }),
})
