import { z } from 'zod'
import { takenLaptop } from '../records/takenLaptop.ts'
import { contactLook } from '../records/contactLook.ts'
import { addDays, dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Draft } from './command.ts'
import { idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

/** Registers are not carried about longer than needed (story 1). Days. */
export const mostDaysAhead = 14

const taking = z.object({ session: whichSession, deviceId: idSchema, deviceName: takenLaptop.schema.shape.deviceName })

/** This laptop goes along to a session; others that take it too are told, and allowed. */
export const takeAlong = defineCommand({
  input: taking,
  needs: ({ session }) => [...sessionNeeds(session), { record: 'takenLaptop', where: 'sessionId', is: idOf(session) }],
  decide(rows, { session, deviceId, deviceName }, context) {
    if (session.date > addDays(dateOf(context.now), mostDaysAhead)) return fail('tooFarAhead')
    const known = rows.all('takenLaptop', 'sessionId', idOf(session)).some((one) => one.deviceId === deviceId && !one.voidedBecause)
    if (known) return fail('nothingChanged')
    const row = context.newId()
    const fields = { sessionId: idOf(session), deviceId, deviceName, at: context.now, byId: context.actor }
    return ok({ drafts: [...sessionDraft(rows, session), { record: 'takenLaptop', row, fields }], answer: { takenLaptopId: row } })
  },
})

const leaving = z.object({ takenLaptopId: idSchema })

/** This laptop stays here after all. */
export const leaveBehind = defineCommand({
  input: leaving,
  needs: ({ takenLaptopId }) => [{ record: 'takenLaptop', id: takenLaptopId }],
  decide(rows, { takenLaptopId }) {
    const found = rows.get('takenLaptop', takenLaptopId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'takenLaptop', row: takenLaptopId, fields: { voidedBecause: 'stays here' } }], answer: null })
  },
})

const revealing = z.object({ session: whichSession.nullable(), personIds: z.array(idSchema).min(1).max(2000), what: contactLook.schema.shape.what })

/** Somebody looks at emergency contacts; written down before they show (story 6). */
export const recordContactLook = defineCommand({
  formerly: ['noteReveal'],
  input: revealing,
  needs: ({ session }) => (session ? sessionNeeds(session) : []),
  decide(rows, { session, personIds, what }, context) {
    const fields = { sessionId: session ? idOf(session) : null, personIds, what, at: context.now, byId: context.actor }
    const draft: Draft = { record: 'contactLook', row: context.newId(), fields }
    return ok({ drafts: [...(session ? sessionDraft(rows, session) : []), draft], answer: null })
  },
})
