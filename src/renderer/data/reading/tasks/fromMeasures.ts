import { definitionOf } from '../../../../shared/measures/index.ts'
import { measureTasks, type MeasureDue } from '../../../../shared/rules/measuresDue.ts'
import { caseRecords, openCases } from '../cases.ts'
import { aTask, type TaskSource } from './source.ts'

/** Measures to ask, one line for each person: at the start of a case, and 12 weeks later (story 24, domain 5.10). */
export const fromMeasures: TaskSource = {
  madeOf: [...new Set([...caseRecords, 'measure' as const])],
  async tasks(context, { meId, team }) {
    const mine = (await openCases(context)).filter((one) => one.ownerId !== null && (team || one.actingId === meId))
    const owners = new Map(mine.map((one) => [one.episode.id, one]))
    const { memory } = context.store
    const due = measureTasks(
      mine.map((one) => one.episode),
      (personId) => memory.linked('measure', 'personId', personId),
      context.today(),
    ).filter((one) => one.from <= context.today())
    return [...Map.groupBy(due, (one) => one.episodeId)].flatMap(([episodeId, all]) => {
      const [first] = all
      const of = owners.get(episodeId)
      if (!first || !of) return []
      const owner = team || of.ownerId !== of.actingId ? context.colleagueName(of.ownerId) : null
      return [
        aTask(context, first.personId, {
          kind: 'measure',
          key: episodeId,
          place: `measures/${first.personId}`,
          due: first.dueOn,
          text: titlesOf(all),
          owner,
        }),
      ]
    })
  },
}

function titlesOf(all: readonly MeasureDue[]): string {
  return [...new Set(all.map(({ questionnaire }) => definitionOf(questionnaire)?.title ?? questionnaire))].join(', ')
}
