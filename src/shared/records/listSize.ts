import { z } from 'zod'
import { ageBands } from '../rules/age.ts'
import { listSizeIdOf } from '../std/ids.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'
import { actor, caseLaptops, caseLaptopsAndCsv, defineRecord, field } from './defineRecord.ts'

const patients = z.int().min(0).max(500_000)

/**
 * How many patients a practice has on its list on one day, as NHS England publishes it ("Patients registered at a GP practice", Open
 * Government Licence): against these uptake is told per 1,000 (story 28). Nobody's data.
 */
export const listSize = defineRecord({
  fields: {
    /** ODS code of the practice. */
    odsCode: field(z.string().regex(/^[A-Z]\d{5}$/), caseLaptopsAndCsv),
    /** The day on which they were counted. */
    on: field(dateSchema, caseLaptopsAndCsv),
    /** What the practice is called, where nobody on our lists is registered there. */
    name: field(z.string().max(200).optional(), caseLaptopsAndCsv),
    all: field(patients.optional(), caseLaptopsAndCsv),
    men: field(patients.optional(), caseLaptopsAndCsv),
    women: field(patients.optional(), caseLaptopsAndCsv),
    /** By the bands of our own reports; only where the file had single years. */
    byAge: field(z.partialRecord(z.enum(ageBands), patients).optional(), caseLaptopsAndCsv),
    /** Where the number is from. */
    source: field(z.string().min(1).max(200), caseLaptopsAndCsv),
    at: field(momentSchema, caseLaptops),
    byId: actor(idSchema, caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: [],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: ['lead'],
  seenBy: { by: 'case' },
  endedBy: 'voidedBecause',
  idOf: { from: ['odsCode', 'on'], make: ({ odsCode, on }) => listSizeIdOf(odsCode, on) },
  added: [],
})
