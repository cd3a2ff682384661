import { caseRecords, openCases } from '../cases.ts'
import { aTask, type TaskSource } from './source.ts'

/** Owners who are away while nobody covers: a lead finds somebody. One task an owner, about whoever of theirs waits longest. */
export const fromAway: TaskSource = {
  madeOf: caseRecords,
  async tasks(context, { team }) {
    if (!team) return []
    const left = (await openCases(context)).filter((one) => one.ownerId !== null && one.actingId === null)
    const owners = new Map(left.map((one) => [one.ownerId!, one] as const))
    return [...owners].map(([ownerId, { episode }]) => {
      const owner = context.colleagueName(ownerId) ?? ''
      return { ...aTask(context, episode.personId, { kind: 'uncovered', key: ownerId, place: `cases/${ownerId}` }), name: owner }
    })
  },
}
