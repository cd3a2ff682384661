import { z } from 'zod'
import { caseLaptops, defineRecord, everyLaptop, field } from './defineRecord.ts'

const contactSchema = z.object({ name: z.string().max(200), phone: z.string().max(40) })

/** The primary care network's team: the unit of scope, order and permission. */
export const team = defineRecord({
  fields: {
    name: field(z.string().min(1).max(200), [...everyLaptop, 'kiosk', 'csv']),
    /** Number to ring when nobody at the surgery answers. */
    dutyPhone: field(z.string().max(40).optional(), everyLaptop),
    /** Whom to tell of a safeguarding concern, and whom if it is about a colleague (story 11). */
    safeguarding: field(contactSchema.optional(), everyLaptop),
    safeguardingAlternate: field(contactSchema.optional(), everyLaptop),
    /** Open cases that one link worker should have at most, as the lead sees it (story 20). */
    caseloadFigure: field(z.int().min(1).max(500).nullable().optional(), caseLaptops),
    /** Postcode districts that the team covers, "CV11"; a referral from elsewhere says so (story 19). None: nothing is said. */
    districts: field(z.array(z.string().max(5)).max(80).optional(), caseLaptops),
    /** Days without a check after which a directory entry is due (story 32); 90 where nothing is said. */
    checkAfterDays: field(z.int().min(7).max(400).nullable().optional(), caseLaptops),
    /** Whether link workers may ask PHQ-4: a positive screen is a duty to act, so a lead switches it on (domain 5.6). */
    phq4On: field(z.boolean().optional(), caseLaptops),
    /** Whether the groups that the lead chose are told to everybody, by the server (story 38). Off until a lead says so. */
    openData: field(z.boolean().optional(), everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: true,
  shownWhileHeld: false,
  writers: ['lead'],
  seenBy: { by: 'team' },
  added: [],
})
