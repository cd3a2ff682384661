import type { EmergencyView } from '../../workerLink/views.ts'
import type { ViewContext } from '../reading/context.ts'
import { type Named, named, plainly, idsIn } from '../reading/namesThere.ts'
import { openRegisterOnce, type OpenRegister } from '../reading/register.ts'
import { phonesOf } from '../reading/sheetHead.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Whom to ring for whom, of everybody who is there. */
export const emergency = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId }: { sessionId: string }) => emergencyView(context, sessionId),
})

/** Whom to ring for everybody who is here, by one key. */
async function emergencyView(context: ViewContext, sessionId: string): Promise<EmergencyView | null> {
  const open = await openRegisterOnce(context, sessionId)
  if (!open) return null
  const there = named(context, idsIn(open, ['here', 'left']))
  await context.store.load(
    'emergencyContact',
    'personId',
    there.map((one) => one.personId),
  )
  return { sessionId, people: there.map((one) => emergencyOf(context, open, one)) }
}

function emergencyOf(context: ViewContext, open: OpenRegister, one: Named): EmergencyView['people'][number] {
  return {
    ...plainly(one),
    phone: phonesOf(context, 'person', one.personId),
    alerts: context.store.memory.get('person', one.personId)?.alerts ?? [],
    here: open.attendance.get(one.personId)?.state === 'here',
    contacts: context.contactsOf(one.personId).map((contact) => ({
      name: contact.name,
      relationship: contact.relationship ?? null,
      phones: phonesOf(context, 'emergencyContact', contact.id),
    })),
  }
}
