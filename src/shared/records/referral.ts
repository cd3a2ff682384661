import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** Why somebody comes to us: who sent them, what for, and what became of it (story 19, domain 3.2). Its clock runs from `receivedOn`. */
export const referral = defineRecord({
  fields: {
    personId: ref('person', idSchema, [...caseLaptops, 'log']),

    /** The case it belongs to, once it was accepted or attached to one. */
    episodeId: ref('episode', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    source: field(z.enum(['practice', 'service', 'self', 'family', 'colleague']), caseLaptopsAndCsv),
    /** Practice or service, as given. */
    from: field(z.string().max(200).optional(), caseLaptopsAndCsv),
    /** ODS code of the practice, "M84001" (domain 6.2). */
    odsCode: field(z.string().max(12).optional(), caseLaptopsAndCsv),
    referrer: field(z.string().max(200).optional(), caseLaptops),
    referrerRole: field(z.string().max(120).optional(), caseLaptops),
    referrerContact: field(z.string().max(200).optional(), caseLaptops),
    receivedOn: field(dateSchema, caseLaptopsAndCsv),
    /** In the words of who referred. */
    reason: field(z.string().max(4000).optional(), caseLaptops),
    /** Codes of resources/lists/needs.json. */
    needs: field(z.array(z.string().max(40)).max(20).optional(), caseLaptopsAndCsv),
    /** A need that the list does not have. */
    needsWords: field(z.string().max(500).optional(), caseLaptops),
    /** What the person wants of it themselves. */
    wants: field(z.string().max(2000).optional(), caseLaptops),
    history: field(z.string().max(4000).optional(), caseLaptops),
    urgency: field(z.enum(['routine', 'soon', 'urgent']), caseLaptopsAndCsv),
    /** Whether the person agreed to be referred; nobody is imported who did not (story 39). */
    agreed: field(z.enum(['yes', 'no', 'notSaid']), caseLaptops),
    /** How and when to reach them. */
    contactBy: field(z.enum(['phone', 'text', 'letter', 'email', 'visit', 'throughSomebody']).optional(), caseLaptops),
    contactWords: field(z.string().max(300).optional(), caseLaptops),
    riskToPerson: field(z.string().max(1000).optional(), caseLaptops),
    /** Read before anybody visits alone. */
    riskToStaff: field(z.string().max(1000).optional(), caseLaptops),
    /** Null again where a decision was undone. */
    decided: field(z.enum(['accepted', 'attached', 'declined', 'unsuitable', 'askReferrer']).nullable().optional(), caseLaptopsAndCsv),
    decidedBecause: field(z.string().max(500).nullable().optional(), caseLaptops),
    decidedAt: field(momentSchema.nullable().optional(), caseLaptopsAndCsv),
    decidedBy: actor(idSchema.nullable().optional(), caseLaptops),
    /** Identifier of the ServiceRequest or of the line it came by: it comes only once. */
    foreignId: field(z.string().max(200).optional(), caseLaptops),
    importId: field(idSchema.optional(), caseLaptops),
    at: field(momentSchema, caseLaptopsAndCsv),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['personId', 'episodeId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case', person: 'personId' },
  endedBy: 'voidedBecause',
  added: [],
})
