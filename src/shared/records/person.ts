import { z } from 'zod'
import { defineRecord, everyLaptop, laptopsAndCsv } from './defineRecord.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'

const text = (most: number) => z.string().max(most)

/** Anyone known to us, referred or walked in. Nothing but a name is needed to join a session (house 10.1). */
export const person = defineRecord({
  name: 'person',
  schema: z.object({
    givenName: text(100).min(1),
    familyName: text(100).optional(),
    /** What they like to be called, if not the given name. */
    knownAs: text(100).optional(),
    /** Full date of birth, or null when they would rather not say. */
    bornOn: dateSchema.nullable().optional(),
    /** "60 to 69" and the like, for who gives no date. */
    ageBand: text(20).optional(),
    phone: text(40).optional(),
    email: text(200).optional(),
    /** Street, town and postcode change together, so they are one field. */
    address: z.object({ lines: text(300).optional(), town: text(100).optional(), postcode: text(12).optional() }).optional(),
    /** Name or ODS code of the practice, as given. */
    practice: text(200).optional(),
    /** Short things every leader must see on the row: "Inhaler", "Knee: short route". */
    alerts: z.array(text(60)).max(8).optional(),
    /** No photo: agreed, refused or never asked. */
    photo: z.enum(['yes', 'no']).optional(),
    howHeard: text(200).optional(),
    /** Medicine carried and where: "GTN spray, left coat pocket". */
    medicine: text(200).optional(),
    /** What helps, and what never to do, in the person's words (story 6). */
    pleaseDo: text(300).optional(),
    pleaseDont: text(300).optional(),
    /** Language of the interpreter they need, spoken or signed. */
    interpreter: text(60).optional(),
    mobility: text(120).optional(),
    /** What they need to take part: large print, a seat near the door (AIS). */
    accessNeeds: text(300).optional(),
    /** Who answers for somebody under 18, and whether they agreed. */
    guardian: z.object({ name: text(200), phone: text(40), agreed: z.boolean() }).nullable().optional(),
    /** They have no phone, or no fixed address: asked, so no longer missing. */
    noPhone: z.boolean().optional(),
    noFixedAbode: z.boolean().optional(),
    /** Why there is nobody to ring: asked, so no longer missing. */
    noContactBecause: text(200).nullable().optional(),
    /** Whether the practice may hear how it goes. */
    shareWithGp: z.enum(['yes', 'no']).optional(),
    /** Not on lists any more; signing in asks whether to bring them back. */
    archivedOn: dateSchema.nullable().optional(),
    /** The leader is asked to speak to the team before signing this person in. Why is not for every laptop. */
    signInBlocked: z.boolean().optional(),
    blockedBecause: z.enum(['objected', 'deceased', 'other']).nullable().optional(),
    /** Set when somebody was added by mistake or by an import that was undone. */
    removedBecause: text(200).nullable().optional(),
    /** The import that brought them, for undo. */
    importId: idSchema.optional(),
  }),
  links: [],
  sideBySide: ['phone', 'address'],
  resident: 'later',
  shownWhileHeld: true,
  goes: {
    givenName: [...laptopsAndCsv, 'kiosk'],
    familyName: laptopsAndCsv, // the kiosk gets the first letter, made by rules/names.ts
    knownAs: [...laptopsAndCsv, 'kiosk'],
    bornOn: laptopsAndCsv,
    ageBand: laptopsAndCsv,
    phone: laptopsAndCsv,
    email: laptopsAndCsv,
    address: ['linkWorker', 'lead', 'csv'],
    practice: laptopsAndCsv,
    alerts: everyLaptop,
    photo: everyLaptop,
    howHeard: laptopsAndCsv,
    medicine: everyLaptop,
    pleaseDo: everyLaptop,
    pleaseDont: everyLaptop,
    interpreter: everyLaptop,
    mobility: everyLaptop,
    accessNeeds: everyLaptop,
    guardian: everyLaptop,
    noPhone: everyLaptop,
    noFixedAbode: everyLaptop,
    noContactBecause: everyLaptop,
    shareWithGp: everyLaptop,
    archivedOn: everyLaptop,
    signInBlocked: everyLaptop,
    blockedBecause: ['linkWorker', 'lead'],
    removedBecause: everyLaptop,
    importId: everyLaptop,
  },
  added: [],
})
