import type { SeenBy } from '../records/defineRecord.ts'
import type { Role } from '../records/colleague.ts'
import { definitionOf, definitions, type RecordName } from '../records/index.ts'

/** Whether rows of a record may lie on the laptop of somebody with this role at all: those of a case only where cases are worked on. */
export function mayLieOn(role: Role, record: string): boolean {
  const definition = definitionOf(record)
  return definition?.seenBy.by !== 'case' || definition.writers.includes(role)
}

/** What a row belongs to (records/defineRecord.ts), and whom else it names: one table for sight, reach and where rows are filed. */
export interface Belonging extends SeenBy {
  /** Fields that name a person, or several: nobody writes down somebody whom they do not know (case S6). */
  names: readonly string[]
}

/** Of each record, from its own file. */
export const belongs = Object.fromEntries(
  Object.entries(definitions).map(([name, { seenBy, fields }]): [string, Belonging] => [
    name,
    {
      ...seenBy,
      names: seenBy.free ? [] : Object.keys(fields).filter((one) => fields[one]?.to.join() === 'person'),
    },
  ]),
) as Record<RecordName, Belonging>
