import { z } from 'zod'
import { longest } from '../records/longest.ts'
import { service } from '../records/service.ts'
import { accessList } from '../rules/directoryLists.ts'
import { needCalled } from '../rules/needs.ts'
import type { PlainDate } from '../std/dates.ts'
import { dateSchema } from '../std/schemas.ts'
import { wellFormed } from '../std/text.ts'
import { costOf, type CostOption } from './openReferralCost.ts'
import { timesIn } from './openReferralTimes.ts'

/** What we read of a service of Open Referral UK 3.0 (domain 7.1); everything else may stand there and is left. */
const text = z.string().nullish()
const term = z.looseObject({ taxonomy_term: z.looseObject({ name: text }).nullish() })
const phone = z.looseObject({ number: text })
const address = z.looseObject({ address_1: text, city: text, region: text, state_province: text, postal_code: text })
const place = z.looseObject({
  name: text,
  location_type: text,
  description: text,
  addresses: z.array(address).nullish(),
  accessibility: z.array(z.looseObject({ description: text, details: text })).nullish(),
})
export const scheduleSchema = z.looseObject({
  freq: text,
  interval: z.number().nullish(),
  byday: text,
  valid_to: text,
  opens_at: text,
  closes_at: text,
  description: text,
  notes: text,
})
const serviceSchema = z.looseObject({
  id: z.string().trim().min(1).max(200),
  name: z.string().trim().min(1),
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  description: text,
  url: text,
  email: text,
  fees: text,
  alert: text,
  minimum_age: z.number().nullish(),
  maximum_age: z.number().nullish(),
  assured_date: text,
  assurer_email: text,
  organization: z.looseObject({ name: text }).nullish(),
  schedules: z.array(scheduleSchema).nullish(),
  service_at_locations: z.array(z.looseObject({ location: place.nullish() })).nullish(),
  languages: z.array(z.looseObject({ code: text })).nullish(),
  cost_options: z.array(z.looseObject({ option: text, amount: z.number().nullish(), amount_description: text })).nullish(),
  contacts: z.array(z.looseObject({ name: text, title: text, phones: z.array(phone).nullish() })).nullish(),
  phones: z.array(phone).nullish(),
  attributes: z.array(term).nullish(),
})
type Foreign = z.output<typeof serviceSchema>
type Place = z.output<typeof place>

/** The fields of an entry that a feed fills. `status` is not one of ours: it says whether the feed has it open. */
export const feedFields = [
  'name',
  'organiser',
  'about',
  'needs',
  'access',
  'languages',
  'free',
  'pence',
  'costWords',
  'times',
  'timesWords',
  'address',
  'town',
  'postcode',
  'contactName',
  'phone',
  'email',
  'url',
  'status',
] as const
export type FeedField = (typeof feedFields)[number]

/** One service of a feed as we read it. */
export interface FromFeed {
  foreignId: string
  name: string
  fields: { readonly [Field in FeedField]?: unknown }
  /** Why it is closed for a while, in the feed's words. */
  closedBecause: string
  /** The feed has it and says that it is over. */
  over: boolean
  /** When the feed's own people last checked it, and who. */
  assured: { on: PlainDate; by: string } | null
  /** Texts that are longer than there is room for: their end is left out. */
  cut: FeedField[]
}

/** Why a service of the file cannot be read; which one by its number, the first being 1. */
export interface FeedReject {
  number: number
  name: string
  why: 'noId' | 'noName' | 'badStatus' | 'badShape' | 'twice'
  /** The part of it that is not as the standard has it: "schedules.0.byday". */
  where: string
}

export interface Feed {
  services: FromFeed[]
  rejects: FeedReject[]
  /** The file holds the whole list, so what is not in it is gone from the feed. */
  whole: boolean
}

/** Why a file is no feed at all. */
export type FeedTrouble = 'notJson' | 'notOpenReferral' | 'nothingInIt'

/** Reads a file of Open Referral UK 3.0: a page of a list, a bare list, or one service. @param today times that ended before are left out */
export function readFeed(file: string, today: PlainDate): { ok: true; feed: Feed } | { ok: false; trouble: FeedTrouble } {
  const value = parsed(file)
  if (value === undefined) return { ok: false, trouble: 'notJson' }
  const listed = listIn(value)
  if (!listed) return { ok: false, trouble: 'notOpenReferral' }
  if (listed.items.length === 0) return { ok: false, trouble: 'nothingInIt' }
  return { ok: true, feed: { ...readAll(listed.items, today), whole: listed.whole } }
}

function parsed(file: string): unknown {
  try {
    return wellFormed(JSON.parse(file.replace(/^\uFEFF/, '')) as unknown)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The services in it, and whether they are all there are: one page of many is not, nor is a service by itself. */
function listIn(value: unknown): { items: readonly unknown[]; whole: boolean } | null {
  if (Array.isArray(value)) return { items: value, whole: true }
  if (!isObject(value)) return null
  const { contents, total_items: total } = value
  if (Array.isArray(contents)) return { items: contents, whole: typeof total === 'number' ? contents.length >= total : true }
  return 'id' in value || 'name' in value ? { items: [value], whole: false } : null
}

function readAll(items: readonly unknown[], today: PlainDate): Pick<Feed, 'services' | 'rejects'> {
  const services = new Map<string, FromFeed>()
  const rejects: FeedReject[] = []
  items.forEach((item, at) => {
    const read = serviceSchema.safeParse(item)
    const name = isObject(item) && typeof item['name'] === 'string' ? item['name'].slice(0, 200) : ''
    if (!read.success) rejects.push({ number: at + 1, name, ...whyNot(read.error) })
    else if (services.has(read.data.id)) rejects.push({ number: at + 1, name, why: 'twice', where: 'id' })
    else services.set(read.data.id, fromForeign(read.data, today))
  })
  return { services: [...services.values()], rejects }
}

function whyNot(error: z.ZodError): Pick<FeedReject, 'why' | 'where'> {
  const where = error.issues[0]?.path.join('.') ?? ''
  const why = ({ id: 'noId', name: 'noName', status: 'badStatus' } as const)[where] ?? 'badShape'
  return { why, where }
}

function fromForeign(one: Foreign, today: PlainDate): FromFeed {
  const places: Place[] = (one.service_at_locations ?? []).flatMap(({ location }) => (location ? [location] : []))
  const times = timesIn(one.schedules ?? [], today)
  const cost = costOf(one.fees ?? '', (one.cost_options ?? []) as CostOption[])
  const assuredOn = dateSchema.safeParse(one.assured_date)
  const { fields, cut } = fitting({
    name: one.name,
    organiser: one.organization?.name?.trim() ?? '',
    about: aboutOf(one, places),
    needs: [...new Set((one.attributes ?? []).flatMap(({ taxonomy_term: said }) => needCalled(said?.name ?? '') ?? []))].slice(0, 30),
    access: accessIn(places),
    languages: [...new Set((one.languages ?? []).flatMap(({ code }) => (code && code.length <= 20 ? [code] : [])))].slice(0, 30),
    ...cost,
    times: times.times,
    timesWords: times.words,
    ...whereOf(places),
    contactName: one.contacts?.find(({ name }) => name?.trim())?.name?.trim() ?? '',
    phone: [...(one.contacts ?? []).flatMap(({ phones }) => phones ?? []), ...(one.phones ?? [])].find(({ number }) => number)?.number ?? '',
    email: one.email ?? '',
    url: /^https?:\/\//i.test(one.url ?? '') ? (one.url ?? '') : '',
    status: one.status === 'temporarily closed' ? 'closed' : 'open',
  })
  return {
    foreignId: one.id,
    name: one.name,
    fields,
    cut,
    closedBecause: (one.alert ?? '').slice(0, 300),
    over: one.status === 'defunct' || one.status === 'inactive',
    assured: assuredOn.success ? { on: assuredOn.data, by: (one.assurer_email ?? '').slice(0, 200) } : null,
  }
}

/** What it is in words: what one must know first, then the description, for what ages, and where else it meets. */
function aboutOf(one: Foreign, places: readonly Place[]): string {
  const [, ...others] = places.flatMap(({ name }) => (name?.trim() ? [name.trim()] : []))
  const { minimum_age: least, maximum_age: most } = one
  const ages = least && most ? `Ages ${least} to ${most}.` : least ? `Ages ${least} and over.` : most ? `Ages up to ${most}.` : ''
  const access = places.flatMap(({ accessibility }) => accessibility ?? []).flatMap((said) => [said.description ?? said.details ?? ''])
  return [
    one.alert ?? '',
    one.description ?? '',
    ages,
    others.length > 0 ? `Also at: ${others.join('; ')}.` : '',
    access.some(Boolean) ? `Access: ${access.filter(Boolean).join('; ')}` : '',
  ]
    .map((said) => said.trim())
    .filter(Boolean)
    .join('\n\n')
}

function accessIn(places: readonly Place[]): string[] {
  const said = places.flatMap(({ accessibility }) => accessibility ?? []).map(({ description }) => (description ?? '').trim().toLowerCase())
  const codes = accessList.items.filter(({ label }) => said.includes(label.toLowerCase())).map(({ code }) => code)
  return places.some(({ location_type: kind }) => kind === 'virtual') ? [...new Set([...codes, 'online'])] : codes
}

/** The first place people go to; where there is none, the postal address. */
function whereOf(places: readonly Place[]): { address: string; town: string; postcode: string } {
  const first = places.find(({ location_type: kind }) => kind === 'physical') ?? places[0]
  const at = first?.addresses?.[0]
  const name = first?.name?.trim() ?? ''
  return {
    address: [...new Set([name, at?.address_1?.trim() ?? ''])].filter(Boolean).join(', '),
    town: (at?.city ?? '').trim(),
    postcode: (at?.postal_code ?? '').trim().toUpperCase(),
  }
}

const texts = [
  'name',
  'organiser',
  'about',
  'costWords',
  'timesWords',
  'address',
  'town',
  'postcode',
  'contactName',
  'phone',
  'email',
  'url',
] as const

/** Texts as long as there is room for, and which were longer. */
function fitting(fields: Record<FeedField, unknown>): { fields: FromFeed['fields']; cut: FeedField[] } {
  const long = texts.filter((field) => (fields[field] as string).length > longest(service, field))
  const short = long.map((field) => [field, `${(fields[field] as string).slice(0, longest(service, field) - 1)}…`] as const)
  return { fields: { ...fields, ...Object.fromEntries(short) }, cut: long }
}
