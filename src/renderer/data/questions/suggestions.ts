import type { Sought } from '../../../shared/rules/duplicates.ts'
import { openRegisterOnce } from '../reading/register.ts'
import { suggestionsOf } from '../reading/suggest.ts'
import { defineQuestion } from './defineQuestion.ts'

/** Who may be the same as somebody who is being written down: never joined by themselves, and no more of them than a stranger may see (story 5). */
export const suggestions = defineQuestion({
  afterLease: true,
  async answer(context, { sessionId, sought, except }: { sessionId: string | null; sought: Sought; except: string | null }, { alike }) {
    const [known, open] = [await alike(), sessionId ? await openRegisterOnce(context, sessionId) : null]
    return suggestionsOf(context, open, known, sought, except)
  },
})
