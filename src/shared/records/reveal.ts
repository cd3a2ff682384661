import { z } from 'zod'
import { defineRecord } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Who looked at whose emergency contact (story 6). Written before it is shown; read by the lead. */
export const reveal = defineRecord({
  name: 'reveal',
  schema: z.object({
    /** At which session; none when somebody's page was opened at a desk. */
    sessionId: idSchema.nullable().optional(),
    personIds: z.array(idSchema).max(2000),
    what: z.enum(['emergencyContact', 'emergencySheet']),
    at: momentSchema,
    byId: idSchema,
  }),
  links: ['sessionId', 'personIds'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  goes: { sessionId: ['lead', 'log'], personIds: ['lead', 'log'], what: ['lead', 'log'], at: ['lead', 'log'], byId: ['lead', 'log'] },
  added: [],
})
