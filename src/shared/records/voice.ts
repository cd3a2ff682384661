import { z } from 'zod'
import { actor, caseLaptops, caseRoles, defineRecord, everyRole, field, ref } from './defineRecord.ts'
import { dateSchema, idSchema, momentSchema } from '../std/schemas.ts'

/** How things are since somebody has been coming, in one tap. */
export const voiceChange = z.enum(['better', 'same', 'harder'])
/** What somebody would like, in taps. All but the first two are offered to the gap board (rules/voices.ts). */
export const voiceWish = z.enum(['asItIs', 'moreOften', 'otherTime', 'nearer', 'easier', 'somethingElse'])

/**
 * What somebody told us of a group: what has changed for them and what they would like (story 33). Nobody is named, and no time is
 * kept beside the day. How that day was is a `mood`, with nothing that leads from one to the other. Words in which somebody may be
 * in danger, hurt or insulted stand in `leadWords` and go to the lead alone; in `words` there is only what others may read.
 */
export const voice = defineRecord({
  fields: {
    groupId: ref('group', idSchema, [...caseLaptops, 'log']),
    /** At which session, where it was said at one. */
    sessionId: ref('session', idSchema.nullable().optional(), [...caseLaptops, 'log']),
    on: field(dateSchema, caseLaptops),
    said: field(z.enum(['kiosk', 'leader', 'cafe']), caseLaptops),
    change: field(voiceChange.optional(), caseLaptops),
    wishes: field(z.array(voiceWish).max(6).optional(), caseLaptops),
    words: field(z.string().max(500).optional(), caseLaptops),
    /** There are words for the lead to read first. */
    forLead: field(z.boolean().optional(), caseLaptops),
    leadWords: field(z.string().max(500).optional(), ['lead']),
    lookedAt: field(momentSchema.nullable().optional(), caseLaptops),
    lookedBy: actor(idSchema.nullable().optional(), caseLaptops),
    /** What the lead did about it. */
    lookedWords: field(z.string().max(1000).nullable().optional(), ['lead']),
    /** The gap that was made of what they would like; or that it is none. */
    gapId: ref('gap', idSchema.nullable().optional(), caseLaptops),
    notAGap: field(z.boolean().optional(), caseLaptops),
    voidedBecause: field(z.string().max(300).nullable().optional(), caseLaptops),
  },
  links: ['groupId'],
  sideBySide: [],
  resident: 'later',
  shownWhileHeld: true,
  writers: everyRole,
  onlyBy: {
    lookedAt: ['lead'],
    lookedBy: ['lead'],
    lookedWords: ['lead'],
    gapId: caseRoles,
    notAGap: caseRoles,
    voidedBecause: caseRoles,
  },
  writtenOnce: ['lookedAt', 'lookedBy', 'lookedWords', 'gapId', 'notAGap', 'voidedBecause'],
  seenBy: { by: 'register', group: 'groupId', session: 'sessionId', day: 'on' },
  endedBy: 'voidedBecause',
  added: [],
})
