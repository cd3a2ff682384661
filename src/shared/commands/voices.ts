import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import { voice } from '../records/voice.ts'
import { barrierOf, placedWords } from '../rules/voices.ts'
import { needOf } from '../rules/needs.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Draft, type Need } from './command.ts'
import { given } from './given.ts'
import { because, idOf, sessionDraft, sessionNeeds, whichSession } from './which.ts'

const { said, change, wishes } = voice.schema.shape
const telling = z.object({
  groupId: idSchema,
  /** At which session; null where somebody told a link worker elsewhere. */
  session: whichSession.nullable(),
  on: dateSchema,
  said,
  /** 1 a hard day, 5 a good day. */
  today: z.int().min(1).max(5).optional(),
  change,
  wishes,
  words: z.string().trim().max(500),
})

/**
 * Writes down what somebody told us of a group, with nobody's name (story 33). How the day was is a row of its own, as at the
 * kiosk; words for the lead stand where they alone read them. Answers whether the lead is asked to read.
 */
export const tellVoice = defineCommand({
  input: telling,
  needs: ({ session, groupId }) => (session ? sessionNeeds(session) : [{ record: 'group', id: groupId }]),
  decide(rows, { session, today, words, ...told }, context) {
    if (!rows.get('group', told.groupId)) return fail('noSuchGroup')
    if (session ? told.on !== session.date : told.on > dateOf(context.now)) return fail(session ? 'badInput' : 'dateAhead')
    const says = Boolean(told.change) || Boolean(told.wishes?.length) || words !== ''
    if (!says && !(today && session)) return fail('nothingAnswered')
    const sessionId = session ? idOf(session) : null
    const fields = { ...given(told), sessionId, ...placedWords(words) }
    const drafts: Draft[] = session ? sessionDraft(rows, session) : []
    if (today && sessionId) drafts.push({ record: 'mood', row: context.newId(), fields: { sessionId, today, on: told.on } })
    if (says) drafts.push({ record: 'voice', row: context.newId(), fields })
    return ok({ drafts, answer: { forLead: 'leadWords' in fields } })
  },
})

const oneVoice = ({ voiceId }: { voiceId: string }): Need[] => [{ record: 'voice', id: voiceId }]

/** A lead has read what was for them, and says what they did. @param show the words may stand on the list for link workers and leads */
export const readVoice = defineCommand({
  by: ['lead'],
  input: z.object({ voiceId: idSchema, did: z.string().trim().max(1000), show: z.boolean() }),
  needs: oneVoice,
  decide(rows, { voiceId, did, show }, context) {
    const found = rows.get('voice', voiceId)
    if (!found || found.voidedBecause) return fail('noSuchVoice')
    if (found.lookedAt || !found.forLead) return fail('nothingChanged')
    if (!did) return fail('sayWhatYouDid')
    const shown = show && found.leadWords ? { words: found.leadWords } : {}
    const fields = { lookedAt: context.now, lookedBy: context.actor, lookedWords: did, ...shown }
    return ok({ drafts: [{ record: 'voice', row: voiceId, fields }], answer: null })
  },
})

/** Takes an answer off the list: it names somebody, or was a test. */
export const voidVoice = defineCommand({
  by: caseRoles,
  input: z.object({ voiceId: idSchema, because }),
  needs: oneVoice,
  decide(rows, { voiceId, because: why }) {
    const found = rows.get('voice', voiceId)
    if (!found) return fail('noSuchVoice')
    if (found.voidedBecause) return fail('alreadyVoided')
    return ok({ drafts: [{ record: 'voice', row: voiceId, fields: { voidedBecause: why } }], answer: null })
  },
  undo: ({ voiceId }) => ({ name: 'restoreVoice' as const, input: { voiceId } }),
})

/** It stands on the list again. */
export const restoreVoice = defineCommand({
  by: caseRoles,
  input: z.object({ voiceId: idSchema }),
  needs: oneVoice,
  decide(rows, { voiceId }) {
    if (!rows.get('voice', voiceId)?.voidedBecause) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'voice', row: voiceId, fields: { voidedBecause: null } }], answer: null })
  },
})

/** What somebody would like goes on the gap board, of nobody named (stories 26 and 33). */
export const gapFromVoice = defineCommand({
  by: caseRoles,
  input: z.object({ voiceId: idSchema, need: z.string().min(1).max(40), place: z.string().trim().min(1).max(60) }),
  needs: oneVoice,
  decide(rows, { voiceId, need, place }, context) {
    const found = rows.get('voice', voiceId)
    const barrier = barrierOf(found?.wishes)
    if (!found || found.voidedBecause || !barrier) return fail('noSuchVoice')
    if (found.gapId || found.notAGap) return fail('nothingChanged')
    if (!needOf(need)) return fail('badInput')
    const row = context.newId()
    const from = found.said === 'kiosk' ? ('kiosk' as const) : ('cafe' as const)
    const wants = found.words ? { wants: found.words } : {}
    const fields = {
      personId: null,
      need,
      place,
      times: [],
      barrier,
      ...wants,
      mayAsk: false,
      from,
      on: found.on,
      at: context.now,
      byId: context.actor,
    }
    const drafts: Draft[] = [
      { record: 'gap', row, fields },
      { record: 'voice', row: voiceId, fields: { gapId: row } },
    ]
    return ok({ drafts, answer: { gapId: row } })
  },
})

/** What somebody would like is no gap: there is such a group, or it was said in jest. */
export const noGapFromVoice = defineCommand({
  by: caseRoles,
  input: z.object({ voiceId: idSchema }),
  needs: oneVoice,
  decide(rows, { voiceId }) {
    const found = rows.get('voice', voiceId)
    if (!found || found.voidedBecause) return fail('noSuchVoice')
    if (found.gapId || found.notAGap) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'voice', row: voiceId, fields: { notAGap: true } }], answer: null })
  },
})
