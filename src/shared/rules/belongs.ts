import type { SeenBy } from '../records/defineRecord.ts'
import { definitions, type RecordName } from '../records/index.ts'

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
