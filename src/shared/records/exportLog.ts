import { z } from 'zod'
import { actor, defineRecord, everyLaptop, everyRole, field, ref, type Place } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

const leadOnly = ['lead'] as const satisfies readonly Place[]

/**
 * A report, or a person's own copy, that was saved as a file or printed: written before the file is, so that no file is without its line. What and why go to leads alone;
 * nothing personal is in it but the reason somebody typed, and nothing of it stands in the server's log file.
 */
export const exportLog = defineRecord({
  fields: {
    report: field(z.string().max(60), leadOnly),
    groupId: ref('group', idSchema.nullable().optional(), leadOnly),
    from: field(dateSchema.nullable().optional(), leadOnly),
    to: field(dateSchema.nullable().optional(), leadOnly),
    /** Whose own copy it is (story 35). */
    personId: ref('person', idSchema.nullable().optional(), leadOnly),
    /** By what it was broken down. */
    by: field(z.string().max(40).nullable().optional(), leadOnly),
    /** How many rows were in it. */
    rows: field(z.int().min(0).max(10_000_000), leadOnly),
    why: field(z.string().min(1).max(300), leadOnly),
    /** `copy`: of a picture, film or paper, as it is. */
    format: field(z.enum(['csv', 'xlsx', 'json', 'paper', 'copy']), leadOnly),
    /** Of which picture or film. */
    mediaId: ref('media', idSchema.nullable().optional(), leadOnly),
    /** The file dialog was closed, or the disk refused: there is no file. */
    notSaved: field(z.boolean().optional(), leadOnly),
    at: field(momentSchema, everyLaptop),
    byId: actor(idSchema, everyLaptop),
  },
  links: [],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: everyRole,
  writtenOnce: ['notSaved'],
  seenBy: { by: 'team', free: true },
  whenErased: { keeps: ['report', 'rows', 'format', 'notSaved', 'at'], marks: ['why'] },
  added: [],
})
