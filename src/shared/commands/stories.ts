import { z } from 'zod'
import { caseRoles } from '../records/defineRecord.ts'
import { showing } from '../records/showing.ts'
import { story } from '../records/story.ts'
import { isUnder18 } from '../rules/age.ts'
import { isShown, mayTell } from '../rules/mayUse.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand } from './command.ts'
import { because } from './which.ts'

const { kind, personId, groupId, on } = story.schema.shape

/** Writes down a story or a quote. It may be used nowhere until that is agreed for each use (story 33). */
export const writeStory = defineCommand({
  by: caseRoles,
  input: z.object({ kind, words: z.string().trim().max(4000), personId, groupId, on }),
  needs: ({ personId: who }) => (who ? [{ record: 'person', id: who }] : []),
  decide(rows, { words, ...told }, context) {
    if (told.personId && !rows.get('person', told.personId)) return fail('noSuchPerson')
    if (!words) return fail('sayWhatTheySaid')
    if (told.on > dateOf(context.now)) return fail('dateAhead')
    const row = context.newId()
    const fields = { ...told, groupId: told.groupId ?? null, words, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'story', row, fields }], answer: { storyId: row } })
  },
  undo: (_, { storyId }) => ({ name: 'voidStory' as const, input: { storyId, because: 'undone' } }),
})

/** A story was written down by mistake, or with the wrong words. Where it is shown has to be taken down first. */
export const voidStory = defineCommand({
  by: caseRoles,
  input: z.object({ storyId: idSchema, because }),
  needs: ({ storyId }) => [
    { record: 'story', id: storyId },
    { record: 'showing', where: 'ofId', is: storyId },
  ],
  decide(rows, { storyId, because: why }) {
    const found = rows.get('story', storyId)
    if (!found) return fail('noSuchStory')
    if (found.voidedBecause) return fail('alreadyVoided')
    if (rows.all('showing', 'ofId', storyId).some(isShown)) return fail('stillShown')
    return ok({ drafts: [{ record: 'story', row: storyId, fields: { voidedBecause: why } }], answer: null })
  },
})

const putting = z.object({ storyId: idSchema, use: showing.schema.shape.use, where: z.string().trim().max(200), since: dateSchema })

/** Says where a story is shown. Only where whoever said it agrees to that use. */
export const showStory = defineCommand({
  by: caseRoles,
  input: putting,
  needs: ({ storyId }) => [
    { record: 'story', id: storyId },
    { record: 'useAgreement', where: 'storyId', is: storyId },
  ],
  decide(rows, { storyId, use, where, since }, context) {
    const found = rows.get('story', storyId)
    if (!found || found.voidedBecause) return fail('noSuchStory')
    const today = dateOf(context.now)
    const person = found.personId ? rows.get('person', found.personId) : undefined
    const child = person !== undefined && isUnder18(person, today)
    if (!mayTell(found, rows.all('useAgreement', 'storyId', storyId), today, child)[use].may) return fail('notAgreedToUse')
    if (!where) return fail('sayWhere')
    if (since > today) return fail('dateAhead')
    const row = context.newId()
    const fields = { ofId: storyId, use, where, since, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'showing', row, fields }], answer: { showingId: row } })
  },
  undo: (_, { showingId }) => ({ name: 'voidShowing' as const, input: { showingId } }),
})

/** It was written down by mistake that something is shown there. */
export const voidShowing = defineCommand({
  by: caseRoles,
  input: z.object({ showingId: idSchema }),
  needs: ({ showingId }) => [{ record: 'showing', id: showingId }],
  decide(rows, { showingId }) {
    const found = rows.get('showing', showingId)
    if (!found) return fail('noSuchShowing')
    if (found.voidedBecause) return fail('alreadyVoided')
    return ok({ drafts: [{ record: 'showing', row: showingId, fields: { voidedBecause: 'undone' } }], answer: null })
  },
})

const ending = z.object({
  showingId: idSchema,
  /** `cannot`: it is printed and gone out (story 34: withdrawn after print). */
  ended: z.enum(['takenDown', 'cannot']),
  on: dateSchema,
  words: z.string().trim().max(300),
})

/** Something was taken down, by whom and when; or cannot be, and why. */
export const takeDown = defineCommand({
  by: caseRoles,
  input: ending,
  needs: ({ showingId }) => [{ record: 'showing', id: showingId }],
  decide(rows, { showingId, ended, on: endedOn, words }, context) {
    const found = rows.get('showing', showingId)
    if (!found || found.voidedBecause) return fail('noSuchShowing')
    if (found.ended) return fail('nothingChanged')
    if (endedOn > dateOf(context.now)) return fail('dateAhead')
    if (ended === 'cannot' && !words) return fail('whyNeeded')
    const fields = { ended, endedOn, endedBy: context.actor, endedWords: words || null }
    return ok({ drafts: [{ record: 'showing', row: showingId, fields }], answer: null })
  },
  undo: ({ showingId }) => ({ name: 'showAgain' as const, input: { showingId } }),
})

/** It was not taken down after all. */
export const showAgain = defineCommand({
  by: caseRoles,
  input: z.object({ showingId: idSchema }),
  needs: ({ showingId }) => [{ record: 'showing', id: showingId }],
  decide(rows, { showingId }) {
    if (!rows.get('showing', showingId)?.ended) return fail('nothingChanged')
    const fields = { ended: null, endedOn: null, endedBy: null, endedWords: null }
    return ok({ drafts: [{ record: 'showing', row: showingId, fields }], answer: null })
  },
})
