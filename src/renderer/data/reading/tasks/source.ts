import type { Task } from '../../../workerLink/caseViews.ts'
import type { RecordName } from '../../../../shared/records/index.ts'
import { nameOf } from '../../../../shared/rules/names.ts'
import type { ViewContext } from '../context.ts'

/** Whose day it is: the one whose tasks are asked for, or the whole team. */
export interface Whose {
  meId: string
  /** A lead reads the team's. */
  team: boolean
}

/** Where tasks come from: one file each, and a line in `all.ts`. */
export interface TaskSource {
  /** The records its tasks are made of: My day is asked again when one of them is written. */
  madeOf: readonly RecordName[]
  /** The tasks, in any order: My day puts them by the day they are due, then by how long they wait. */
  tasks(context: ViewContext, whose: Whose): Promise<Task[]> | Task[]
}

/** A task about somebody. @param of its kind, a key that stays the same, where it is done, and what else is known */
export function aTask(
  context: ViewContext,
  personId: string,
  of: Pick<Task, 'kind' | 'place'> & Partial<Pick<Task, 'days' | 'due' | 'text' | 'owner'>> & { key: string },
): Task {
  const person = context.store.memory.get('person', personId)
  const { key, kind, place, days = null, due = null, text = null, owner = null } = of
  return { id: `${kind}/${key}`, kind, place, days, due, text, owner, personId, name: person ? nameOf(person) : '' }
}
