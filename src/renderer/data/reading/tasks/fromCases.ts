import type { Task } from '../../../workerLink/caseViews.ts'
import { caseStateOf } from '../../../../shared/rules/cases.ts'
import { daysBetween } from '../../../../shared/std/dates.ts'
import { caseRecords, openCases, receivedOn, reviewDue, type OpenCase } from '../cases.ts'
import type { ViewContext } from '../context.ts'
import { aTask, type TaskSource } from './source.ts'

/** What open cases ask for: somebody to take them, a first call, what was planned, a review. */
export const fromCases: TaskSource = {
  madeOf: caseRecords,
  async tasks(context, { meId, team }) {
    const mine = (await openCases(context)).filter((one) => team || one.actingId === meId || one.hasNobody)
    return mine.flatMap((one) =>
      context.onceOfPerson(one.episode.personId, team ? 'tasks of the team' : 'tasks', one.episode.id, () => tasksOf(context, one, team)),
    )
  },
}

function tasksOf(context: ViewContext, one: OpenCase, team: boolean): Task[] {
  const { episode, ownerId } = one
  const today = context.today()
  const owner = team || one.hasNobody || (ownerId !== null && ownerId !== one.actingId) ? context.colleagueName(ownerId) : null
  const about = { key: episode.id, place: `case/${episode.id}`, owner }
  const task = (kind: Task['kind'], more: Partial<Pick<Task, 'days' | 'due' | 'text'>>) =>
    aTask(context, episode.personId, { kind, ...about, ...more })
  if (one.hasNobody) return [task('unassigned', { days: Math.max(0, daysBetween(episode.openedOn, today)) })]
  const found: Task[] = []
  const state = caseStateOf(episode, context.store.memory.linked('caseContact', 'episodeId', episode.id))
  const planned = episode.nextActionOn ?? null
  if (state === 'noContact') found.push(task('noContact', { days: waited(context, one) }))
  else if (state !== 'started' && (planned === null || planned <= today))
    found.push(task('firstContact', { days: waited(context, one), due: planned, text: episode.nextAction?.trim() || null }))
  else if (planned !== null && planned <= today) found.push(task('nextAction', { due: planned, text: episode.nextAction?.trim() || null }))
  const reviewOn = reviewDue(context, episode.id)
  if (reviewOn !== null && reviewOn <= today) found.push(task('review', { due: reviewOn }))
  if (episode.wantsOther) found.push(task('wantsOther', { text: episode.wantsOther }))
  return found
}

function waited(context: ViewContext, { episode }: OpenCase): number {
  return Math.max(0, daysBetween(receivedOn(context, episode), context.today()))
}
