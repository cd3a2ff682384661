import { z } from 'zod'
import { actor, caseLaptops, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { useOf } from './useAgreement.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Where something that somebody agreed to is shown, and, when they agree no more, by whom and where it was taken down (story 34). */
export const showing = defineRecord({
  fields: {
    /** What is shown. */
    ofId: ref(['story', 'media'], idSchema, caseLaptops),
    use: field(useOf, caseLaptops),
    /** "The board in the waiting room", "Our page of 3 May". */
    where: field(z.string().min(1).max(200), caseLaptops),
    since: field(dateSchema, caseLaptops),
    /** Taken down; or it cannot be, as it is printed and gone out. */
    ended: field(z.enum(['takenDown', 'cannot']).nullable().optional(), caseLaptops),
    endedOn: field(dateSchema.nullable().optional(), caseLaptops),
    endedBy: actor(idSchema.nullable().optional(), caseLaptops),
    /** What was done, or why it cannot be. */
    endedWords: field(z.string().max(300).nullable().optional(), caseLaptops),
    at: field(momentSchema, caseLaptops),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['ofId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case' },
  endedBy: 'voidedBecause',
  added: [],
})
