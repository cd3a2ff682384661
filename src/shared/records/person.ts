import { z } from 'zod'
import { caseLaptops, caseLaptopsAndCsv, defineRecord, everyLaptop, everyRole, field, laptopsAndCsv } from './defineRecord.ts'
import { isNhsNumber } from '../std/nhsNumber.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

const text = (most: number) => z.string().max(most)

/** Anyone known to us, referred or walked in. Nothing but a name is needed to join a session (house 10.1). */
export const person = defineRecord({
  fields: {
    givenName: field(text(100).min(1), [...laptopsAndCsv, 'kiosk']),
    familyName: field(text(100).optional(), laptopsAndCsv), // the kiosk gets the first letter, made by rules/names.ts
    /** What they like to be called, if not the given name. */
    knownAs: field(text(100).optional(), [...laptopsAndCsv, 'kiosk']),
    /** Full date of birth, or null when they would rather not say. */
    bornOn: field(dateSchema.nullable().optional(), laptopsAndCsv),
    /** "60 to 69" and the like, for who gives no date. */
    ageBand: field(text(20).optional(), laptopsAndCsv),
    phone: field(text(40).optional(), laptopsAndCsv),
    email: field(text(200).optional(), laptopsAndCsv),
    /** Street, town and postcode change together, so they are one field. */
    address: field(z.object({ lines: text(300).optional(), town: text(100).optional(), postcode: text(12).optional() }).optional(), [
      'linkWorker',
      'lead',
      'csv',
    ]),
    /** Ten digits that pass the check of domain 6.1. Never on a laptop that goes to the park. */
    nhsNumber: field(
      z
        .string()
        .regex(/^\d{10}$/)
        .refine(isNhsNumber)
        .nullable()
        .optional(),
      caseLaptops,
    ),
    /** Answer of the 2021 list, as a code of rules/ethnicity.ts; the NHS code follows from it (domain 6.3). */
    ethnicity: field(text(10).nullable().optional(), caseLaptopsAndCsv),
    /** Gender identity by the national list: 1, 2, 3, 4, Z, X (domain 6.4). */
    gender: field(z.enum(['1', '2', '3', '4', 'Z', 'X']).nullable().optional(), caseLaptopsAndCsv),
    /** Preferred language, as a tag: "pl". */
    language: field(text(20).optional(), caseLaptopsAndCsv),
    /** ODS code of the practice, where it is known. */
    odsCode: field(text(12).optional(), caseLaptopsAndCsv),
    /** Name or ODS code of the practice, as given. */
    practice: field(text(200).optional(), laptopsAndCsv),
    /** Short things every leader must see on the row: "Inhaler", "Knee: short route". */
    alerts: field(z.array(text(60)).max(8).optional(), everyLaptop),
    /** No photo: agreed, refused or never asked. */
    photo: field(z.enum(['yes', 'no']).optional(), everyLaptop),
    /** The first day on which that yes holds no more, where it is an agreement about pictures (rules/photoMark.ts). */
    photoUntil: field(dateSchema.nullable().optional(), everyLaptop),
    howHeard: field(text(200).optional(), laptopsAndCsv),
    /** Medicine carried and where: "GTN spray, left coat pocket". */
    medicine: field(text(200).optional(), everyLaptop),
    /** What helps, and what never to do, in the person's words (story 6). */
    pleaseDo: field(text(300).optional(), everyLaptop),
    pleaseDont: field(text(300).optional(), everyLaptop),
    /** Language of the interpreter they need, spoken or signed. */
    interpreter: field(text(60).optional(), everyLaptop),
    mobility: field(text(120).optional(), everyLaptop),
    /** What they need to take part: large print, a seat near the door (AIS). */
    accessNeeds: field(text(300).optional(), everyLaptop),
    /** Who answers for somebody under 18, and whether they agreed. */
    guardian: field(
      z
        .object({ name: text(200), phone: text(40), agreed: z.boolean() })
        .nullable()
        .optional(),
      everyLaptop,
    ),
    /** They have no phone, or no fixed address: asked, so no longer missing. */
    noPhone: field(z.boolean().optional(), everyLaptop),
    noFixedAbode: field(z.boolean().optional(), everyLaptop),
    /** Why there is nobody to ring: asked, so no longer missing. */
    noContactBecause: field(text(200).nullable().optional(), everyLaptop),
    /** Whether the practice may hear how it goes. */
    shareWithGp: field(z.enum(['yes', 'no']).optional(), everyLaptop),
    /** Not on lists any more; signing in asks whether to bring them back. */
    archivedOn: field(dateSchema.nullable().optional(), everyLaptop),
    /** The leader is asked to speak to the team before signing this person in. Why is not for every laptop. */
    signInBlocked: field(z.boolean().optional(), everyLaptop),
    blockedBecause: field(z.enum(['objected', 'deceased', 'other']).nullable().optional(), ['linkWorker', 'lead']),
    /** Set when somebody was added by mistake or by an import that was undone. */
    removedBecause: field(text(200).nullable().optional(), everyLaptop),
    /** The import that brought them, for undo. */
    importId: field(idSchema.optional(), everyLaptop),
  },
  links: [],
  sideBySide: ['phone', 'address'],
  resident: 'later',
  shownWhileHeld: true,
  writers: everyRole,
  seenBy: { by: 'person' },
  endedBy: 'removedBecause',
  added: [],
})
