import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'

/** A person signed up to a group, who may never have come. Its id is computed: one person, one group, one membership. */
export const membership = defineRecord({
  name: 'membership',
  schema: z.object({
    groupId: z.uuid(),
    personId: z.uuid(),
    since: z.iso.date(),
    /** The first day they are no longer signed up; past registers do not change with it (peers 3, scenario 17). */
    endedOn: z.iso.date().nullable().optional(),
    importId: z.uuid().optional(),
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
