import { z } from 'zod'
import { episode } from '../records/episode.ts'
import type { Entity } from '../records/index.ts'
import { isOpen, openCaseOf, ownerOf, worksWithCases } from '../rules/cases.ts'
import { dateOf } from '../std/dates.ts'
import { planIdOf } from '../std/ids.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { queueCode, unqueueCode } from './coded.ts'
import { defineCommand, type Draft, type Reader } from './command.ts'
import { assignmentDraft, openCaseDraft } from './openCase.ts'

const note = z.string().trim().max(2000).optional()
/** Cases of one owner: more than anybody has. */
const mostAtOnce = 2000

const assigning = z.object({ episodeId: idSchema, /** Null: nobody yet. */ ownerId: idSchema.nullable(), note })

/** Gives a case to somebody; who had it stays in its history (story 20). */
export const assignCase = defineCommand({
  by: ['linkWorker', 'lead'],
  input: assigning,
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId, ownerId, note: said }, context) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (!isOpen(found)) return fail('caseIsClosed')
    const trouble = whyNotOwner(rows, ownerId, dateOf(context.now))
    if (trouble) return fail(trouble)
    if (ownerNow(rows, episodeId) === ownerId) return fail('nothingChanged')
    const draft = assignmentDraft({ personId: found.personId, episodeId }, ownerId, said, context)
    const asked: Draft[] = found.wantsOther ? [{ record: 'episode', row: episodeId, fields: { wantsOther: null } }] : []
    return ok({ drafts: [draft, ...asked], answer: { assignmentIds: [draft.row] } })
  },
  undo: (_, { assignmentIds }) => ({ name: 'voidAssignments', input: { assignmentIds } }),
})

const handing = z.object({
  /** Whose they are; null: nobody's. */
  fromId: idSchema.nullable(),
  toId: idSchema,
  episodeIds: z.array(idSchema).min(1).max(mostAtOnce),
  note,
})

/**
 * Hands over all or some of somebody's cases in one act, each with the note (story 20). What another laptop has given to somebody else
 * meanwhile, or closed, stays as it is.
 */
export const handOverCases = defineCommand({
  by: ['linkWorker', 'lead'],
  input: handing,
  needs: () => [],
  decide(rows, { fromId, toId, episodeIds, note: said }, context) {
    const trouble = whyNotOwner(rows, toId, dateOf(context.now))
    if (trouble) return fail(trouble)
    if (fromId === toId) return fail('nothingChanged')
    const theirs = [...new Set(episodeIds)].flatMap((id) => {
      const found = rows.get('episode', id)
      return found && isOpen(found) && ownerNow(rows, id) === fromId ? [found] : []
    })
    if (theirs.length === 0) return fail('nothingChanged')
    const drafts = theirs.map((one) => assignmentDraft({ personId: one.personId, episodeId: one.id }, toId, said, context))
    return ok({ drafts, answer: { assignmentIds: drafts.map((one) => one.row), moved: drafts.length, left: episodeIds.length - drafts.length } })
  },
  undo: (_, { assignmentIds }) => ({ name: 'voidAssignments', input: { assignmentIds } }),
})

const voidingAssignments = z.object({ assignmentIds: z.array(idSchema).min(1).max(mostAtOnce) })

/** A case was given to the wrong one: who had it before has it again. */
export const voidAssignments = defineCommand({
  by: ['linkWorker', 'lead'],
  input: voidingAssignments,
  needs: () => [],
  decide(rows, { assignmentIds }) {
    const standing = assignmentIds.filter((id) => rows.get('assignment', id)?.voidedBecause === undefined && rows.get('assignment', id))
    if (standing.length === 0) return fail('nothingChanged')
    return ok({ drafts: standing.map((row) => ({ record: 'assignment', row, fields: { voidedBecause: 'a mistake' } })), answer: null })
  },
})

const starting = z.object({ episodeId: idSchema, /** Null: it was not the first conversation after all. */ on: dateSchema.nullable() })

/** The first conversation about what matters to them: from here on the case no longer waits. */
export const startCase = defineCommand({
  by: ['linkWorker', 'lead'],
  input: starting,
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId, on }, context) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (!isOpen(found)) return fail('caseIsClosed')
    if (on && on > dateOf(context.now)) return fail('inFuture')
    const before = found.startedOn ?? null
    if (before === on) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'episode', row: episodeId, fields: { startedOn: on } }], answer: { before } })
  },
  undo: ({ episodeId }, { before }) => ({ name: 'startCase', input: { episodeId, on: before } }),
})

const planning = z.object({ episodeId: idSchema, nextAction: z.string().trim().max(300), nextActionOn: dateSchema.nullable() })

/** What is to be done next, and when. */
export const setNextAction = defineCommand({
  by: ['linkWorker', 'lead'],
  input: planning,
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId, nextAction, nextActionOn }) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (!isOpen(found)) return fail('caseIsClosed')
    const before = { nextAction: found.nextAction ?? '', nextActionOn: found.nextActionOn ?? null }
    if (before.nextAction === nextAction && before.nextActionOn === nextActionOn) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'episode', row: episodeId, fields: { nextAction, nextActionOn } }], answer: { before } })
  },
  undo: ({ episodeId }, { before }) => ({ name: 'setNextAction', input: { episodeId, ...before } }),
})

const asking = z.object({ episodeId: idSchema, /** Why, in their words; null: no longer. */ because: z.string().trim().min(1).max(300).nullable() })

/** The person asks for another link worker. */
export const askForOther = defineCommand({
  by: ['linkWorker', 'lead'],
  input: asking,
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId, because }) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (!isOpen(found)) return fail('caseIsClosed')
    const before = found.wantsOther ?? null
    if (before === because) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'episode', row: episodeId, fields: { wantsOther: because } }], answer: { before } })
  },
  undo: ({ episodeId }, { before }) => ({ name: 'askForOther', input: { episodeId, because: before } }),
})

const closing = z.object({
  episodeId: idSchema,
  closedAs: episode.schema.shape.closedAs.unwrap().unwrap(),
  words: z.string().trim().max(1000).optional(),
  on: dateSchema,
})

/** Ends a case, with why (story 19). Somebody who died is marked so in the same act: nobody calls them again. */
export const closeCase = defineCommand({
  by: ['linkWorker', 'lead'],
  input: closing,
  needs: ({ episodeId }) => [
    { record: 'episode', id: episodeId },
    { record: 'plan', id: planIdOf(episodeId) },
  ],
  decide(rows, { episodeId, closedAs, words, on }, context) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (!isOpen(found)) return fail('caseIsClosed')
    if (on > dateOf(context.now)) return fail('inFuture')
    const ended: Draft = { record: 'episode', row: episodeId, fields: { closedAs, closedOn: on, ...(words ? { closedWords: words } : {}) } }
    const tells = closedAs === 'died' && rows.get('person', found.personId)?.blockedBecause !== 'deceased'
    const died: Draft[] = tells ? [{ record: 'person', row: found.personId, fields: { signInBlocked: true, blockedBecause: 'deceased' } }] : []
    const plan = rows.get('plan', planIdOf(episodeId))
    const planned: Draft[] = plan && !plan.closedOn ? [{ record: 'plan', row: plan.id, fields: { closedOn: on, ...planReason(closedAs) } }] : []
    return ok({ drafts: [ended, ...planned, ...died], answer: { unblocks: tells ? found.personId : null } })
  },
  undo: ({ episodeId }, { unblocks }) => ({ name: 'uncloseCase', input: { episodeId, ...(unblocks ? { unblocks } : {}) } }),
})

const unclosing = z.object({ episodeId: idSchema, /** Who was marked as died with it. */ unblocks: idSchema.optional() })

/** A plan ends with its case, for the same reason where a plan knows it. */
function planReason(closedAs: z.infer<typeof closing>['closedAs']): {
  closedAs?: 'goalsMet' | 'personsChoice' | 'noContact' | 'moved' | 'referredOn' | 'died'
} {
  return closedAs === 'declined' || closedAs === 'unsuitable' ? {} : { closedAs }
}

/** A case was closed by mistake: it is open again under its own number, unless the person has another one by now. */
export const uncloseCase = defineCommand({
  by: ['linkWorker', 'lead'],
  input: unclosing,
  needs: ({ episodeId }) => [
    { record: 'episode', id: episodeId },
    { record: 'plan', id: planIdOf(episodeId) },
  ],
  decide(rows, { episodeId, unblocks }) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (isOpen(found)) return fail('nothingChanged')
    if (openCaseOf(rows.all('episode', 'personId', found.personId))) return fail('caseIsOpen')
    const opened: Draft = { record: 'episode', row: episodeId, fields: { closedAs: null, closedOn: null, closedWords: null } }
    const lives: Draft[] = unblocks ? [{ record: 'person', row: unblocks, fields: { signInBlocked: false, blockedBecause: null } }] : []
    const plan = rows.get('plan', planIdOf(episodeId))
    const withIt = plan?.closedOn && plan.closedOn === found.closedOn
    const planned: Draft[] = withIt ? [{ record: 'plan', row: plan.id, fields: { closedOn: null, closedAs: null } }] : []
    return ok({ drafts: [opened, ...planned, ...lives], answer: null })
  },
})

const reopening = z.object({ episodeId: idSchema, ownerId: idSchema.nullable(), note })

/** Goes on with somebody whose case was closed: a new case with the next number. A second open one is refused (story 20). */
export const reopenCase = defineCommand({
  by: ['linkWorker', 'lead'],
  input: reopening,
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId, ownerId, note: said }, context) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    const { personId } = found
    const known = rows.all('episode', 'personId', personId)
    if (openCaseOf(known)) return fail('caseIsOpen')
    const trouble = whyNotOwner(rows, ownerId, dateOf(context.now))
    if (trouble) return fail(trouble)
    const fresh = openCaseDraft(personId, known, context)
    const owned = ownerId ? [assignmentDraft({ personId, episodeId: fresh.row }, ownerId, said, context)] : []
    const queued = queueCode(rows, 'referred', { id: fresh.row, personId, episodeId: fresh.row }, context)
    return ok({ drafts: [fresh, ...owned, ...queued], answer: { episodeId: fresh.row } })
  },
  undo: (_, { episodeId }) => ({ name: 'voidCase', input: { episodeId } }),
})

/** A case was opened by mistake. */
export const voidCase = defineCommand({
  by: ['linkWorker', 'lead'],
  input: z.object({ episodeId: idSchema }),
  needs: ({ episodeId }) => [{ record: 'episode', id: episodeId }],
  decide(rows, { episodeId }) {
    const found = openCase(rows, episodeId)
    if (!found) return fail('noSuchCase')
    if (rows.all('caseContact', 'episodeId', episodeId).some((one) => !one.voidedBecause)) return fail('caseHasGoneOn')
    const drafts: Draft[] = [{ record: 'episode', row: episodeId, fields: { voidedBecause: 'a mistake' } }]
    return ok({ drafts: [...drafts, ...unqueueCode(rows, 'referred', episodeId, 'a mistake')], answer: null })
  },
})

function openCase(rows: Reader, episodeId: string): Entity<'episode'> | null {
  const found = rows.get('episode', episodeId)
  return found && !found.voidedBecause ? found : null
}

function ownerNow(rows: Reader, episodeId: string): string | null {
  return ownerOf(rows.all('assignment', 'episodeId', episodeId))
}

/** A case goes to a link worker or a lead who works here. */
function whyNotOwner(rows: Reader, ownerId: string | null, today: string): 'notAnOwner' | null {
  if (ownerId === null) return null
  const who = rows.get('colleague', ownerId)
  return worksWithCases(who, today) ? null : 'notAnOwner'
}
