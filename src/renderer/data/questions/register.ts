import { openRegisterOnce, registerView } from '../reading/register.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The register of one session. */
export const register = defineQuestion({
  early: true,
  afterLease: true,
  answer: async (context, { sessionId }: { sessionId: string }) => {
    const open = await openRegisterOnce(context, sessionId)
    return open && registerView(context, open)
  },
})
