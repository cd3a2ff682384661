import { z } from 'zod'

/** Systems of UK Core (HL7 UK, R4; domain 8). */
export const systems = {
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  ods: 'https://fhir.nhs.uk/Id/ods-organization-code',
  ethnicity: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
  ethnicityCodes: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategory',
  interpreter: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired',
  snomed: 'http://snomed.info/sct',
} as const

/** Referral to social prescribing service (domain 3.3, verified). */
export const referralCode = '871731000000106'

const reference = z.object({ reference: z.string().optional(), display: z.string().optional() })
const identifier = z.object({ system: z.string().optional(), value: z.string().optional() })
export const concept = z.object({
  coding: z.array(z.object({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() })).optional(),
  text: z.string().optional(),
})
const humanName = z.object({
  use: z.string().optional(),
  text: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
})
const contactPoint = z.object({ system: z.string().optional(), value: z.string().optional() })
const extension = z.object({ url: z.string(), valueBoolean: z.boolean().optional(), valueCodeableConcept: concept.optional() })

export const patient = z.object({
  resourceType: z.literal('Patient'),
  id: z.string().optional(),
  identifier: z.array(identifier).default([]),
  name: z.array(humanName).default([]),
  telecom: z.array(contactPoint).default([]),
  birthDate: z.string().optional(),
  deceasedBoolean: z.boolean().optional(),
  deceasedDateTime: z.string().optional(),
  address: z.array(z.object({ line: z.array(z.string()).optional(), city: z.string().optional(), postalCode: z.string().optional() })).default([]),
  communication: z.array(z.object({ language: concept, preferred: z.boolean().optional() })).default([]),
  generalPractitioner: z.array(reference).default([]),
  extension: z.array(extension).default([]),
})
export const serviceRequest = z.object({
  resourceType: z.literal('ServiceRequest'),
  id: z.string().optional(),
  identifier: z.array(identifier).default([]),
  status: z.string(),
  intent: z.string(),
  priority: z.string().optional(),
  code: concept.optional(),
  subject: reference,
  authoredOn: z.string().optional(),
  requester: reference.optional(),
  reasonCode: z.array(concept).default([]),
  note: z.array(z.object({ text: z.string() })).default([]),
})
export const consent = z.object({
  resourceType: z.literal('Consent'),
  status: z.string(),
  patient: reference.optional(),
  provision: z.object({ type: z.string().optional() }).optional(),
})
export const organization = z.object({
  resourceType: z.literal('Organization'),
  id: z.string().optional(),
  identifier: z.array(identifier).default([]),
  name: z.string().optional(),
})
export const practitioner = z.object({ resourceType: z.literal('Practitioner'), id: z.string().optional(), name: z.array(humanName).default([]) })
export const bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(z.object({ fullUrl: z.string().optional(), resource: z.looseObject({ resourceType: z.string(), id: z.string().optional() }) }))
    .max(5000),
})
