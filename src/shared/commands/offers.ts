import { z } from 'zod'
import { offer } from '../records/offer.ts'
import { isClosed } from '../rules/directory.ts'
import { membershipIdOf } from '../std/ids.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Decision, type Need, type Reader } from './command.ts'
import { given } from './given.ts'
import type { Reason } from './reasons.ts'
import { accepting, findOffer, leaving, offerNeeds, standing, whichOffer } from './whichOffer.ts'

const by = ['linkWorker', 'lead'] as const
const shape = offer.schema.shape

const toSomebody = z.object({ personId: idSchema, episodeId: idSchema, needs: shape.needs, offeredOn: dateSchema })
const toGroup = toSomebody.extend({ groupId: idSchema })
const toService = toSomebody.extend({ serviceId: idSchema })

const somebodyNeeds = ({ personId, episodeId }: z.infer<typeof toSomebody>): Need[] => [
  { record: 'person', id: personId },
  { record: 'episode', id: episodeId },
  { record: 'offer', where: 'personId', is: personId },
]

/** Offers a group of ours to somebody (story 22). */
export const offerGroup = defineCommand({
  by,
  input: toGroup,
  needs: (input) => [
    ...somebodyNeeds(input),
    { record: 'group', id: input.groupId },
    { record: 'membership', id: membershipIdOf(input.groupId, input.personId) },
  ],
  decide(rows, input, context) {
    const { groupId, personId } = input
    const group = rows.get('group', groupId)
    if (!group) return fail('noSuchGroup')
    if (group.state !== 'running') return fail('closedForNow')
    const member = rows.get('membership', membershipIdOf(groupId, personId))
    if (member && !member.endedOn) return fail('alreadyMember')
    return offering(rows, input, { groupId }, context)
  },
  undo: ({ personId, groupId }, { offerId }) => ({ name: 'voidOffer', input: { offerId, personId, groupId } }),
})

/** Offers an outside service or a partner's group to somebody (story 22). */
export const offerService = defineCommand({
  by,
  input: toService,
  needs: (input) => [...somebodyNeeds(input), { record: 'service', id: input.serviceId }],
  decide(rows, input, context) {
    const service = rows.get('service', input.serviceId)
    if (!service || service.voidedBecause) return fail('noSuchListing')
    if (isClosed(service, dateOf(context.now))) return fail('closedForNow')
    return offering(rows, input, { serviceId: input.serviceId }, context)
  },
  undo: ({ personId }, { offerId }) => ({ name: 'voidOffer', input: { offerId, personId, groupId: null } }),
})

/** Nothing fits: it is kept as an answer of its own, and opens the gap (stories 22 and 25). */
export const noneSuitable = defineCommand({
  by,
  input: toSomebody,
  needs: somebodyNeeds,
  decide: (rows, input, context) => offering(rows, input, {}, context),
  undo: ({ personId }, { offerId }) => ({ name: 'voidOffer', input: { offerId, personId, groupId: null } }),
})

type To = { groupId?: string; serviceId?: string }

function offering(rows: Reader, input: z.infer<typeof toSomebody>, to: To, context: Context): Result<Decision<{ offerId: string }>, Reason> {
  const { personId, episodeId, needs, offeredOn } = input
  const episode = rows.get('episode', episodeId)
  if (!rows.get('person', personId)) return fail('noSuchPerson')
  if (!episode || episode.voidedBecause || episode.closedOn) return fail('noOpenCase')
  const same = (one: To) => (one.groupId ?? null) === (to.groupId ?? null) && (one.serviceId ?? null) === (to.serviceId ?? null)
  const open = standing(rows.all('offer', 'personId', personId)).filter((one) => one.state !== 'declined')
  if ((to.groupId || to.serviceId) && open.some((one) => same(given({ groupId: one.groupId ?? undefined, serviceId: one.serviceId ?? undefined }))))
    return fail('alreadyOffered')
  const offerId = context.newId()
  const state = to.groupId || to.serviceId ? ('offered' as const) : ('noneSuitable' as const)
  const fields = { personId, episodeId, ...to, ...given({ needs }), offeredOn, state, at: context.now, byId: context.actor }
  return ok({ drafts: [{ record: 'offer', row: offerId, fields }], answer: { offerId } })
}

/** "Come with me the first time": when, where, and who goes. */
const firstTime = z.object({
  firstOn: dateSchema.nullable(),
  meetAt: z.string().trim().max(300),
  goesAlongId: idSchema.nullable(),
})
const answering = z.object({
  ...whichOffer.shape,
  answer: z.enum(['accepted', 'declined', 'waiting']),
  on: dateSchema,
  because: shape.because.unwrap().unwrap().nullable().optional(),
  becauseWords: z.string().trim().max(500).optional(),
  first: firstTime.optional(),
})

/**
 * What somebody said to an offer. A yes to a group of ours signs them up and tells its facilitators who comes, in one act; a no or a wait
 * takes both back where the yes had made them.
 */
export const answerOffer = defineCommand({
  by,
  input: answering,
  needs: offerNeeds,
  decide(rows, input, context) {
    const found = findOffer(rows, input)
    if (!found || found.state === 'noneSuitable') return fail('noSuchOffer')
    const { answer, because = null, becauseWords = '', first } = input
    if (found.state === answer) return fail('nothingChanged')
    if (answer === 'declined' && (!because || (because === 'other' && !becauseWords))) return fail('whyNotMissing')
    if (answer === 'accepted' && input.groupId && rows.get('group', input.groupId)?.state !== 'running') return fail('closedForNow')
    const declined = answer === 'declined'
    const fields = {
      state: answer,
      answeredOn: input.on,
      because: declined ? because : null,
      becauseWords: declined ? becauseWords : '',
      ...(first ?? {}),
    }
    const follows = answer === 'accepted' ? accepting(rows, { ...found, ...first }, input.on, context) : leaving(rows, found, input.on)
    return ok({
      drafts: [{ record: 'offer', row: found.id, fields }, ...follows.drafts],
      answer: { before: answerIn(found), ...follows.back },
    })
  },
  undo: ({ offerId, personId, groupId }, answer) => ({ name: 'takeBackAnswer', input: { offerId, personId, groupId, ...answer } }),
})

const answerSchema = z.object({
  state: shape.state,
  answeredOn: dateSchema.nullable(),
  because: shape.because.unwrap().unwrap().nullable(),
  becauseWords: z.string().max(500),
  ...firstTime.shape,
})

/** What an offer says of the answer, as it can be written again. */
function answerIn(one: NonNullable<ReturnType<typeof findOffer>>): z.infer<typeof answerSchema> {
  return {
    state: one.state,
    answeredOn: one.answeredOn ?? null,
    because: one.because ?? null,
    becauseWords: one.becauseWords ?? '',
    firstOn: one.firstOn ?? null,
    meetAt: one.meetAt ?? '',
    goesAlongId: one.goesAlongId ?? null,
  }
}

const takingBack = z.object({
  ...whichOffer.shape,
  before: answerSchema,
  /** What to write of the membership, where the answer changed it. */
  membership: z.object({ endedOn: dateSchema.nullable() }).nullable(),
  introduction: z.object({ id: idSchema, ended: z.boolean() }).nullable(),
})

/** The answer was written down by mistake: the offer, the membership and the introduction are as they were. */
export const takeBackAnswer = defineCommand({
  by,
  input: takingBack,
  needs: offerNeeds,
  decide(rows, { before, membership, introduction, ...which }) {
    const found = findOffer(rows, which)
    if (!found) return fail('noSuchOffer')
    const { groupId, personId } = which
    return ok({
      drafts: [
        { record: 'offer', row: found.id, fields: before },
        ...(membership && groupId ? [{ record: 'membership' as const, row: membershipIdOf(groupId, personId), fields: membership }] : []),
        ...(introduction
          ? [{ record: 'introduction' as const, row: introduction.id, fields: { voidedBecause: introduction.ended ? null : 'a mistake' } }]
          : []),
      ],
      answer: null,
    })
  },
})

const planning = z.object({ ...whichOffer.shape, ...firstTime.shape })

/** Who meets them the first time, when and where; the facilitators of the group are told anew (story 22, warm hand-over). */
export const planFirstTime = defineCommand({
  by,
  input: planning,
  needs: offerNeeds,
  decide(rows, { firstOn, meetAt, goesAlongId, ...which }, context) {
    const found = findOffer(rows, which)
    if (!found) return fail('noSuchOffer')
    const { firstOn: was, meetAt: at, goesAlongId: with_ } = answerIn(found)
    if (was === firstOn && at === meetAt && with_ === goesAlongId) return fail('nothingChanged')
    const fields = { firstOn, meetAt, goesAlongId }
    const told = found.state === 'accepted' ? accepting(rows, { ...found, ...fields }, null, context).drafts : []
    return ok({ drafts: [{ record: 'offer', row: found.id, fields }, ...told], answer: { was, at, with: with_ } })
  },
  undo: ({ offerId, personId, groupId }, { was, at, with: with_ }) => ({
    name: 'planFirstTime',
    input: { offerId, personId, groupId, firstOn: was, meetAt: at, goesAlongId: with_ },
  }),
})

/** Offered by mistake. What a yes had made goes with it. */
export const voidOffer = defineCommand({
  by,
  input: whichOffer,
  needs: offerNeeds,
  decide(rows, which, context) {
    const found = findOffer(rows, which)
    if (!found) return fail('nothingChanged')
    const { drafts } = leaving(rows, found, dateOf(context.now))
    return ok({ drafts: [{ record: 'offer', row: found.id, fields: { voidedBecause: 'a mistake' } }, ...drafts], answer: null })
  },
})

const calling = z.object({ ...whichOffer.shape, calledOn: dateSchema.nullable() })

/** They were called: after two missed sessions, or after the first time (story 23). Null: they were not. */
export const noteOfferCall = defineCommand({
  by,
  input: calling,
  needs: offerNeeds,
  decide(rows, { calledOn, ...which }) {
    const found = findOffer(rows, which)
    if (!found) return fail('noSuchOffer')
    const before = found.calledOn ?? null
    if (before === calledOn) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'offer', row: found.id, fields: { calledOn } }], answer: { before } })
  },
  undo: ({ offerId, personId, groupId }, { before }) => ({ name: 'noteOfferCall', input: { offerId, personId, groupId, calledOn: before } }),
})
