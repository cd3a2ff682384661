import type { CaseRow, CasesAsked, CasesSort, CasesView } from '../../workerLink/caseViews.ts'
import { isOpen } from '../../../shared/rules/cases.ts'
import { sortKey } from '../../../shared/rules/names.ts'
import { compareTexts } from '../../../shared/std/order.ts'
import { apartFor, apartOfIds } from '../reading/apart.ts'
import { caseloadFigure, caseRecords, caseRow, isKnown, lastCameOn, meId, openCases, ownerIdOf, ownersHere } from '../reading/cases.ts'
import type { ViewContext } from '../reading/context.ts'
import { defineQuestion } from './defineQuestion.ts'
import { isNamed } from './referrals.ts'

/** The caseload: one owner's cases, or everybody's (story 20). */
export const cases = defineQuestion({
  madeOf: [...caseRecords, 'signIn', 'session'],
  afterLease: false,
  answer: (context, asked: CasesAsked) => casesView(context, asked),
})

async function casesView(context: ViewContext, asked: CasesAsked): Promise<CasesView> {
  const me = meId(context)
  const found = (await wanted(context, asked, me)).filter((one) => fits(one, asked) && isNamed(context, one.personId, asked.text))
  const all = asked.sort === 'came' ? await withAttendance(context, found) : found
  const inOrder = all.map((row) => ({ row, sort: sortText(context, row, asked.sort) })).sort((a, b) => compareTexts(a.sort, b.sort))
  const shown = await withAttendance(
    context,
    inOrder.slice(0, asked.most).map((one) => one.row),
  )
  const apart = apartOfIds(
    context,
    shown.map((one) => one.personId),
  )
  const owners = await ownersHere(context)
  const of = asked.owner === 'mine' ? me : asked.owner
  return {
    rows: shown.map((one) => ({ ...one, ...apartFor(apart, one.personId) })),
    total: all.length,
    owners,
    figure: caseloadFigure(context),
    size: owners.find((one) => one.id === of)?.open ?? null,
    meId: me,
  }
}

/** The cases of whoever is asked about; "mine" are those whose work I do today: my own, and those I cover. */
async function wanted(context: ViewContext, { owner, shown }: CasesAsked, me: string): Promise<CaseRow[]> {
  const fitsOwner = (ownerId: string | null, actingId: string | null) =>
    owner === 'all' || (owner === 'nobody' ? ownerId === null : owner === 'mine' ? ownerId === me || actingId === me : ownerId === owner)
  if (shown !== 'closed')
    return (await openCases(context))
      .filter((one) => fitsOwner(one.ownerId, one.actingId))
      .map(({ episode, ownerId, actingId }) => caseRow(context, episode, ownerId, actingId === me && ownerId !== me))
  return context.store.memory
    .list('episode')
    .filter((one) => !one.voidedBecause && !isOpen(one) && isKnown(context, one.personId))
    .map((episode) => ({ episode, ownerId: ownerIdOf(context, episode.id) }))
    .filter(({ ownerId }) => fitsOwner(ownerId, ownerId))
    .map(({ episode, ownerId }) => caseRow(context, episode, ownerId, false))
}

function fits(row: CaseRow, { shown }: CasesAsked): boolean {
  if (shown === 'waiting') return row.waits.runs
  if (shown === 'started') return row.state === 'started'
  if (shown === 'overdue') return row.nextLate || row.reviewLate
  return true
}

/** Adds when they last came to a group, for those that are shown or sorted by it. */
async function withAttendance(context: ViewContext, rows: readonly CaseRow[]): Promise<CaseRow[]> {
  await context.store.load(
    'signIn',
    'personId',
    rows.map((one) => one.personId),
  )
  return rows.map((row) => ({ ...row, lastCame: lastCameOn(context, row.personId) }))
}

const never = '9999'
const padded = (days: number) => String(99_999 - days).padStart(5, '0')

/** A text by which a list is sorted; the name and the id break ties, so that no list ever jumps. */
function sortText(context: ViewContext, row: CaseRow, sort: CasesSort): string {
  const person = context.store.memory.get('person', row.personId)
  const name = `${person ? sortKey(person) : row.personId} ${row.episodeId}`
  switch (sort) {
    case 'name':
      return name
    case 'next':
      return `${earliest(row)} ${name}`
    case 'waiting':
      return `${row.waits.runs ? 0 : 1} ${padded(row.waits.days)} ${name}`
    case 'contact':
      return `${row.lastContact?.on ?? ''} ${name}`
    case 'came':
      return `${row.lastCame ?? ''} ${name}`
  }
}

/** What comes first: what is planned or the review. With nothing planned a case stands at the end, said so. */
function earliest({ nextActionOn, reviewOn }: CaseRow): string {
  return [nextActionOn, reviewOn].filter((day) => day !== null).sort()[0] ?? never
}
