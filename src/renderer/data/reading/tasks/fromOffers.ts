import { daysBetween } from '../../../../shared/std/dates.ts'
import { caseRecords, openCases } from '../cases.ts'
import { offerTaskRecords, offerTasks } from '../offerTasks.ts'
import { aTask, type TaskSource } from './source.ts'

/** Calls that a yes to one of our groups asks for: not seen at two sessions, or came for the first time (story 23). The registers close them. */
export const fromOffers: TaskSource = {
  madeOf: [...new Set([...caseRecords, ...offerTaskRecords])],
  async tasks(context, { meId, team }) {
    const cases = new Map((await openCases(context)).map((one) => [one.episode.id, one]))
    return (await offerTasks(context)).flatMap((one) => {
      const ours = cases.get(one.episodeId)
      if (!ours || !(team || ours.actingId === meId || ours.ownerId === null)) return []
      const owner = team || (ours.ownerId !== null && ours.ownerId !== ours.actingId) ? context.colleagueName(ours.ownerId) : null
      const days = Math.max(0, daysBetween(one.since, context.today()))
      return [aTask(context, one.personId, { kind: one.kind, key: one.offerId, place: `person/${one.personId}`, days, text: one.group, owner })]
    })
  },
}
