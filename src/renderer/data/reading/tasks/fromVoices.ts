import { isUnder18 } from '../../../../shared/rules/age.ts'
import { openCaseOf } from '../../../../shared/rules/cases.ts'
import { askAgainDays, latestOf, uses } from '../../../../shared/rules/mayUse.ts'
import { waitsForLead } from '../../../../shared/rules/voices.ts'
import { addDays, daysBetween } from '../../../../shared/std/dates.ts'
import type { Task } from '../../../workerLink/caseViews.ts'
import { isKnown, ownerIdOf } from '../cases.ts'
import type { ViewContext } from '../context.ts'
import { storyRecords, takeDownRows } from '../stories.ts'
import { aTask, type TaskSource, type Whose } from './source.ts'

/** What somebody told us and a lead reads first; what is to be taken down; and agreements that end soon (stories 33 and 34). */
export const fromVoices: TaskSource = {
  madeOf: [...storyRecords, 'voice'],
  tasks: (context, whose) => [...toRead(context), ...toTakeDown(context), ...toAskAgain(context, whose)],
}

/** A task about nobody who is known. */
function aThing(of: Pick<Task, 'id' | 'kind' | 'place' | 'name'> & Partial<Task>): Task {
  return { days: null, due: null, text: null, owner: null, personId: '', ...of }
}

function toRead(context: ViewContext): Task[] {
  if (context.store.role() !== 'lead') return []
  const { memory } = context.store
  return memory
    .list('voice')
    .filter(waitsForLead)
    .map((one) => {
      const days = Math.max(0, daysBetween(one.on, context.today()))
      const name = memory.get('group', one.groupId)?.name ?? ''
      return aThing({ id: `voiceToRead/${one.id}`, kind: 'voiceToRead', place: 'voices', name, days })
    })
}

function toTakeDown(context: ViewContext): Task[] {
  return takeDownRows(context).map(({ showingId, where }) => aThing({ id: `takeDown/${showingId}`, kind: 'takeDown', place: 'stories', name: where }))
}

/** Of whom pictures may be taken for a month yet, or no more: whoever looks after them asks again, or else a lead. Children are asked with their parent. */
function toAskAgain(context: ViewContext, { meId, team }: Whose): Task[] {
  const { memory } = context.store
  const people = new Set(memory.list('useAgreement').flatMap((one) => (one.of === 'pictures' && one.personId ? [one.personId] : [])))
  return [...people].flatMap((personId) => {
    const due = endsOn(context, personId)
    if (!due || due > addDays(context.today(), askAgainDays) || !isKnown(context, personId)) return []
    const open = openCaseOf(memory.linked('episode', 'personId', personId))
    const ownerId = open && ownerIdOf(context, open.id)
    const isMine = ownerId === null ? context.store.role() === 'lead' : ownerId === meId
    if (!team && !isMine) return []
    return [aTask(context, personId, { kind: 'askUseAgain', key: personId, place: `pictures/${personId}`, due })]
  })
}

/** The day on which the first of somebody's agreements ends; null where there is none, or they want no photos. */
function endsOn(context: ViewContext, personId: string): string | null {
  const { memory } = context.store
  const person = memory.get('person', personId)
  if (!person || person.photo === 'no' || isUnder18(person, context.today())) return null
  const all = memory.linked('useAgreement', 'personId', personId)
  const held = uses.flatMap((use) => latestOf(all, { personId, of: 'pictures' }, use) ?? []).filter((one) => one.said === 'yes')
  return held.flatMap((one) => one.expiresOn ?? []).sort()[0] ?? null
}
