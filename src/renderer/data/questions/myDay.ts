import { taskKinds, type MyDayView, type Task } from '../../workerLink/caseViews.ts'
import { isUnanswered } from '../../../shared/rules/referrals.ts'
import { addDays, daysBetween } from '../../../shared/std/dates.ts'
import { grouped } from '../../../shared/std/grouped.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { apartFor, apartOfIds } from '../reading/apart.ts'
import { caseloadFigure, caseRecords, meId, openCases, ownersHere, receivedOn } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { standingReferrals } from '../reading/referrals.ts'
import * as sources from '../reading/tasks/all.ts'
import { defineQuestion } from './defineQuestion.ts'

const all = Object.values(sources)

/** A link worker's day, or the team's for a lead: what is to be done, each with the way to it. */
export const myDay = defineQuestion({
  madeOf: [...new Set([...caseRecords, ...all.flatMap((one) => one.madeOf)])],
  afterLease: false,
  answer: (context, { team, most }: { team: boolean; most: number }) => myDayView(context, team, most),
})

/** @param most tasks of each kind that are told */
async function myDayView(context: ViewContext, team: boolean, most: number): Promise<MyDayView> {
  const whose = { meId: meId(context), team }
  const tasks = (await Promise.all(all.map((one) => one.tasks(context, whose)))).flat()
  const kinds = grouped(tasks.sort(inTurn), (one) => one.kind)
  const shown = new Map(taskKinds.map((kind) => [kind, (kinds.get(kind) ?? []).slice(0, most)]))
  const apart = apartOfIds(
    context,
    [...shown.values()].flat().map((one) => one.personId),
  )
  return {
    date: context.today(),
    role: context.store.role() === 'lead' ? 'lead' : 'linkWorker',
    tasks: taskKinds.flatMap((kind) => {
      const first = (shown.get(kind) ?? []).map((one) =>
        kind === 'uncovered' || kind === 'board' ? one : { ...one, ...apartFor(apart, one.personId) },
      )
      return first.length > 0 ? [{ kind, total: kinds.get(kind)?.length ?? 0, first }] : []
    }),
    total: tasks.length,
    team: team ? await teamNow(context) : null,
  }
}

/** What is due first, then who waits longest; the id breaks ties. */
function inTurn(a: Task, b: Task): number {
  return compareTexts(a.due ?? '9999', b.due ?? '9999') || (b.days ?? -1) - (a.days ?? -1) || compareTexts(a.id, b.id)
}

/** Days over which waiting times are counted. */
const lately = 90

async function teamNow(context: ViewContext): Promise<NonNullable<MyDayView['team']>> {
  const today = context.today()
  const unanswered = (await standingReferrals(context)).filter((one) => isUnanswered(one.state))
  const open = await openCases(context)
  const since = addDays(today, -lately)
  const took = context.store.memory
    .list('episode')
    .filter((one) => !one.voidedBecause && one.startedOn && one.startedOn >= since)
    .map((one) => Math.max(0, daysBetween(receivedOn(context, one), one.startedOn!)))
    .sort((a, b) => a - b)
  return {
    unanswered: unanswered.length,
    longestDays: unanswered.length > 0 ? Math.max(...unanswered.map(({ referral }) => daysBetween(referral.receivedOn, today))) : null,
    unowned: open.filter((one) => one.ownerId === null).length,
    waiting: open.filter((one) => !one.episode.startedOn).length,
    medianDays: took.length > 0 ? took[Math.floor((took.length - 1) / 2)]! : null,
    figure: caseloadFigure(context),
    owners: await ownersHere(context),
  }
}
