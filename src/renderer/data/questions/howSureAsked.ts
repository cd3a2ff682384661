import { defineQuestion } from './defineQuestion.ts'

/** Who has been asked at a session how sure they are: that, and never what they said. */
export const howSureAsked = defineQuestion({
  madeOf: ['cafeConfidence', 'samePerson'],
  afterLease: true,
  answer: async ({ store }, { sessionId }: { sessionId: string }): Promise<string[]> => {
    const asked = await store.linked('cafeConfidence', 'sessionId', sessionId)
    return [...new Set(asked.flatMap((one) => (one.voidedBecause ? [] : one.personId)))]
  },
})
