import { definitionOf } from '../../../../shared/measures/index.ts'
import type { Entity } from '../../../../shared/records/index.ts'
import { measureTasks, type MeasureDue } from '../../../../shared/rules/measuresDue.ts'
import { caseRecords, openCases } from '../cases.ts'
import type { ViewContext } from '../context.ts'
import { aTask, type TaskSource } from './source.ts'

/** Measures to ask, one line for each person: at the start of a case, and 12 weeks later (story 24, domain 5.10). */
export const fromMeasures: TaskSource = {
  madeOf: [...new Set([...caseRecords, 'measure' as const])],
  async tasks(context, { meId, team }) {
    const mine = (await openCases(context)).filter((one) => one.ownerId !== null && (team || one.actingId === meId))
    return mine.flatMap((of) => {
      const due = dueOf(context, of.episode)
      const [first] = due
      if (!first) return []
      const owner = team || of.ownerId !== of.actingId ? context.colleagueName(of.ownerId) : null
      return [
        aTask(context, first.personId, {
          kind: 'measure',
          key: first.episodeId,
          place: `measures/${first.personId}`,
          due: first.dueOn,
          text: titlesOf(due),
          owner,
        }),
      ]
    })
  },
}

/** What is due of one case by today, kept until something of its person is written: of two thousand cases it was most of My day. */
function dueOf(context: ViewContext, episode: Entity<'episode'>): readonly MeasureDue[] {
  const today = context.today()
  return context.onceOfPerson(episode.personId, 'measures', episode.id, () =>
    measureTasks([episode], (personId) => context.store.memory.linked('measure', 'personId', personId), today).filter((one) => one.from <= today),
  )
}

function titlesOf(all: readonly MeasureDue[]): string {
  return [...new Set(all.map(({ questionnaire }) => definitionOf(questionnaire)?.title ?? questionnaire))].join(', ')
}
