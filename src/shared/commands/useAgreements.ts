import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import { caseRoles } from '../records/defineRecord.ts'
import { toldAs, useAgreement, useOf } from '../records/useAgreement.ts'
import { isUnder18 } from '../rules/age.ts'
import { openCaseOf, ownerOf } from '../rules/cases.ts'
import { actsForThem, latestOf, mayAgree, saidAfter, useWording } from '../rules/mayUse.ts'
import { photoMark, photoUntil } from '../rules/photoMark.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Draft, type Need, type Reader } from './command.ts'
import type { Reason } from './reasons.ts'

const { agreedBy, how } = useAgreement.schema.shape
const signedAs = z.string().trim().max(200)
const subject = {
  /** Null with a story of somebody who is not to be known. */
  personId: idSchema.nullable(),
  /** A baby who comes with them, by first name. */
  baby: z.string().trim().max(60).optional(),
  /** Which story; null: pictures. */
  storyId: idSchema.nullable(),
}
const answering = z.object({
  ...subject,
  /** What they said of each use; what they were not asked is not in it. */
  answers: z
    .array(z.object({ use: useOf, said: z.enum(['yes', 'no']), as: z.array(toldAs).max(4).optional() }))
    .min(1)
    .max(4),
  agreedBy,
  how,
  signedAs,
  on: dateSchema,
  expiresOn: dateSchema,
})
type Answering = z.infer<typeof answering>

/** All that decides about somebody's agreements: who they are, what was said before, and who looks after them. */
function needsOf({ personId, storyId }: Pick<Answering, 'personId' | 'storyId'>): Need[] {
  const ofStory: Need[] = storyId
    ? [
        { record: 'story', id: storyId },
        { record: 'useAgreement', where: 'storyId', is: storyId },
      ]
    : []
  if (!personId) return ofStory
  return [
    ...ofStory,
    { record: 'person', id: personId },
    { record: 'story', where: 'personId', is: personId },
    { record: 'useAgreement', where: 'personId', is: personId },
    { record: 'episode', where: 'personId', is: personId },
    { record: 'assignment', where: 'personId', is: personId },
  ]
}

const subjectOf = ({ personId, baby, storyId }: Pick<Answering, 'personId' | 'baby' | 'storyId'>) => ({
  personId,
  ...(baby ? { baby } : {}),
  of: storyId ? ('words' as const) : ('pictures' as const),
  storyId,
})

/** Writes down what somebody said of each use of pictures of them, or of their story (story 34). */
export const recordUseAgreement = defineCommand({
  by: caseRoles,
  input: answering,
  needs: needsOf,
  decide(rows, input, context) {
    const checked = whyNot(rows, input, context)
    if (!checked.ok) return checked
    const fields = { ...common(rows, input, context), expiresOn: input.expiresOn }
    const drafts = input.answers.map(({ use, said, as }): Draft & { record: 'useAgreement' } => ({
      record: 'useAgreement',
      row: context.newId(),
      fields: { ...fields, use, said, ...(said === 'yes' && input.storyId ? { as: as ?? ['words'] } : {}) },
    }))
    return ok({ drafts: [...drafts, ...markDrafts(rows, input, drafts, context)], answer: { agreementIds: drafts.map((one) => one.row) } })
  },
})

function whyNot(rows: Reader, input: Answering, context: Context): Result<null, Reason> {
  const { personId, storyId, baby, answers, on, expiresOn } = input
  const today = dateOf(context.now)
  const person = personId ? rows.get('person', personId) : undefined
  if (personId ? !person : !storyId) return fail('noSuchPerson')
  if (storyId && !isToldBy(rows, storyId, personId)) return fail('noSuchStory')
  if (on > today) return fail('dateAhead')
  if (expiresOn <= on) return fail('endsBefore')
  if (input.how !== 'spoken' && !input.signedAs) return fail('signatureMissing')
  if (actsForThem(input) && !input.signedAs) return fail('whoActedMissing')
  const child = Boolean(baby) || (person !== undefined && isUnder18(person, today))
  const yes = answers.some((one) => one.said === 'yes')
  if (yes && !mayAgree(input, child)) return fail(child ? 'parentMustSign' : 'parentCannot')
  return ok(null)
}

/** Whether this person told it, also before they were joined to another: a story is found by all of their ids. */
function isToldBy(rows: Reader, storyId: string, personId: string | null): boolean {
  const told = personId ? rows.all('story', 'personId', personId).find((one) => one.id === storyId) : rows.get('story', storyId)
  return told !== undefined && !told.voidedBecause && (personId !== null || told.personId === null)
}

/** What every row of one conversation has in common. */
function common(rows: Reader, input: Answering, context: Context) {
  const { agreedBy: who, how: way, signedAs, on } = input
  return {
    ...subjectOf(input),
    storyId: input.storyId,
    ...{ agreedBy: who, how: way, wording: useWording, on, at: saidAt(rows, input, context), byId: context.actor },
    ...(signedAs ? { signedAs } : {}),
    inTheirCare: looksAfter(rows, input.personId, context.actor),
  }
}

/** All that was said before by them, or of the story of somebody who is not to be known. */
function saidBefore(rows: Reader, { personId, storyId }: Pick<Answering, 'personId' | 'storyId'>): Entity<'useAgreement'>[] {
  return personId ? rows.all('useAgreement', 'personId', personId) : rows.all('useAgreement', 'storyId', storyId ?? '')
}

function saidAt(rows: Reader, input: Pick<Answering, 'personId' | 'baby' | 'storyId'>, { now }: Context): string {
  return saidAfter(saidBefore(rows, input), subjectOf(input), now)
}

/** Whether who asks has their case. */
function looksAfter(rows: Reader, personId: string | null, actor: string): boolean {
  const open = personId ? openCaseOf(rows.all('episode', 'personId', personId)) : null
  return open !== null && ownerOf(rows.all('assignment', 'personId', personId!).filter((one) => one.episodeId === open.id)) === actor
}

/** The mark on the register, where what was said makes it another or of another length; a baby has none of its own. */
function markDrafts(
  rows: Reader,
  { personId, baby, storyId }: Pick<Answering, 'personId' | 'baby' | 'storyId'>,
  drafts: readonly Draft[],
  context: Context,
): Draft[] {
  const person = personId ? rows.get('person', personId) : undefined
  if (!person || !personId || baby || storyId) return []
  const today = dateOf(context.now)
  const written = drafts.map((one) => ({ ...one.fields, id: one.row }) as Entity<'useAgreement'>)
  const all = [...rows.all('useAgreement', 'personId', personId), ...written]
  const child = isUnder18(person, today)
  const photo = photoMark(person.photo, personId, all, today, child)
  const until = photo === 'yes' ? photoUntil(personId, all, today, child) : null
  const fields = { ...(photo && photo !== person.photo ? { photo } : {}), ...(until === (person.photoUntil ?? null) ? {} : { photoUntil: until }) }
  return Object.keys(fields).length > 0 ? [{ record: 'person', row: personId, fields }] : []
}

/** They agree no more, to some uses or to all: from today on it is used nowhere new, and what is shown is to be taken down (story 34). */
export const withdrawUseAgreement = defineCommand({
  by: caseRoles,
  input: z.object({ ...subject, uses: z.array(useOf).min(1).max(4), agreedBy, signedAs: signedAs.optional() }),
  needs: needsOf,
  decide(rows, input, context) {
    const held = input.uses.flatMap((use) => latestOf(saidBefore(rows, input), subjectOf(input), use) ?? []).filter((one) => one.said === 'yes')
    if (held.length === 0) return fail('nothingChanged')
    if (actsForThem(input) && !input.signedAs) return fail('whoActedMissing')
    const on = dateOf(context.now)
    const fields = {
      ...subjectOf(input),
      storyId: input.storyId,
      how: 'spoken' as const,
      agreedBy: input.agreedBy,
      ...(input.signedAs ? { signedAs: input.signedAs } : {}),
      wording: useWording,
      on,
      at: saidAt(rows, input, context),
      byId: context.actor,
    }
    const drafts = held.map(({ use }): Draft & { record: 'useAgreement' } => ({
      record: 'useAgreement',
      row: context.newId(),
      fields: { ...fields, use, said: 'withdrawn', inTheirCare: looksAfter(rows, input.personId, context.actor) },
    }))
    return ok({ drafts: [...drafts, ...markDrafts(rows, input, drafts, context)], answer: { uses: held.map((one) => one.use) } })
  },
})

/** What was written down about an agreement was a slip: it is as if it had not been. The mark on the register stays as strict as it is. */
export const voidUseAgreement = defineCommand({
  by: caseRoles,
  input: z.object({ agreementId: idSchema, because: z.string().trim().min(1).max(300) }),
  needs: ({ agreementId }) => [{ record: 'useAgreement', id: agreementId }],
  decide(rows, { agreementId, because }) {
    const found = rows.get('useAgreement', agreementId)
    if (!found) return fail('noSuchAgreement')
    if (found.voidedBecause) return fail('alreadyVoided')
    return ok({ drafts: [{ record: 'useAgreement', row: agreementId, fields: { voidedBecause: because } }], answer: null })
  },
})
