import { z } from 'zod'
import { service } from '../records/service.ts'
import { dateOf, type PlainDate } from '../std/dates.ts'
import { detailsIdOf } from '../std/ids.ts'
import { jsonText } from '../std/json.ts'
import { fail, ok } from '../std/result.ts'
import { dateSchema, idSchema } from '../std/schemas.ts'
import { defineCommand, type Context, type Need, type Reader, type SomeFields } from './command.ts'
import { edit } from './people.ts'
import { settled } from './settled.ts'

const by = ['linkWorker', 'lead'] as const

/** What somebody types of an entry. Who checked it, when it is closed and what a feed said have commands of their own. */
const typedFields = service.schema.pick({
  name: true,
  organiser: true,
  kind: true,
  about: true,
  needs: true,
  suits: true,
  access: true,
  languages: true,
  onlyFor: true,
  free: true,
  pence: true,
  costWords: true,
  times: true,
  timesWords: true,
  address: true,
  town: true,
  postcode: true,
  transport: true,
  vacancy: true,
  howToJoin: true,
  contactName: true,
  phone: true,
  email: true,
  url: true,
  firstVisit: true,
  bring: true,
  localNote: true,
  groupId: true,
})
type Service = NonNullable<ReturnType<typeof found>>
type ServiceFields = SomeFields<'service'>

/** An entry: a service, or the details of a group of ours. */
export const whichEntry = z.union([z.object({ serviceId: idSchema }), z.object({ groupId: idSchema })])
export type WhichEntry = z.output<typeof whichEntry>

/** The row in which an entry's details are written: of a group always the same one, so that two laptops write to it. */
export function entryRowOf(which: WhichEntry): string {
  return 'serviceId' in which ? which.serviceId : detailsIdOf(which.groupId)
}

function entryNeeds(which: WhichEntry): Need[] {
  const row: Need = { record: 'service', id: entryRowOf(which) }
  return 'groupId' in which ? [row, { record: 'group', id: which.groupId }] : [row]
}

function found(rows: Reader, which: WhichEntry) {
  const one = rows.get('service', entryRowOf(which))
  return one && !one.voidedBecause ? one : undefined
}

/** Details of a group that nobody has written yet begin with these. */
function begunFor(rows: Reader, groupId: string, context: Context): ServiceFields | null {
  const group = rows.get('group', groupId)
  if (!group) return null
  const kind = group.template === 'partner' ? 'partner' : 'own'
  return { name: group.name, kind, vacancy: 'notKnown', groupId, at: context.now, byId: context.actor, voidedBecause: null }
}

/** Adds an entry. */
export const addService = defineCommand({
  by,
  input: z.object({ fields: typedFields.partial({ vacancy: true, kind: true }) }),
  needs: () => [],
  decide(_rows, { fields }, context) {
    const name = fields.name.trim()
    if (!name) return fail('nameMissing')
    const row = context.newId()
    const written = { kind: 'outside', vacancy: 'notKnown', ...saying(fields), name, at: context.now, byId: context.actor } as const
    return ok({ drafts: [{ record: 'service', row, fields: written }], answer: { serviceId: row } })
  },
  undo: (_, { serviceId }) => ({ name: 'removeService', input: { serviceId, because: 'undone' } }),
})

const changing = z.object({ which: whichEntry, fields: typedFields.partial() })

/** Changes what was touched of an entry. The first details of a group make its entry. */
export const changeService = defineCommand({
  by,
  input: changing,
  needs: ({ which }) => entryNeeds(which),
  decide(rows, { which, fields }, context) {
    const row = entryRowOf(which)
    const now = found(rows, which)
    const begun = now ? {} : 'groupId' in which ? begunFor(rows, which.groupId, context) : null
    if (!begun) return fail('noSuchService')
    const changed = { ...changedOf(now, fields), ...settled(rows.row('service', row), 'localNote', fields) }
    if ('name' in changed && !changed.name?.trim()) return fail('nameMissing')
    if (Object.keys(changed).length === 0) return fail('nothingChanged')
    const before = beforeOf(now ?? begun, Object.keys(changed)) as z.output<typeof changing>['fields']
    return ok({ drafts: [edit(rows, 'service', row, { ...begun, ...changed }, ['localNote'])], answer: { serviceId: row, before } })
  },
  undo: ({ which }, { before }) => ({ name: 'changeService', input: { which, fields: before } }),
})

const checking = z.object({ which: whichEntry, with: z.string().trim().max(200).optional() })

/** "Still right": who was asked there, today, by whoever presses it (story 32). */
export const checkService = defineCommand({
  by,
  input: checking,
  needs: ({ which }) => entryNeeds(which),
  decide(rows, input, context) {
    const now = found(rows, input.which)
    const begun = now ? {} : 'groupId' in input.which ? begunFor(rows, input.which.groupId, context) : null
    if (!begun) return fail('noSuchService')
    const row = entryRowOf(input.which)
    const fields: ServiceFields = { ...begun, checkedOn: dateOf(context.now), checkedBy: context.actor, checkedWith: input.with ?? '' }
    const before = { checkedOn: now?.checkedOn ?? null, checkedWith: now?.checkedWith ?? '', byMe: now?.checkedBy === context.actor }
    return ok({ drafts: [{ record: 'service', row, fields }], answer: { serviceId: row, before } })
  },
  undo: (_, { serviceId, before }) => ({ name: 'uncheckService', input: { serviceId, ...before } }),
})

const unchecking = z.object({ serviceId: idSchema, checkedOn: dateSchema.nullable(), checkedWith: z.string().max(200), byMe: z.boolean() })

/** The check was pressed by mistake: it stands as before. Whoever did the check before is said no more, as nobody writes in another's name. */
export const uncheckService = defineCommand({
  by,
  input: unchecking,
  needs: ({ serviceId }) => [{ record: 'service', id: serviceId }],
  decide(rows, { serviceId, checkedOn, checkedWith, byMe }, context) {
    if (!rows.get('service', serviceId)) return fail('noSuchService')
    const fields: ServiceFields = { checkedOn, checkedWith, checkedBy: byMe ? context.actor : null }
    return ok({ drafts: [{ record: 'service', row: serviceId, fields }], answer: null })
  },
})

const closing = z.object({
  which: whichEntry,
  /** Null where it is not closed. */
  from: dateSchema.nullable(),
  /** The last day; null where nobody knows. */
  until: dateSchema.nullable(),
  because: z.string().trim().max(300),
})

/** Closed for a while: it stays in the directory and is offered to nobody meanwhile. */
export const closeServiceForAWhile = defineCommand({
  by,
  input: closing,
  needs: ({ which }) => entryNeeds(which),
  decide(rows, { which, from, until, because }, context) {
    const now = found(rows, which)
    const begun = now ? {} : 'groupId' in which ? begunFor(rows, which.groupId, context) : null
    if (!begun) return fail('noSuchService')
    if (from && until && until < from) return fail('datesWrongWay')
    const row = entryRowOf(which)
    const fields: ServiceFields = { ...begun, closedFrom: from, closedUntil: from && until, closedBecause: (from && because) || null }
    return ok({ drafts: [{ record: 'service', row, fields }], answer: { before: closedOf(now) } })
  },
  undo: ({ which }, { before }) => ({ name: 'closeServiceForAWhile', input: { which, ...before } }),
})

function closedOf(now: Service | undefined): { from: PlainDate | null; until: PlainDate | null; because: string } {
  return { from: now?.closedFrom ?? null, until: now?.closedUntil ?? null, because: now?.closedBecause ?? '' }
}

/** It is open again. */
export const reopenService = defineCommand({
  by,
  input: z.object({ which: whichEntry }),
  needs: ({ which }) => entryNeeds(which),
  decide(rows, { which }) {
    const now = found(rows, which)
    if (!now) return fail('noSuchService')
    if (!now.closedFrom) return fail('nothingChanged')
    const fields: ServiceFields = { closedFrom: null, closedUntil: null, closedBecause: null }
    return ok({ drafts: [{ record: 'service', row: now.id, fields }], answer: { before: closedOf(now) } })
  },
  undo: ({ which }, { before }) => ({ name: 'closeServiceForAWhile', input: { which, ...before } }),
})

/** Takes an entry off the directory, with why: the organiser is gone, or it stands there twice. */
export const removeService = defineCommand({
  by,
  input: z.object({ serviceId: idSchema, because: z.string().trim().min(1).max(300) }),
  needs: ({ serviceId }) => [{ record: 'service', id: serviceId }],
  decide(rows, { serviceId, because }) {
    if (!found(rows, { serviceId })) return fail('noSuchService')
    return ok({ drafts: [{ record: 'service', row: serviceId, fields: { voidedBecause: because } }], answer: null })
  },
  undo: ({ serviceId }) => ({ name: 'restoreService', input: { serviceId } }),
})

/** It was removed by mistake. */
export const restoreService = defineCommand({
  by,
  input: z.object({ serviceId: idSchema }),
  needs: ({ serviceId }) => [{ record: 'service', id: serviceId }],
  decide(rows, { serviceId }) {
    if (!rows.get('service', serviceId)) return fail('noSuchService')
    return ok({ drafts: [{ record: 'service', row: serviceId, fields: { voidedBecause: null } }], answer: null })
  },
})

/** The fields that are given and say something. */
function saying(fields: object): ServiceFields {
  const empty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !empty(value)))
}

/** The given fields that are not as they were. What was never said and is said to be nothing is no change. */
export function changedOf(now: object | undefined, fields: object): ServiceFields {
  const before = (now ?? {}) as Record<string, unknown>
  const differs = ([field, value]: [string, unknown]) =>
    value !== undefined && jsonText(value ?? null) !== jsonText(before[field] ?? nothing(field)) && !(before[field] === undefined && isNothing(value))
  return Object.fromEntries(Object.entries(fields).filter(differs)) as ServiceFields
}

/** What these fields said before, ready to be written again. */
export function beforeOf(now: object, fields: readonly string[]): ServiceFields {
  const before = now as Record<string, unknown>
  return Object.fromEntries(fields.map((field) => [field, before[field] ?? nothing(field)])) as ServiceFields
}

const isNothing = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** How a field says that it says nothing. */
function nothing(field: string): null | '' | [] | object {
  const { schema } = (service.fields as Readonly<Record<string, { schema: z.ZodType }>>)[field]!
  return schema.safeParse(null).success ? null : schema.safeParse('').success ? '' : schema.safeParse([]).success ? [] : {}
}
