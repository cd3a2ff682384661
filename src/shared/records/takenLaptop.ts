import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, onLaptop, ref } from './defineRecord.ts'
import { device } from './device.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'

/** A laptop is taken along to a session with everything on it (story 1): a second one is told, and allowed. */
export const takenLaptop = defineRecord({
  fields: {
    sessionId: ref('session', idSchema, [...everyLaptop, 'log']),
    deviceId: onLaptop(idSchema, [...everyLaptop, 'log']),
    /** What the laptop was called when it was taken. */
    deviceName: field(device.fields.name.schema, everyLaptop),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
    voidedBecause: field(z.string().max(300).nullable().optional(), everyLaptop),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: false,
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'register', session: 'sessionId' },
  endedBy: 'voidedBecause',
  formerly: ['taking'],
  added: [],
})
