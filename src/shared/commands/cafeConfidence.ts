import { z } from 'zod'
import { cafeConfidence } from '../records/cafeConfidence.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { defineCommand } from './command.ts'
import { arrived } from './marks.ts'
import { idOf, sessionNeeds, whichSession } from './which.ts'

const asking = z.object({ session: whichSession, personId: idSchema, value: cafeConfidence.schema.shape.value.unwrap() })

/** Writes down how sure somebody on the register says they are. Asked again that day, the later answer counts (rules/confidence.ts). */
export const askHowSure = defineCommand({
  input: asking,
  needs: ({ session, personId }) => [
    ...sessionNeeds(session),
    { record: 'person', id: personId },
    { record: 'signIn', where: 'sessionId', is: idOf(session) },
  ],
  decide(rows, { session, personId, value }, context) {
    const sessionId = idOf(session)
    if (!rows.get('person', personId)) return fail('noSuchPerson')
    if (!arrived(rows, sessionId).has(personId)) return fail('notOnRegister')
    const fields = { personId, sessionId, value, on: session.date, at: context.now, byId: context.actor }
    const row = context.newId()
    return ok({ drafts: [{ record: 'cafeConfidence', row, fields }], answer: { askedId: row } })
  },
  undo: (_, { askedId }) => ({ name: 'voidHowSure', input: { askedId } }),
})

/** Written down by mistake. */
export const voidHowSure = defineCommand({
  input: z.object({ askedId: idSchema }),
  needs: ({ askedId }) => [{ record: 'cafeConfidence', id: askedId }],
  decide(rows, { askedId }) {
    const found = rows.get('cafeConfidence', askedId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'cafeConfidence', row: askedId, fields: { voidedBecause: 'a mistake' } }], answer: null })
  },
})
