import { z } from 'zod'
import { actor, caseLaptops, caseLaptopsAndCsv, caseRoles, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/**
 * A picture, film, sound or signed paper (story 34). The file lies beside the rows, in pieces that are sealed with `key`: on laptops and
 * at the surgery. Who has the row has the key, so it goes to whoever works with cases and to nobody else.
 */
export const media = defineRecord({
  fields: {
    title: field(z.string().min(1).max(200), caseLaptopsAndCsv),
    kind: field(z.enum(['picture', 'video', 'sound', 'paper']), caseLaptopsAndCsv),
    /** As it was called where it came from. */
    fileName: field(z.string().max(260), caseLaptops),
    mime: field(z.string().max(60), caseLaptops),
    /** Of the file as it is kept: without the place where it was taken, if it said so. */
    bytes: field(
      z
        .int()
        .min(1)
        .max(250 * 1024 * 1024),
      caseLaptops,
    ),
    /** SHA-256, in hex, of the SHA-256s of its pieces: a browser reckons none of more than it has in memory. */
    digest: field(z.string().regex(/^[0-9a-f]{64}$/), caseLaptops),
    pieceBytes: field(
      z
        .int()
        .min(1024)
        .max(4 * 1024 * 1024),
      caseLaptops,
    ),
    /** 256 random bits, base64. */
    key: field(z.string().regex(/^[A-Za-z0-9+/]{43}=$/), caseLaptops),
    takenOn: field(dateSchema.nullable().optional(), caseLaptops),
    groupId: ref('group', idSchema.nullable().optional(), caseLaptops),
    sessionId: ref('session', idSchema.nullable().optional(), caseLaptops),

    /** Who can be known in it. Empty and not `nobody`: nobody has said yet, so it may not be used. */
    personIds: ref('person', z.array(idSchema).max(500).optional(), caseLaptops),
    /** Somebody looked, and nobody in it can be known. */
    nobody: field(z.boolean().optional(), caseLaptops),
    /** With whom the babies in it come, one for each; their first names in the same order. A parent signs for each of them. */
    babiesOf: ref('person', z.array(idSchema).max(500).optional(), caseLaptops),
    babyNames: field(z.array(z.string().min(1).max(60)).max(500).optional(), caseLaptops),

    at: field(momentSchema, caseLaptops),
    byId: actor(idSchema, caseLaptops),
    /** The file is destroyed; this line stays and says so. */
    removedAt: field(momentSchema.nullable().optional(), caseLaptops),
    removedBy: actor(idSchema.nullable().optional(), caseLaptops),
    removedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['sessionId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: caseRoles,
  seenBy: { by: 'case' },
  endedBy: 'removedBecause',
  added: [],
})
