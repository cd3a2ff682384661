import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

/** A person signed up to a group, who may never have come. Its id is computed: one person, one group, one membership. */
export const membership = defineRecord({
  name: 'membership',
  schema: z.object({
    groupId: idSchema,
    personId: idSchema,
    since: dateSchema,
    /** The first day they are no longer signed up; past registers do not change with it (peers 3, scenario 17). */
    endedOn: dateSchema.nullable().optional(),
    importId: idSchema.optional(),
  }),
  links: ['groupId', 'personId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  goes: {
    groupId: [...laptopsAndCsv, 'log'],
    personId: [...everyLaptop, 'log'],
    since: laptopsAndCsv,
    endedOn: laptopsAndCsv,
    importId: everyLaptop,
  },
  added: [],
})
