import { z } from 'zod'
import { fieldsAreValid } from '../changes/entity.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { jsonSchema } from '../changes/change.ts'
import { isUndecided } from '../rules/referrals.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Need, type Reader, type SomeFields } from './command.ts'

const fieldsOf = (record: 'person' | 'referral') => z.record(z.string(), jsonSchema).refine((fields) => fieldsAreValid(record, fields))

const entry = z.object({
  /** Somebody known already: they are not written twice. */
  personId: idSchema.nullable(),
  /** Their open case, to which the referral is attached. */
  episodeId: idSchema.nullable(),
  person: fieldsOf('person'),
  referral: fieldsOf('referral').refine(({ agreed, source }) => agreed === 'yes' && source !== undefined),
})
const importing = z.object({ entries: z.array(entry).min(1).max(5000) })

/**
 * Imports referrals from a checked plan: whole or nothing (story 39). Nobody comes in who did not agree, and one that has come before is
 * refused: the plan was made of an older list. Of somebody known only the referral is written, attached to their open case.
 */
export const importReferrals = defineCommand({
  by: caseRoles,
  input: importing,
  needs: ({ entries }) =>
    entries.flatMap(({ personId }): Need[] =>
      personId
        ? [
            { record: 'person', id: personId },
            { record: 'referral', where: 'personId', is: personId },
          ]
        : [],
    ),
  decide(rows, { entries }, context) {
    const importId = context.newId()
    if (entries.some(({ personId }) => personId && !rows.get('person', personId))) return fail('noSuchPerson')
    if (entries.some((one) => hasCome(rows, one))) return fail('nothingChanged')
    const made = entries.map((one) => draftsOf(one, importId, context))
    const ids = (record: Draft['record']) => made.flat().flatMap((draft) => (draft.record === record ? [draft.row] : []))
    return ok({ drafts: made.flat(), answer: { importId, personIds: ids('person'), referralIds: ids('referral') } })
  },
  undo: (_, { personIds, referralIds }) => ({ name: 'undoReferralImport', input: { personIds, referralIds } }),
})

type Entry = z.output<typeof entry>

function hasCome(rows: Reader, { personId, referral }: Entry): boolean {
  const before = personId ? rows.all('referral', 'personId', personId).filter((one) => !one.voidedBecause) : []
  return referral['foreignId'] !== undefined && before.some((one) => one.foreignId === referral['foreignId'])
}

function draftsOf({ personId, episodeId, person, referral }: Entry, importId: string, { now, actor, newId }: Context): Draft[] {
  const id = personId ?? newId()
  const attached = episodeId ? { episodeId, decided: 'attached' as const, decidedAt: now, decidedBy: actor } : {}
  const fields = { ...referral, ...attached, personId: id, importId, at: now, byId: actor } as unknown as SomeFields<'referral'> // checked by the input
  const added: Draft[] = personId ? [] : [{ record: 'person', row: id, fields: { ...person, importId } }]
  return [...added, { record: 'referral', row: newId(), fields }]
}

const undoing = z.object({ personIds: z.array(idSchema).max(5000), referralIds: z.array(idSchema).max(5000) })

/** Takes an import back: referrals that nobody has decided about, and the people it brought of whom nothing else has been written. */
export const undoReferralImport = defineCommand({
  by: caseRoles,
  input: undoing,
  needs: ({ personIds, referralIds }) => [
    ...referralIds.map((id): Need => ({ record: 'referral', id })),
    ...personIds.flatMap((is): Need[] => [
      { record: 'episode', where: 'personId', is },
      { record: 'caseContact', where: 'personId', is },
      { record: 'membership', where: 'personId', is },
      { record: 'signIn', where: 'personId', is },
    ]),
  ],
  decide(rows, { personIds, referralIds }) {
    const untouched = referralIds.filter((id) => isUntouched(rows, id))
    if (untouched.length === 0) return fail('nothingChanged')
    const left = new Set(referralIds.filter((id) => !untouched.includes(id)).map((id) => rows.get('referral', id)?.personId))
    const gone = personIds.filter((id) => !left.has(id) && !isKnown(rows, id))
    const because = 'the import was undone'
    const referrals = untouched.map((row): Draft => ({ record: 'referral', row, fields: { voidedBecause: because } }))
    const people = gone.map((row): Draft => ({ record: 'person', row, fields: { removedBecause: because } }))
    return ok({ drafts: [...referrals, ...people], answer: { referrals: untouched.length, people: gone.length } })
  },
})

function isUntouched(rows: Reader, id: string): boolean {
  const found = rows.get('referral', id)
  return found !== undefined && !found.voidedBecause && isUndecided(found)
}

function isKnown(rows: Reader, id: string): boolean {
  return (['episode', 'caseContact', 'membership', 'signIn'] as const).some((record) => rows.all(record, 'personId', id).length > 0)
}
