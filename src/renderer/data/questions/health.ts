import { declarationState } from '../../../shared/rules/declarations.ts'
import { questionsFor } from '../../../shared/rules/healthQuestions.ts'
import { nameOf } from '../../../shared/rules/names.ts'
import { templateOf } from '../../../shared/rules/templates.ts'
import type { HealthView } from '../../workerLink/doorViews.ts'
import type { ViewContext } from '../reading/context.ts'
import { declarationOf } from '../reading/declarationOf.ts'
import { declarationView } from '../reading/declarationView.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { whichOf } from '../reading/whichSession.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The health questions of one person at one session. */
export const health = defineQuestion({
  afterLease: true,
  answer: (context, { sessionId, personId }: { sessionId: string; personId: string }) => healthView(context, sessionId, personId),
})

/** The health questions of one person at one session. */
async function healthView(context: ViewContext, sessionId: string, personId: string): Promise<HealthView | null> {
  const [open] = await Promise.all([openRegisterOnce(context, sessionId), context.store.load('declaration', 'personId', [personId])])
  const person = context.store.memory.get('person', personId)
  if (!open || !person) return null
  const latest = declarationOf(context, personId)
  const template = templateOf(open.group)
  return {
    personId,
    name: nameOf(person),
    sessionId,
    which: whichOf(open),
    group: open.group.name,
    template,
    questions: questionsFor(template),
    state: declarationState(latest, context.today()),
    last: latest && declarationView(context, latest),
    medicine: person.medicine ?? null,
    mobility: person.mobility ?? null,
  }
}
