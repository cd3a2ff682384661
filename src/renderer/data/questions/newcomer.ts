import { isUnder18 } from '../../../shared/rules/age.ts'
import { declarationState } from '../../../shared/rules/declarations.ts'
import { partsOf, templateOf } from '../../../shared/rules/templates.ts'
import type { NewcomerView } from '../../workerLink/doorViews.ts'
import type { ViewContext } from '../reading/context.ts'
import { declarationOf } from '../reading/declarationOf.ts'
import { personView } from '../reading/people.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { whichOf } from '../reading/whichSession.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The form of somebody new. */
export const newcomer = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId, personId }: { sessionId: string; personId: string }) => newcomerView(context, sessionId, personId),
})

/** The core form of one person at one session, with what is still missing of it there. */
async function newcomerView(context: ViewContext, sessionId: string, personId: string): Promise<NewcomerView | null> {
  const [open, known] = await Promise.all([openRegisterOnce(context, sessionId), personView(context, personId, sessionId)])
  const person = context.store.memory.get('person', personId)
  if (!open || !known || !person) return null
  const asks = partsOf(open.group).declaration
  return {
    person: known,
    sessionId,
    which: whichOf(open),
    group: open.group.name,
    template: templateOf(open.group),
    health: asks ? declarationState(declarationOf(context, personId), context.today()) : null,
    under18: isUnder18(person, open.occurrence.date),
  }
}
