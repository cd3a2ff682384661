import { z } from 'zod'
import { media } from '../records/media.ts'
import type { Entity } from '../records/index.ts'
import { useOf } from '../records/useAgreement.ts'
import { babiesIn } from '../rules/mediaPeople.ts'
import { isShown } from '../rules/mayUse.ts'
import { mediaMayUse } from '../rules/mediaUse.ts'
import { dateOf } from '../std/dates.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Need, type Reader } from './command.ts'
import { given } from './given.ts'
import type { Reason } from './reasons.ts'

const by = ['linkWorker', 'lead'] as const
const { kind, fileName, mime, bytes, digest, pieceBytes, key } = media.schema.shape
const title = z.string().trim().max(200)
const whenAndWhere = { takenOn: dateSchema.nullable(), groupId: idSchema.nullable(), sessionId: idSchema.nullable() }
const adding = z.object({ mediaId: idSchema, title, kind, fileName, mime, bytes, digest, pieceBytes, key, ...whenAndWhere })

const oneMedia = ({ mediaId }: { mediaId: string }): Need[] => [{ record: 'media', id: mediaId }]

/** A picture or film whose file is on this laptop already, sealed under `mediaId` (story 34). It cannot be undone by one key: its file would be gone. */
export const addMedia = defineCommand({
  by,
  input: adding,
  needs: oneMedia,
  decide(rows, { mediaId, ...input }, context) {
    if (input.title === '') return fail('nameMissing')
    if (input.takenOn && input.takenOn > dateOf(context.now)) return fail('dateAhead')
    if (rows.get('media', mediaId)) return fail('nothingChanged')
    const fields = given({ ...input, at: context.now, byId: context.actor })
    return ok({ drafts: [{ record: 'media', row: mediaId, fields }], answer: { mediaId } })
  },
})

const changing = z.object({ mediaId: idSchema, title, takenOn: dateSchema.nullable(), groupId: idSchema.nullable() })

/** What it is called, when it was taken and at which group. */
export const changeMedia = defineCommand({
  by,
  input: changing,
  needs: oneMedia,
  decide(rows, { mediaId, ...fields }, context) {
    const found = standing(rows, mediaId)
    if (!found.ok) return found
    if (fields.title === '') return fail('nameMissing')
    if (fields.takenOn && fields.takenOn > dateOf(context.now)) return fail('dateAhead')
    const { title, takenOn = null, groupId = null } = found.value
    const before = { title, takenOn, groupId }
    if (JSON.stringify(before) === JSON.stringify(fields)) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'media', row: mediaId, fields }], answer: { before } })
  },
  undo: ({ mediaId }, { before }) => ({ name: 'changeMedia', input: { mediaId, ...before } }),
})

const ids = z.array(idSchema).max(500)
const baby = z.object({ withId: idSchema, name: z.string().trim().max(60) })
const whoIsIn = z.object({ mediaId: idSchema, personIds: ids, babies: z.array(baby).max(500), nobody: z.boolean() })

/** Who can be known in it, and whose babies; or that nobody can. Without this it may be used nowhere. */
export const sayWhoIsIn = defineCommand({
  by,
  input: whoIsIn,
  needs: ({ mediaId, personIds, babies }) => [
    ...oneMedia({ mediaId }),
    ...[...new Set([...personIds, ...babies.map((one) => one.withId)])].map((id): Need => ({ record: 'person', id })),
  ],
  decide(rows, { mediaId, nobody, personIds, babies }) {
    const found = standing(rows, mediaId)
    if (!found.ok) return found
    const all = [...personIds, ...babies.map((one) => one.withId)]
    if (nobody && all.length > 0) return fail('whoIsInUnclear')
    if (babies.some((one) => one.name === '')) return fail('nameMissing')
    if (all.some((id) => !rows.get('person', id))) return fail('noSuchPerson')
    const fields = { nobody, personIds: [...new Set(personIds)], babiesOf: babies.map((one) => one.withId), babyNames: babies.map((one) => one.name) }
    const before = whoIs(found.value)
    if (JSON.stringify(whoIs({ ...found.value, ...fields })) === JSON.stringify(before)) return fail('nothingChanged')
    return ok({ drafts: [{ record: 'media', row: mediaId, fields }], answer: { before } })
  },
  undo: ({ mediaId }, { before }) => ({ name: 'sayWhoIsIn', input: { mediaId, ...before } }),
})

function whoIs(one: Entity<'media'>): Omit<z.output<typeof whoIsIn>, 'mediaId'> {
  const { personIds = [], nobody = false } = one
  return { personIds, babies: babiesIn(one), nobody }
}

const showing = z.object({ mediaId: idSchema, use: useOf, where: z.string().trim().max(200), since: dateSchema })

/** It is shown somewhere: only where everybody in it agrees to that use. How it is taken down stands with the stories (`stories.ts`). */
export const showMedia = defineCommand({
  by,
  input: showing,
  needs: oneMedia,
  decide(rows, { mediaId, use, where, since }, context) {
    const found = standing(rows, mediaId)
    if (!found.ok) return found
    const today = dateOf(context.now)
    const read = {
      person: (id: string) => rows.get('person', id),
      agreements: (id: string) => rows.all('useAgreement', 'personId', id),
    }
    if (!mediaMayUse(found.value, read, today)[use].may) return fail('notAgreedToUse')
    if (!where) return fail('sayWhere')
    if (since > today) return fail('dateAhead')
    const row = context.newId()
    const fields = { ofId: mediaId, use, where, since, at: context.now, byId: context.actor }
    return ok({ drafts: [{ record: 'showing', row, fields }], answer: { showingId: row } })
  },
  undo: (_, { showingId }) => ({ name: 'voidShowing' as const, input: { showingId } }),
})

/** Destroys the file, here at once, at the surgery and on every other laptop with their next exchange. This line stays and says why. Where it is shown it is taken down first. */
export const removeMedia = defineCommand({
  by,
  input: z.object({ mediaId: idSchema, because: z.string().trim().max(300) }),
  needs: ({ mediaId }) => [...oneMedia({ mediaId }), { record: 'showing', where: 'ofId', is: mediaId }],
  decide(rows, { mediaId, because }, context) {
    const found = standing(rows, mediaId)
    if (!found.ok) return found
    if (because === '') return fail('whyNeeded')
    if (rows.all('showing', 'ofId', mediaId).some(isShown)) return fail('stillShown')
    const fields = { removedAt: context.now, removedBy: context.actor, removedBecause: because }
    return ok({ drafts: [{ record: 'media', row: mediaId, fields }], answer: null })
  },
})

/** The row, unless there is none or its file is destroyed. */
function standing(rows: Reader, id: string): Result<Entity<'media'>, Reason> {
  const found = rows.get('media', id)
  if (!found) return fail('noSuchMedia')
  return found.removedAt ? fail('mediaRemoved') : ok(found)
}
