import type { Json } from '../changes/change.ts'
import type { Entity } from '../records/index.ts'
import { nhsEthnicityOf } from '../rules/ethnicity.ts'
import type { Instant } from '../std/dates.ts'
import { partIdOf } from '../std/ids.ts'
import { referralCode, systems } from './fhirShapes.ts'

/** A resource of FHIR, as JSON. */
export type Resource = { [key: string]: Json }

const consentScope = 'http://terminology.hl7.org/CodeSystem/consentscope'
const priorities = { routine: 'routine', soon: 'urgent', urgent: 'asap' } as const

/**
 * A referral as a FHIR R4 Bundle of UK Core: ServiceRequest, Patient, and who sent it. Pure. The person's agreement goes with it as a
 * Consent: what reads it refuses a referral without one (story 39).
 */
export function bundleOf(referral: Entity<'referral'>, person: Entity<'person'>, at: Instant): Resource {
  const resources = [requestOf(referral, person), patientOf(person), ...senderOf(referral), ...practiceOf(person), ...consentOf(referral, person)]
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: at,
    entry: entriesOf(resources),
  }
}

/** Resources as the entries of a Bundle, each by its own id. */
export function entriesOf(resources: readonly Resource[]): Resource[] {
  return resources.map((resource) => ({ fullUrl: `urn:uuid:${String(resource['id'])}`, resource }))
}

/** A reference to a resource of the same Bundle. */
export function to(id: string): Resource {
  return { reference: `urn:uuid:${id}` }
}

function requestOf(one: Entity<'referral'>, person: Entity<'person'>): Resource {
  const reasons = [one.reason, one.needsWords].filter((text): text is string => Boolean(text))
  return {
    resourceType: 'ServiceRequest',
    id: one.id,
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${one.id}` }],
    status: one.voidedBecause ? 'entered-in-error' : 'active',
    intent: 'order',
    priority: priorities[one.urgency],
    code: { coding: [{ system: systems.snomed, code: referralCode, display: 'Referral to social prescribing service' }] },
    subject: to(person.id),
    authoredOn: one.receivedOn,
    ...(one.referrer || one.from ? { requester: to(partIdOf(one.id, one.referrer ? 'referrer' : 'sender')) } : {}),
    ...(reasons.length > 0 ? { reasonCode: reasons.map((text) => ({ text })) } : {}),
  }
}

function senderOf(one: Entity<'referral'>): Resource[] {
  const ods = one.odsCode ? { identifier: [{ system: systems.ods, value: one.odsCode }] } : {}
  return [
    ...(one.referrer ? [{ resourceType: 'Practitioner', id: partIdOf(one.id, 'referrer'), name: [{ text: one.referrer }] }] : []),
    ...(one.from ? [{ resourceType: 'Organization', id: partIdOf(one.id, 'sender'), ...ods, name: one.from }] : []),
  ]
}

function practiceOf(person: Entity<'person'>): Resource[] {
  if (!person.practice) return []
  const ods = person.odsCode ? { identifier: [{ system: systems.ods, value: person.odsCode }] } : {}
  return [{ resourceType: 'Organization', id: partIdOf(person.id, 'practice'), ...ods, name: person.practice }]
}

/** A person as UKCore-Patient. */
export function patientOf(one: Entity<'person'>): Resource {
  const telecom = [...(one.phone ? [{ system: 'phone', value: one.phone }] : []), ...(one.email ? [{ system: 'email', value: one.email }] : [])]
  const names: Resource[] = [
    { use: 'official', given: [one.givenName], ...(one.familyName ? { family: one.familyName } : {}) },
    ...(one.knownAs ? [{ use: 'nickname', given: [one.knownAs] }] : []),
  ]
  const extension = extensionsOf(one)
  return {
    resourceType: 'Patient',
    id: one.id,
    ...(extension.length > 0 ? { extension } : {}),
    ...(one.nhsNumber ? { identifier: [{ system: systems.nhsNumber, value: one.nhsNumber }] } : {}),
    name: names,
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(one.bornOn ? { birthDate: one.bornOn } : {}),
    ...addressOf(one),
    ...(one.language ? { communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: one.language }] }, preferred: true }] } : {}),
    ...(one.practice ? { generalPractitioner: [to(partIdOf(one.id, 'practice'))] } : {}),
  }
}

function extensionsOf(one: Entity<'person'>): Resource[] {
  const code = nhsEthnicityOf(one.ethnicity)
  const ethnicity = { url: systems.ethnicity, valueCodeableConcept: { coding: [{ system: systems.ethnicityCodes, code }] } }
  return [...(one.ethnicity ? [ethnicity] : []), ...(one.interpreter ? [{ url: systems.interpreter, valueBoolean: true }] : [])]
}

function addressOf({ address }: Entity<'person'>): Resource {
  const line = address?.lines?.split('\n').filter((text) => text.trim())
  const said = {
    ...(line && line.length > 0 ? { line } : {}),
    ...(address?.town ? { city: address.town } : {}),
    ...(address?.postcode ? { postalCode: address.postcode } : {}),
  }
  return Object.keys(said).length > 0 ? { address: [said] } : {}
}

function consentOf(referral: Entity<'referral'>, person: Entity<'person'>): Resource[] {
  if (referral.agreed === 'notSaid') return []
  return [
    {
      resourceType: 'Consent',
      id: partIdOf(referral.id, 'consent'),
      status: referral.agreed === 'yes' ? 'active' : 'rejected',
      scope: { coding: [{ system: consentScope, code: 'patient-privacy' }] },
      category: [{ text: 'Agreed to be referred to social prescribing' }],
      patient: to(person.id),
      dateTime: referral.receivedOn,
      policyRule: { text: 'Agreed to this referral' },
    },
  ]
}
