import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { practiceMessage } from '../records/practiceMessage.ts'
import {
  attendedSince,
  codesToFile,
  messageState,
  practiceBefore,
  practiceNow,
  scoresBetween,
  type MessageState,
  type Practice,
} from '../rules/practiceMessage.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Need, type Reader } from './command.ts'
import type { Reason } from './reasons.ts'

const { kind, share } = practiceMessage.schema.shape
const writing = z.object({
  personId: idSchema,
  episodeId: idSchema,
  kind,
  share,
  summary: z.string().trim().max(4000),
  outcome: z.string().trim().max(4000),
  actions: z.string().trim().max(2000),
  /** Which events of the case the practice is asked to file. */
  events: z.array(idSchema).max(500),
  /** Whether the scores go with it as figures, and each day they came. */
  figures: z.boolean(),
  supersedes: idSchema.nullable(),
})
type Writing = z.infer<typeof writing>

/** What is known of the case: the message is made of it, not of what a screen showed. */
interface Known {
  episode: Entity<'episode'>
  person: Entity<'person'>
  messages: Entity<'practiceMessage'>[]
  practice: Practice
}

/**
 * A message to the practice is final (story 30). Attendance is worked out from the registers at this moment and written down with it. It
 * goes to the practice the person is with now. Of somebody who objects only the codes are written, or nothing at all.
 */
export const writePracticeMessage = defineCommand({
  by: caseRoles,
  input: writing,
  needs: ({ personId, episodeId }): Need[] => [
    { record: 'episode', id: episodeId },
    { record: 'signIn', where: 'personId', is: personId },
    { record: 'measure', where: 'personId', is: personId },
    { record: 'codedEvent', where: 'personId', is: personId },
    { record: 'referral', where: 'episodeId', is: episodeId },
    { record: 'practiceMessage', where: 'episodeId', is: episodeId },
  ],
  decide(rows, input, context) {
    const found = knownOf(rows, input)
    if (!found.ok) return found
    const codes = codesToFile(rows.all('codedEvent', 'personId', input.personId), input.episodeId).filter((one) => input.events.includes(one.eventId))
    const wrong = whyNot(input, found.value, codes.length)
    if (wrong) return fail(wrong)
    const { practice, messages } = found.value
    const before = practiceBefore(practice, messages, rows.all('referral', 'episodeId', input.episodeId))
    const row = context.newId()
    const fields = {
      ...{ personId: input.personId, episodeId: input.episodeId, kind: input.kind, share: input.share, practice: practice.practice },
      ...(practice.odsCode ? { odsCode: practice.odsCode } : {}),
      ...(before ? { practiceBefore: before } : {}),
      ...(input.share === 'nothing' ? {} : { codes: codes.map(({ code, term, on }) => ({ code, term, on })) }),
      ...(input.share === 'all' ? wordsOf(rows, input, found.value) : {}),
      ...(input.supersedes ? { supersedes: input.supersedes } : {}),
      ...{ at: context.now, byId: context.actor },
    }
    return ok({ drafts: [{ record: 'practiceMessage', row, fields }], answer: { messageId: row } })
  },
  undo: (_, { messageId }) => ({ name: 'voidPracticeMessage', input: { messageId, because: 'undone' } }),
})

function knownOf(rows: Reader, { personId, episodeId }: Writing): Result<Known, Reason> {
  const [episode, person] = [rows.get('episode', episodeId), rows.get('person', personId)]
  if (!episode || episode.voidedBecause || episode.personId !== personId) return fail('noSuchCase')
  if (!person || person.removedBecause) return fail('noSuchPerson')
  const practice = practiceNow(person)
  if (!practice) return fail('practiceMissing')
  return ok({ episode, person, practice, messages: rows.all('practiceMessage', 'episodeId', episodeId) })
}

function whyNot(input: Writing, { person, messages }: Known, codes: number): Reason | null {
  if (input.share === 'all' && person.shareWithGp === 'no') return 'objectsToSharing'
  if (input.share === 'all' && input.summary === '') return 'summaryMissing'
  if (input.share !== 'nothing' && codes < new Set(input.events).size) return 'codeNotVerified'
  if (input.share === 'codes' && codes === 0) return 'codesMissing'
  const old = input.supersedes ? messages.find((one) => one.id === input.supersedes) : null
  if (old === undefined) return 'noSuchMessage'
  return old && isOver(messageState(old, messages)) ? 'messageReplaced' : null
}

function isOver(state: MessageState): boolean {
  return state === 'replaced' || state === 'void'
}

/** The words somebody edited, and what the registers and the questionnaires say. */
function wordsOf(rows: Reader, { personId, summary, outcome, actions, figures }: Writing, { episode }: Known) {
  const attendance = attendedSince(
    episode.openedOn,
    rows.all('signIn', 'personId', personId),
    (id) => rows.get('session', id),
    (id) => rows.get('group', id)?.name ?? '',
  )
  const scores = figures ? scoresBetween(episode, rows.all('measure', 'personId', personId)) : []
  return { summary, attendance, scores, ...(outcome ? { outcome } : {}), ...(actions ? { actions } : {}) }
}

/** The message, if it can still be sent or come back. */
function sendable(rows: Reader, messageId: string): Result<Entity<'practiceMessage'>, Reason> {
  const found = rows.get('practiceMessage', messageId)
  if (!found) return fail('noSuchMessage')
  const state = messageState(found, rows.all('practiceMessage', 'episodeId', found.episodeId))
  if (isOver(state)) return fail('messageReplaced')
  return state === 'nothing' ? fail('objectsToSharing') : ok(found)
}

const oneMessage = ({ messageId }: { messageId: string }): Need[] => [{ record: 'practiceMessage', id: messageId }]
const sending = z.object({
  messageId: idSchema,
  /** How and when somebody says they sent it; null: they did not. */
  sent: z.object({ how: practiceMessage.schema.shape.sentHow.unwrap().unwrap(), on: dateSchema }).nullable(),
})

/** Somebody says that they sent a message, and how: Gather sends none itself. Sent again after it came back, it is no longer returned. */
export const sayMessageSent = defineCommand({
  by: caseRoles,
  input: sending,
  needs: oneMessage,
  decide(rows, { messageId, sent }, context) {
    const found = sendable(rows, messageId)
    if (!found.ok) return found
    if (sent && sent.on > dateOf(context.now)) return fail('dateAhead')
    const { sentOn, sentHow, returnedOn } = found.value
    const before = sentOn && sentHow ? { how: sentHow, on: sentOn } : null
    if (!returnedOn && (before?.how ?? null) === (sent?.how ?? null) && (before?.on ?? null) === (sent?.on ?? null)) return fail('nothingChanged')
    const fields = { sentOn: sent?.on ?? null, sentHow: sent?.how ?? null, sentBy: sent ? context.actor : null }
    const again = returnedOn ? { returnedOn: null, returnedBecause: null } : {}
    return ok({ drafts: [{ record: 'practiceMessage', row: messageId, fields: { ...fields, ...again } }], answer: { before } })
  },
  undo: ({ messageId }, { before }) => ({ name: 'sayMessageSent', input: { messageId, sent: before } }),
})

const returning = z.object({
  messageId: idSchema,
  /** When and why it came back; null: it did not. */
  returned: z.object({ on: dateSchema, because: z.string().trim().max(300) }).nullable(),
})

/** A message came back: a wrong address, not their patient. It is sent again, or a new one is written. */
export const sayMessageReturned = defineCommand({
  by: caseRoles,
  input: returning,
  needs: oneMessage,
  decide(rows, { messageId, returned }, context) {
    const found = sendable(rows, messageId)
    if (!found.ok) return found
    if (!found.value.sentOn) return fail('notSentYet')
    if (returned && returned.because === '') return fail('whyNeeded')
    if (returned && returned.on > dateOf(context.now)) return fail('dateAhead')
    if (!returned && !found.value.returnedOn) return fail('nothingChanged')
    const fields = { returnedOn: returned?.on ?? null, returnedBecause: returned?.because ?? null }
    return ok({ drafts: [{ record: 'practiceMessage', row: messageId, fields }], answer: null })
  },
  undo: ({ messageId, returned }) => (returned ? { name: 'sayMessageReturned', input: { messageId, returned: null } } : null),
})

/** A message was written by mistake. One that was sent stays: what is wrong in it is said by a new one. */
export const voidPracticeMessage = defineCommand({
  by: caseRoles,
  input: z.object({ messageId: idSchema, because: z.string().trim().min(1).max(300) }),
  needs: oneMessage,
  decide(rows, { messageId, because }) {
    const found = rows.get('practiceMessage', messageId)
    if (!found) return fail('noSuchMessage')
    if (found.voidedBecause) return fail('alreadyVoided')
    if (found.sentOn) return fail('messageSent')
    return ok({ drafts: [{ record: 'practiceMessage', row: messageId, fields: { voidedBecause: because } }], answer: null })
  },
})
