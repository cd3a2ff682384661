import { z } from 'zod'
import { defineRecord, everyLaptop } from './defineRecord.ts'

const contactSchema = z.object({ name: z.string().max(200), phone: z.string().max(40) })

/** The primary care network's team: the unit of scope, order and permission. */
export const team = defineRecord({
  name: 'team',
  schema: z.object({
    name: z.string().min(1).max(200),
    /** Number to ring when nobody at the surgery answers. */
    dutyPhone: z.string().max(40).optional(),
    /** Whom to tell of a safeguarding concern, and whom if it is about a colleague (story 11). */
    safeguarding: contactSchema.optional(),
    safeguardingAlternate: contactSchema.optional(),
  }),
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  goes: { name: [...everyLaptop, 'kiosk', 'csv'], dutyPhone: everyLaptop, safeguarding: everyLaptop, safeguardingAlternate: everyLaptop },
  added: [],
})
