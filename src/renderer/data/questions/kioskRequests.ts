import type { KioskRequestRow } from '../../workerLink/views.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { timeOf } from '../../../shared/std/dates.ts'
import { oldestFirst } from '../../../shared/std/order.ts'
import { apartFor } from '../reading/apart.ts'
import type { ViewContext } from '../reading/context.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who asked for the leader at the kiosk. */
export const kioskRequests = defineQuestion({
  madeOf: ['introduction', 'kioskRequest', 'person', 'membership', 'signIn', 'session', 'group', 'registerMark', 'companion'],
  early: true,
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => requestsAt(context, sessionId),
})

/** Who asked for the leader at the kiosk and has not been seen to, in the order they asked. */
async function requestsAt(context: ViewContext, sessionId: string): Promise<KioskRequestRow[]> {
  const all = await context.store.linked('kioskRequest', 'sessionId', sessionId)
  const asking = all.filter((one) => !one.seenToAt)
  if (asking.length === 0) return []
  const apart = (await openRegisterOnce(context, sessionId))?.apart ?? new Map()
  return asking.sort(oldestFirst).map((one) => {
    const person = one.personId ? context.store.memory.get('person', one.personId) : undefined
    return {
      kioskRequestId: one.id,
      kind: one.kind,
      personId: one.personId ?? null,
      name: person ? nameOf(person) : null,
      ...(person ? apartFor(apart, person.id) : {}),
      firstName: one.firstName ?? null,
      at: timeOf(one.at),
    }
  })
}
