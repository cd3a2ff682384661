import { openReferralOut } from '../../../shared/portable/openReferralOut.ts'
import { listings } from '../reading/directory.ts'
import { defineQuestion } from './defineQuestion.ts'

/** The team's own entries as a page of Open Referral UK 3.0, and the lists that were imported before. */
export const feedOut = defineQuestion({
  afterLease: false,
  answer: async (context) => {
    const { memory, opened } = context.store
    const foreign = new Set(memory.list('service').flatMap((one) => (one.foreignId ? [one.id] : [])))
    const team = memory.get('team', opened.identity.team.id)?.name ?? opened.identity.team.name
    return openReferralOut(await listings(context), team, foreign)
  },
})
