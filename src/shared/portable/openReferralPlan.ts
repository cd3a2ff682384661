import { z } from 'zod'
import type { Entity } from '../records/index.ts'
import type { PlainDate } from '../std/dates.ts'
import { jsonText } from '../std/json.ts'
import { idSchema } from '../std/schemas.ts'
import { plain } from '../std/text.ts'
import { feedFields, readFeed, type FeedField, type FeedReject, type FeedTrouble, type FromFeed } from './openReferral.ts'

type Service = Entity<'service'>

/** One field in which the feed and our directory differ. */
export interface FieldDifference {
  field: FeedField
  ours: string
  feeds: string
  /** Somebody changed it here since the feed last filled it: it is kept unless ticked. */
  changedHere: boolean
  takes: boolean
}

/** One entry of the preview. `kept`: it differs only in what was changed here and the feed says as before; `removed`: we took it off. */
export interface PlannedEntry {
  foreignId: string
  serviceId: string | null
  name: string
  state: 'new' | 'changed' | 'kept' | 'same' | 'removed' | 'gone' | 'over'
  differences: FieldDifference[]
  /** We have an entry of that name from elsewhere: names are not unique, so it is said and nothing is joined. */
  sameName: boolean
  cut: FeedField[]
}

/** What importing a feed would do: shown first, and done as shown. */
export interface FeedPlan {
  trouble: FeedTrouble | null
  entries: PlannedEntry[]
  rejects: FeedReject[]
  whole: boolean
  writes: z.output<typeof feedWrites>
}

const values = z.record(z.string().max(40), z.json())

/** What an import writes of one entry. */
const entryWrite = z.object({
  serviceId: idSchema.nullable(),
  foreignId: z.string().min(1).max(200),
  /** The fields of the entry that are written. */
  fields: values,
  feedSaid: z.record(z.string().max(40), z.string().max(4000)),
})
export const feedWrites = z.object({
  entries: z.array(entryWrite).max(20_000),
  /** Entries that the whole list no longer has, or says are over: flagged, never removed. */
  gone: z.array(idSchema).max(20_000),
})

/** What was ticked: "<id in the feed>/<field>", a field that was changed here and is the feed's again. */
export interface FeedChoices {
  feed: string
  takes: readonly string[]
}

/** An entry that came with an import and went with its undoing: the next import brings it anew. */
export const importUndone = 'the import was undone'

const noWrites = { entries: [], gone: [] }

/** What a file would change here, entry by entry and field by field. Never a local note, and nothing is removed (story 32). */
export function planFeed(file: string, choices: FeedChoices, services: readonly Service[], today: PlainDate): FeedPlan {
  const read = readFeed(file, today)
  if (!read.ok) return { trouble: read.trouble, entries: [], rejects: [], whole: false, writes: noWrites }
  const feed = choices.feed.trim()
  const ours = services.filter((one) => one.foreignId && (one.feed ?? '') === feed && one.voidedBecause !== importUndone)
  const byForeign = new Map(ours.map((one) => [one.foreignId!, one]))
  const names = new Set(services.filter((one) => !one.voidedBecause && (one.feed ?? '') !== feed).map((one) => plain(one.name)))
  const compared = read.feed.services.map((one) => compare(one, byForeign.get(one.foreignId), new Set(choices.takes), names, today))
  const inFeed = new Set(read.feed.services.map((one) => one.foreignId))
  const missing = read.feed.whole ? ours.filter((one) => !one.voidedBecause && !one.goneFromFeedOn && !inFeed.has(one.foreignId!)) : []
  const named = new Set(read.feed.rejects.map(({ name }) => name)) // in the file, though it could not be read: not gone
  const gone = missing.filter((one) => !named.has(one.name))
  const over = compared.filter(({ entry }) => entry.state === 'over').flatMap(({ entry }) => entry.serviceId ?? [])
  return {
    trouble: null,
    entries: [...compared.map(({ entry }) => entry), ...gone.map(goneEntry)],
    rejects: read.feed.rejects,
    whole: read.feed.whole,
    writes: { entries: compared.flatMap(({ write }) => write ?? []), gone: [...gone.map((one) => one.id), ...over] },
  }
}

function goneEntry(one: Service): PlannedEntry {
  return { foreignId: one.foreignId ?? '', serviceId: one.id, name: one.name, state: 'gone', differences: [], sameName: false, cut: [] }
}

type Write = z.output<typeof entryWrite>

function compare(
  theirs: FromFeed,
  ours: Service | undefined,
  takes: ReadonlySet<string>,
  names: ReadonlySet<string>,
  today: PlainDate,
): { entry: PlannedEntry; write: Write | null } {
  const { foreignId, name, cut } = theirs
  const entry = { foreignId, serviceId: ours?.id ?? null, name, differences: [], sameName: false, cut }
  if (theirs.over) return { entry: { ...entry, state: ours && !ours.voidedBecause && !ours.goneFromFeedOn ? 'over' : 'same' }, write: null }
  if (ours?.voidedBecause) return { entry: { ...entry, state: 'removed' }, write: null }
  if (!ours) return { entry: { ...entry, state: 'new', sameName: names.has(plain(name)) }, write: newEntry(theirs, today) }
  const differences = feedFields.flatMap((field) => differenceOf(field, theirs, ours, takes))
  const taken = differences.filter((one) => one.takes).map((one) => one.field)
  const fields = { ...written(theirs, taken, today), ...checkedIn(theirs, ours), ...(ours.goneFromFeedOn ? { goneFromFeedOn: null } : {}) }
  const feedSaid = saidIn(theirs)
  const nothing = Object.keys(fields).length === 0 && jsonText(feedSaid) === jsonText(ours.feedSaid ?? {})
  const news = differences.some((one) => one.takes || (one.changedHere && said(ours, one.field) !== one.feeds))
  const state = news || Object.keys(fields).length > 0 ? 'changed' : differences.length > 0 ? 'kept' : 'same'
  return { entry: { ...entry, differences, state }, write: nothing ? null : { serviceId: ours.id, foreignId, fields, feedSaid } }
}

/** What the feed said last of a field; undefined where it never filled it. */
function said(ours: Service, field: FeedField): string | undefined {
  return ours.feedSaid?.[field]
}

function differenceOf(field: FeedField, theirs: FromFeed, ours: Service, takes: ReadonlySet<string>): FieldDifference[] {
  const [here, there] = [ourText(ours, field), textOf(theirs.fields[field])]
  if (here === there) return []
  const changedHere = said(ours, field) !== undefined ? said(ours, field) !== here : here !== ''
  return [{ field, ours: here, feeds: there, changedHere, takes: !changedHere || takes.has(`${theirs.foreignId}/${field}`) }]
}

/** A value as it is compared and as the feed's last word is kept; what is not said is no text. */
function textOf(value: unknown): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return ''
  return (typeof value === 'string' ? value : jsonText(value)).slice(0, 4000)
}

function ourText(ours: Service, field: FeedField): string {
  return field === 'status' ? (ours.closedFrom ? 'closed' : 'open') : textOf(ours[field])
}

function saidIn(theirs: FromFeed): Record<string, string> {
  return Object.fromEntries(feedFields.map((field) => [field, textOf(theirs.fields[field])]))
}

/** The fields of the entry that take what the feed says. */
function written(theirs: FromFeed, fields: readonly FeedField[], today: PlainDate): Write['fields'] {
  const plainly = fields.filter((field) => field !== 'status').map((field) => [field, theirs.fields[field]] as const)
  return { ...(Object.fromEntries(plainly) as Write['fields']), ...(fields.includes('status') ? closure(theirs, today) : {}) }
}

function closure(theirs: FromFeed, today: PlainDate): Write['fields'] {
  if (theirs.fields.status === 'open') return { closedFrom: null, closedUntil: null, closedBecause: null }
  return { closedFrom: today, closedUntil: null, closedBecause: theirs.closedBecause || null }
}

function newEntry(theirs: FromFeed, today: PlainDate): Write {
  const filled = feedFields.filter((field) => (field === 'status' ? theirs.fields.status === 'closed' : textOf(theirs.fields[field]) !== ''))
  const checked = theirs.assured && theirs.assured.on <= today ? { checkedOn: theirs.assured.on, checkedWith: theirs.assured.by } : {}
  return { serviceId: null, foreignId: theirs.foreignId, fields: { ...written(theirs, filled, today), ...checked }, feedSaid: saidIn(theirs) }
}

/** A check by the feed's own people counts where it is later than ours. */
function checkedIn(theirs: FromFeed, ours: Service): Write['fields'] {
  const later = theirs.assured && theirs.assured.on > (ours.checkedOn ?? '')
  return later && theirs.assured ? { checkedOn: theirs.assured.on, checkedWith: theirs.assured.by, checkedBy: null } : {}
}
