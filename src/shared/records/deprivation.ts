import { z } from 'zod'
import { deprivationIdOf } from '../std/ids.ts'
import { idSchema, momentSchema } from '../std/schemas.ts'
import { actor, caseLaptops, caseLaptopsAndCsv, defineRecord, field } from './defineRecord.ts'

/** The published indices whose deciles may be told apart; the later is compared with the earlier only with care (domain 6.2). */
export const deprivationIndex = z.enum(['2019', '2025'])

/**
 * In which tenth of England the postcodes of one sector ("CV11 4") are by the English Indices of Deprivation (Open Government Licence):
 * by the last two letters. Nobody's data, and a few kilobytes for a town; of a whole postcode only what is on our own lists is ever looked up.
 */
export const deprivation = defineRecord({
  fields: {
    sector: field(z.string().regex(/^[A-Z0-9]{2,4} \d$/), caseLaptopsAndCsv),
    index: field(deprivationIndex, caseLaptopsAndCsv),
    /** 1 the most deprived tenth, 10 the least. */
    deciles: field(z.record(z.string().regex(/^[A-Z]{2}$/), z.int().min(1).max(10)), caseLaptopsAndCsv),
    /** Which file it is from. */
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
  idOf: { from: ['sector', 'index'], make: ({ sector, index }) => deprivationIdOf(sector, index) },
  added: [],
})
