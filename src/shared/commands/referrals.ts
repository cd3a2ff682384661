import { z } from 'zod'
import { person } from '../records/person.ts'
import { referral } from '../records/referral.ts'
import { isOpen, openCaseOf } from '../rules/cases.ts'
import { referralStateOf, isUnanswered } from '../rules/referrals.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok } from '../std/result.ts'
import { idSchema } from '../std/schemas.ts'
import { queueCode, unqueueCode } from './coded.ts'
import { defineCommand, type Draft, type Reader } from './command.ts'
import { given } from './given.ts'
import { assignmentDraft, openCaseDraft } from './openCase.ts'
import { because } from './which.ts'

const newPerson = person.schema
  .pick({ familyName: true, bornOn: true, ageBand: true, phone: true, email: true, address: true, nhsNumber: true, language: true })
  .extend(person.schema.pick({ odsCode: true, practice: true, interpreter: true, accessNeeds: true, importId: true }).shape)
  .extend({ givenName: z.string().trim().min(1).max(100) })

const told = referral.schema.omit({
  personId: true,
  episodeId: true,
  decided: true,
  decidedBecause: true,
  decidedAt: true,
  decidedBy: true,
  at: true,
  byId: true,
  voidedBecause: true,
})

const adding = z.object({
  /** Somebody who is known; or else `person`. */
  personId: idSchema.optional(),
  person: newPerson.optional(),
  ...told.shape,
})

/** Writes down a referral, of somebody known or somebody new, in one act (story 19). */
export const addReferral = defineCommand({
  by: ['linkWorker', 'lead'],
  input: adding,
  needs: ({ personId }) =>
    personId
      ? [
          { record: 'person', id: personId },
          { record: 'referral', where: 'personId', is: personId },
        ]
      : [],
  decide(rows, { personId, person: fresh, ...fields }, context) {
    if (fields.receivedOn > dateOf(context.now)) return fail('inFuture')
    if (!personId && !fresh) return fail('nameMissing')
    if (personId && !rows.get('person', personId)) return fail('noSuchPerson')
    const cameBefore = personId && fields.foreignId ? rows.all('referral', 'personId', personId) : []
    if (cameBefore.some((one) => one.foreignId === fields.foreignId && !one.voidedBecause)) return fail('cameBefore')
    const whoId = personId ?? context.newId()
    const row = context.newId()
    const who: Draft[] = !personId && fresh ? [{ record: 'person', row: whoId, fields: given(fresh) }] : []
    const draft: Draft = { record: 'referral', row, fields: { ...given(fields), personId: whoId, at: context.now, byId: context.actor } }
    return ok({ drafts: [...who, draft], answer: { referralId: row, personId: whoId, isNew: !personId } })
  },
  undo: (_, { referralId, personId, isNew }) => ({
    name: 'voidReferral',
    input: { referralId, because: 'a mistake', ...(isNew ? { withPersonId: personId } : {}) },
  }),
})

const decidings = z.enum(['accepted', 'declined', 'unsuitable', 'askReferrer'])
const deciding = z.object({
  referralId: idSchema,
  decided: decidings,
  /** Needed for "unsuitable", and for the question to the referrer. */
  because: z.string().trim().max(500).optional(),
  /** Who takes the case, where one is opened; null: nobody yet. */
  ownerId: idSchema.nullable().optional(),
  /** What they must know. */
  note: z.string().trim().max(2000).optional(),
})

/**
 * Answers a referral (story 19). Accepted, it opens the person's case and says who owns it, in the same act; where a case is open it is
 * attached to that one: nobody has two.
 */
export const decideReferral = defineCommand({
  by: ['linkWorker', 'lead'],
  input: deciding,
  needs: ({ referralId }) => [{ record: 'referral', id: referralId }],
  decide(rows, { referralId, decided, because: why, ownerId, note }, context) {
    const found = rows.get('referral', referralId)
    if (!found || found.voidedBecause) return fail('noSuchReferral')
    if (!isUnanswered(stateNow(rows, referralId))) return fail('alreadyDecided')
    if (decided === 'accepted') {
      const { personId } = found
      const known = rows.all('episode', 'personId', personId)
      const open = openCaseOf(known)
      const signed = { decidedAt: context.now, decidedBy: context.actor, decidedBecause: why || null }
      if (open) {
        const fields = { ...signed, decided: 'attached' as const, episodeId: open.id }
        return ok({ drafts: [{ record: 'referral', row: referralId, fields }], answer: { episodeId: open.id, attached: true, assignmentId: null } })
      }
      const episode = openCaseDraft(personId, known, context)
      const owned = ownerId ? assignmentDraft({ personId, episodeId: episode.row }, ownerId, note, context) : null
      const accepted: Draft = { record: 'referral', row: referralId, fields: { ...signed, decided: 'accepted', episodeId: episode.row } }
      const queued = queueCode(rows, 'referred', { id: episode.row, personId, episodeId: episode.row }, context)
      const answer = { episodeId: episode.row as string | null, attached: false, assignmentId: owned?.row ?? null }
      return ok({ drafts: [accepted, episode, ...(owned ? [owned] : []), ...queued], answer })
    }
    if (decided !== 'declined' && !why) return fail('whyNeeded')
    const fields = { decided, decidedBecause: why || null, decidedAt: context.now, decidedBy: context.actor, episodeId: null }
    const about = { id: referralId, personId: found.personId, episodeId: null }
    const queued = decided === 'declined' ? queueCode(rows, 'declined', about, context) : []
    const answer = { episodeId: null as string | null, attached: false, assignmentId: null as string | null }
    return ok({ drafts: [{ record: 'referral', row: referralId, fields }, ...queued], answer })
  },
  undo: ({ referralId }, { attached, episodeId, assignmentId }) => ({
    name: 'undecideReferral',
    input: { referralId, ...(episodeId && !attached ? { episodeId } : {}), ...(assignmentId ? { assignmentId } : {}) },
  }),
})

function stateNow(rows: Reader, referralId: string) {
  const found = rows.get('referral', referralId)!
  const episode = found.episodeId ? rows.get('episode', found.episodeId) : undefined
  return referralStateOf(found, episode, episode ? rows.all('caseContact', 'episodeId', episode.id) : [])
}

const undeciding = z.object({
  referralId: idSchema,
  /** The case that it opened. */ episodeId: idSchema.optional(),
  assignmentId: idSchema.optional(),
})

/** An answer was a mistake: the referral waits again, and the case that it opened goes with it, unless somebody has worked on it since. */
export const undecideReferral = defineCommand({
  by: ['linkWorker', 'lead'],
  input: undeciding,
  needs: ({ referralId }) => [{ record: 'referral', id: referralId }],
  decide(rows, { referralId, episodeId, assignmentId }) {
    const found = rows.get('referral', referralId)
    if (!found || found.voidedBecause || !found.decided) return fail('nothingChanged')
    const why = 'a mistake'
    const cleared = { decided: null, decidedBecause: null, decidedAt: null, decidedBy: null, episodeId: null }
    const drafts: Draft[] = [{ record: 'referral', row: referralId, fields: cleared }]
    const episode = episodeId ? rows.get('episode', episodeId) : undefined
    if (episode && (!isOpen(episode) || episode.startedOn || workedOn(rows, episode.id, referralId))) return fail('caseHasGoneOn')
    if (episode)
      drafts.push({ record: 'episode', row: episode.id, fields: { voidedBecause: why } }, ...unqueueCode(rows, 'referred', episode.id, why))
    if (assignmentId && rows.get('assignment', assignmentId)) drafts.push({ record: 'assignment', row: assignmentId, fields: { voidedBecause: why } })
    return ok({ drafts: [...drafts, ...unqueueCode(rows, 'declined', referralId, why)], answer: null })
  },
})

/** Whether somebody spoke to them or another referral was attached since. */
function workedOn(rows: Reader, episodeId: string, referralId: string): boolean {
  const contacts = rows.all('caseContact', 'episodeId', episodeId).some((one) => !one.voidedBecause)
  return contacts || rows.all('referral', 'episodeId', episodeId).some((one) => one.id !== referralId && !one.voidedBecause)
}

const voiding = z.object({
  referralId: idSchema,
  because,
  /** Whoever was written down with it, and nobody has met since. */ withPersonId: idSchema.optional(),
})

/** A referral was written down by mistake. One that opened a case is answered first. */
export const voidReferral = defineCommand({
  by: ['linkWorker', 'lead'],
  input: voiding,
  needs: ({ referralId, withPersonId }) => [
    { record: 'referral', id: referralId },
    ...(withPersonId
      ? ([
          { record: 'signIn', where: 'personId', is: withPersonId },
          { record: 'membership', where: 'personId', is: withPersonId },
        ] as const)
      : []),
  ],
  decide(rows, { referralId, because: why, withPersonId }) {
    const found = rows.get('referral', referralId)
    if (!found || found.voidedBecause) return fail('nothingChanged')
    if (found.decided === 'accepted' && !isUnanswered(stateNow(rows, referralId))) return fail('caseHasGoneOn')
    const drafts: Draft[] = [{ record: 'referral', row: referralId, fields: { voidedBecause: why } }]
    const met =
      withPersonId !== undefined &&
      (rows.all('signIn', 'personId', withPersonId).length > 0 ||
        rows.all('membership', 'personId', withPersonId).length > 0 ||
        rows.all('referral', 'personId', withPersonId).some((one) => one.id !== referralId && !one.voidedBecause))
    if (withPersonId && !met) drafts.push({ record: 'person', row: withPersonId, fields: { removedBecause: 'added by mistake' } })
    return ok({ drafts: [...drafts, ...unqueueCode(rows, 'declined', referralId, why)], answer: null })
  },
})
