import type { z } from 'zod'
import { fieldsAreValid } from '../changes/entity.ts'
import { ethnicityOfNhs } from '../rules/ethnicity.ts'
import { readOds } from '../rules/ods.ts'
import { tidyPhone } from '../rules/contactDetails.ts'
import { dateOf, type PlainDate } from '../std/dates.ts'
import { readNhsNumber } from '../std/nhsNumber.ts'
import { dateSchema } from '../std/schemas.ts'
import { fail, ok, type Result } from '../std/result.ts'
import { bundle, consent, organization, patient, practitioner, serviceRequest, systems, type concept } from './fhirShapes.ts'
import { isBirthDate, type Incoming, type IncomingProblem } from './incoming.ts'

type Patient = z.output<typeof patient>
type ServiceRequest = z.output<typeof serviceRequest>
type Entry = z.output<typeof bundle>['entry'][number]

/** Why a file is no Bundle that can be read. */
export type BundleFault = 'notJson' | 'notBundle' | 'noReferral'

/** What is read of each kind; everything else in it is named. Words of the standard that carry nothing of a person are not. */
const readKeys: Record<string, readonly string[]> = {
  Patient: Object.keys(patient.shape),
  ServiceRequest: Object.keys(serviceRequest.shape),
  Consent: [...Object.keys(consent.shape), 'id', 'scope', 'category', 'policyRule', 'dateTime'],
  Organization: Object.keys(organization.shape),
  Practitioner: Object.keys(practitioner.shape),
}
const wordless = new Set(['meta', 'text', 'implicitRules', 'language', 'active'])

/** The referrals of a FHIR R4 Bundle: each ServiceRequest with its Patient (UK Core). Pure, and nothing is by halves: an entry is whole or has its problem. */
export function readBundle(text: string, today: PlainDate): Result<Incoming[], BundleFault> {
  const json = jsonOf(text)
  if (json === undefined) return fail('notJson')
  const read = bundle.safeParse(json)
  if (!read.success) return fail('notBundle')
  const entries = read.data.entry
  const requests = entries.flatMap((entry, at) => (entry.resource.resourceType === 'ServiceRequest' ? [{ entry, number: at + 1 }] : []))
  if (requests.length === 0) return fail('noReferral')
  const strange = [...new Set(entries.map((one) => one.resource.resourceType).filter((type) => !(type in readKeys)))]
  return ok(requests.map(({ entry, number }) => incomingOf(entry, number, entries, strange, today)))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
  } catch {
    return undefined
  }
}

function incomingOf(entry: Entry, number: number, entries: readonly Entry[], strange: readonly string[], today: PlainDate): Incoming {
  const request = serviceRequest.safeParse(entry.resource)
  if (!request.success) return { number, name: '', person: {}, referral: {}, problem: 'unreadable', unread: [] }
  const subject = found(entries, request.data.subject.reference, 'Patient')
  const who = patient.safeParse(subject?.resource)
  if (!who.success) {
    const problem = subject ? 'unreadable' : 'noPerson'
    return { number, name: request.data.subject.display ?? '', person: {}, referral: {}, problem, unread: [] }
  }
  const { fields: person, problem } = personOf(who.data, entries, today)
  const referral = referralOf(request.data, entry, entries, today)
  const agreed = agreedOf(entries, subject!)
  const tooLong = !fieldsAreValid('person', person) || !fieldsAreValid('referral', { ...referral, agreed: 'yes' })
  return {
    number,
    name: [person.givenName, person.familyName].filter(Boolean).join(' '),
    person,
    referral: { ...referral, agreed: 'yes' },
    problem: problem ?? stateOf(request.data) ?? agreed ?? (tooLong ? 'tooLong' : null),
    unread: [...unreadIn(entry.resource), ...unreadIn(subject!.resource), ...strange],
  }
}

/** By its full URL, or by its kind and id, as Bundles refer to what is in them. */
function found(entries: readonly Entry[], to: string | undefined, type: string): Entry | undefined {
  if (!to) return undefined
  return entries.find(({ fullUrl, resource }) => resource.resourceType === type && (fullUrl === to || `${type}/${resource.id ?? ''}` === to))
}

function stateOf({ status }: ServiceRequest): IncomingProblem | null {
  return status === 'revoked' || status === 'entered-in-error' ? 'withdrawn' : null
}

/** Whether a Consent in the Bundle says that this person agreed. Nothing said is not agreed (story 39). */
function agreedOf(entries: readonly Entry[], subject: Entry): IncomingProblem | null {
  const theirs = entries
    .flatMap(({ resource }) => consent.safeParse(resource).data ?? [])
    .filter((one) => found(entries, one.patient?.reference, 'Patient') === subject)
  if (theirs.some((one) => one.status === 'rejected' || (one.status === 'active' && one.provision?.type === 'deny'))) return 'refused'
  return theirs.some((one) => one.status === 'active') ? null : 'noAgreement'
}

function personOf(one: Patient, entries: readonly Entry[], today: PlainDate): { fields: Incoming['person']; problem: IncomingProblem | null } {
  const number = one.identifier.find((each) => each.system === systems.nhsNumber)?.value
  const nhsNumber = number === undefined ? undefined : readNhsNumber(number)
  const [givenName, familyName, knownAs] = namesOf(one)
  const bornOn = one.birthDate
  const phoneText = telecomOf(one, 'phone')
  const phone = phoneText === undefined ? undefined : tidyPhone(phoneText)
  const fields = without({
    givenName,
    familyName,
    knownAs,
    bornOn,
    phone,
    email: telecomOf(one, 'email'),
    address: addressOf(one),
    nhsNumber,
    ...languageOf(one),
    ...practiceIn(one, entries),
    ethnicity: ethnicityOf(one),
  })
  if (one.deceasedBoolean || one.deceasedDateTime) return { fields, problem: 'deceased' }
  if (!givenName) return { fields, problem: 'noName' }
  if (nhsNumber === null) return { fields, problem: 'badNhsNumber' }
  if (bornOn !== undefined && (!dateSchema.safeParse(bornOn).success || !isBirthDate(bornOn, today))) return { fields, problem: 'badBirthDate' }
  return { fields, problem: phone === null ? 'badPhone' : null }
}

function without(fields: Record<string, unknown>): Incoming['person'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== '')) as Incoming['person']
}

function namesOf({ name }: Patient): [string, string | undefined, string | undefined] {
  const used = name.find((one) => one.use === 'official') ?? name.find((one) => one.use === 'usual') ?? name[0]
  const knownAs = name.find((one) => one.use === 'nickname')?.given?.[0]
  const given = used?.given?.join(' ').trim() || (used?.family ? '' : (used?.text ?? ''))
  return given ? [given, used?.family, knownAs] : [used?.text ?? used?.family ?? '', undefined, knownAs]
}

function telecomOf({ telecom }: Patient, system: string): string | undefined {
  return telecom.find((one) => one.system === system && one.value?.trim())?.value?.trim()
}

function addressOf({ address: [first] }: Patient): Incoming['person']['address'] {
  if (!first) return undefined
  return without({ lines: first.line?.join('\n'), town: first.city, postcode: first.postalCode }) as Incoming['person']['address']
}

function languageOf({ communication, extension: extensions }: Patient): Incoming['person'] {
  const spoken = communication.find((one) => one.preferred) ?? communication[0]
  const code = spoken?.language.coding?.[0]?.code
  const isNeeded = extensions.some((one) => one.url === systems.interpreter && one.valueBoolean)
  const named = spoken?.language.text ?? spoken?.language.coding?.[0]?.display ?? code
  return { ...(code ? { language: code } : {}), ...(isNeeded && named ? { interpreter: named } : {}) }
}

function ethnicityOf({ extension: extensions }: Patient): string | null {
  const said = extensions.find((one) => one.url === systems.ethnicity)?.valueCodeableConcept?.coding?.[0]?.code
  return said ? ethnicityOfNhs(said) : null
}

function practiceIn(one: Patient, entries: readonly Entry[]): Incoming['person'] {
  const own = one.generalPractitioner[0]
  const practice = organization.safeParse(found(entries, own?.reference, 'Organization')?.resource).data
  return without({ practice: practice?.name ?? own?.display, odsCode: odsOf(practice) })
}

function odsOf(one: z.output<typeof organization> | undefined): string | null {
  const code = one?.identifier.find((each) => each.system === systems.ods)?.value
  return code ? readOds(code) : null
}

const urgencies: Record<string, 'routine' | 'soon' | 'urgent'> = { routine: 'routine', urgent: 'urgent', asap: 'urgent', stat: 'urgent' }

function referralOf(one: ServiceRequest, { fullUrl }: Entry, entries: readonly Entry[], today: PlainDate): Incoming['referral'] {
  const by = one.requester?.reference
  const practice = organization.safeParse(found(entries, by, 'Organization')?.resource).data
  const person = practitioner.safeParse(found(entries, by, 'Practitioner')?.resource).data
  const authored = dayOf(one.authoredOn) ?? today
  const [id] = one.identifier
  const referrer = person?.name[0]?.text ?? [person?.name[0]?.given?.join(' '), person?.name[0]?.family].filter(Boolean).join(' ')
  return without({
    source: 'practice',
    from: practice?.name ?? (person ? undefined : one.requester?.display),
    odsCode: odsOf(practice),
    referrer: referrer || (person ? one.requester?.display : undefined),
    receivedOn: authored <= today ? authored : today,
    reason: [...one.reasonCode.map(textOf), ...one.note.map((note) => note.text)].filter(Boolean).join('\n'),
    urgency: urgencies[one.priority ?? 'routine'] ?? 'routine',
    foreignId: id?.value ? [id.system, id.value].filter(Boolean).join('|') : (fullUrl ?? (one.id ? `ServiceRequest/${one.id}` : undefined)),
  } as Record<string, unknown>) as Incoming['referral']
}

/** The day of a FHIR date or moment, in Europe/London; null where it is none. */
function dayOf(text: string | undefined): PlainDate | null {
  if (!text) return null
  if (text.length <= 10) return dateSchema.safeParse(text).data ?? null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : dateOf(new Date(ms).toISOString())
}

function textOf({ text, coding }: z.output<typeof concept>): string {
  return (
    text ??
    coding
      ?.map((one) => one.display ?? one.code)
      .filter(Boolean)
      .join(', ') ??
    ''
  )
}

function unreadIn(resource: Entry['resource']): string[] {
  const read = readKeys[resource.resourceType] ?? []
  return Object.keys(resource)
    .filter((key) => !read.includes(key) && !wordless.has(key))
    .map((key) => `${resource.resourceType}.${key}`)
}
