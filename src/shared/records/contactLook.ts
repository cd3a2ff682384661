import { z } from 'zod'
import { actor, defineRecord, everyRole, field, ref } from './defineRecord.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** Who looked at whose emergency contact (story 6). Written before it is shown; read by the lead. */
export const contactLook = defineRecord({
  fields: {
    /** At which session; none when somebody's page was opened at a desk. */
    sessionId: ref('session', idSchema.nullable().optional(), ['lead', 'log']),
    personIds: ref('person', z.array(idSchema).max(2000), ['lead', 'log']),
    what: field(z.enum(['emergencyContact', 'emergencySheet']), ['lead', 'log']),
    at: field(momentSchema, ['lead', 'log']),
    byId: actor(idSchema, ['lead', 'log']),
  },
  links: ['sessionId', 'personIds'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  writtenOnce: [],
  seenBy: { by: 'register', session: 'sessionId', free: true },
  formerly: ['reveal'],
  added: [],
})
