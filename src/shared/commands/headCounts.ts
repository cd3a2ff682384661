import { z } from 'zod'
import { attendanceOf } from '../rules/attendance.ts'
import { headCountBecause, headCountMoment, type HeadCountMoment } from '../records/headCount.ts'
import { disagrees, isRoom, nextMoment } from '../rules/headCounts.ts'
import { expectedHeads, headsOf } from '../rules/heads.ts'
import { partsOf } from '../rules/templates.ts'
import { fail, ok } from '../std/result.ts'
import { defineCommand, type Context, type Draft, type Reader } from './command.ts'
import { given } from './given.ts'
import { because, begunDraft, idOf, sessionNeeds, whichSession, type WhichSession } from './which.ts'
import { idSchema } from '../std/schemas.ts'

const counting = z.object({
  session: whichSession,
  /** Left out: the count that comes next, as this laptop knows it now and not as the screen knew it a moment ago. */
  moment: headCountMoment.optional(),
  counted: z.int().min(0).max(2000),
  /** Babies, where they are counted apart. */
  babies: z.int().min(0).max(999).optional(),
  /** What explains a difference; null: asked, and not known yet. */
  because: headCountBecause.nullable().optional(),
  missingIds: z.array(idSchema).max(2000),
})

/** Writes down a head count. What is expected is worked out here, not told by the screen. */
export const recordHeadCount = defineCommand({
  input: counting,
  needs: ({ session }) => [
    ...sessionNeeds(session),
    { record: 'signIn', where: 'sessionId', is: idOf(session) },
    { record: 'companion', where: 'sessionId', is: idOf(session) },
    { record: 'headCount', where: 'sessionId', is: idOf(session) },
  ],
  decide(rows, input, context) {
    const { session, missingIds } = input
    const id = idOf(session)
    const moment = input.moment ?? momentNow(rows, session)
    const attendance = attendanceOf(rows.all('signIn', 'sessionId', id))
    const here = attendance.filter((one) => one.state === 'here')
    const group = rows.get('group', session.groupId)
    const apart = group ? partsOf(group).babies : false
    const heads = headsOf(attendance, rows.all('companion', 'sessionId', id), isRoom(moment) ? 'all' : 'walk')
    const fields = {
      sessionId: id,
      moment,
      counted: input.counted,
      expected: expectedHeads(heads, apart),
      ...(apart ? { babies: input.babies ?? 0, babiesExpected: heads.babies } : {}),
      ...given({ because: input.because }),
      missingIds: missingIds.filter((one) => here.some(({ personId }) => personId === one)),
      at: context.now,
      byId: context.actor,
    }
    const row = context.newId()
    const back = backDraft(id, fields, context)
    return ok({
      drafts: [...begunDraft(rows, session, context), { record: 'headCount', row, fields }, ...back],
      answer: { headCountId: row, moment },
    })
  },
  undo: (_, { headCountId }) => ({ name: 'voidHeadCount', input: { headCountId, because: 'a mistake' } }),
})

/** The count that comes next; the last again, when all are made. */
function momentNow(rows: Reader, session: WhichSession): HeadCountMoment {
  const group = rows.get('group', session.groupId)
  const moments = group ? partsOf(group).moments : []
  return nextMoment(rows.all('headCount', 'sessionId', idOf(session)), moments) ?? moments.at(-1) ?? 'back'
}

/** Everybody is back: the session no longer worries anyone. A later count that disagrees takes that away again. */
function backDraft(id: string, count: Parameters<typeof disagrees>[0] & { moment: HeadCountMoment }, context: Context): Draft[] {
  if (count.moment !== 'back' && count.moment !== 'end') return []
  return [{ record: 'session', row: id, fields: { allBackAt: disagrees(count) ? null : context.now } }]
}

const uncounting = z.object({ headCountId: idSchema, because })

/** Takes back a head count that was mistaken; the one before it holds again. */
export const voidHeadCount = defineCommand({
  input: uncounting,
  needs: ({ headCountId }) => [{ record: 'headCount', id: headCountId }],
  decide(rows, { headCountId, because: reason }) {
    const found = rows.get('headCount', headCountId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'headCount', row: headCountId, fields: { voidedBecause: reason } }], answer: null })
  },
})
