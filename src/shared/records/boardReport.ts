import { z } from 'zod'
import { actor, caseLaptops, defineRecord, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** What can stand on the pages of a board report beside the figures of uptake. */
export const boardParts = ['growth', 'outcomes', 'confidence', 'waiting'] as const
/** When a board report is prepared by itself. */
export const boardTimes = ['never', 'firstMonday'] as const

/** The settings of a report for a board (story 28): its figures are counted when it is looked at, and nothing of them is kept. */
export const boardReport = defineRecord({
  fields: {
    name: field(z.string().min(1).max(120), caseLaptops),
    /** Each has a page of its own; the first page is of the team. */
    groupIds: ref('group', z.array(idSchema).max(60), caseLaptops),
    parts: field(z.array(z.enum(boardParts)).max(boardParts.length), caseLaptops),
    /** The first day that is counted. */
    from: field(dateSchema, caseLaptops),
    /** What the team says about it, in its own words. */
    words: field(z.string().max(4000), caseLaptops),
    every: field(z.enum(boardTimes), caseLaptops),
    /** The last day on which it was due and somebody has dealt with it. */
    doneFor: field(dateSchema.nullable().optional(), caseLaptops),
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
  added: [],
})
