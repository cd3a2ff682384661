type Resource = Record<string, unknown>

/** What of the Bundle is otherwise. */
interface More {
  nhsNumber?: string
  bornOn?: string
  agreed?: 'permit' | 'deny' | null
  deceased?: boolean
  status?: string
  subject?: string
  authoredOn?: string
}

/** A referral of an invented person as a practice sends it: ServiceRequest, Patient, Organization and Consent (UK Core). */
export function aBundle({
  nhsNumber = '9990000018',
  bornOn = '1951-03-08',
  agreed = 'permit',
  deceased,
  status = 'active',
  subject = 'urn:uuid:p',
  authoredOn = '2026-10-20T14:05:00+01:00',
}: More = {}) {
  const resources: [string, Resource][] = [
    ['r', { resourceType: 'ServiceRequest', id: 'r1', identifier: [{ system: 'https://manor-court.example/referral', value: 'R-17' }], status, intent: 'order', priority: 'routine', code: { coding: [{ system: 'http://snomed.info/sct', code: '871731000000106' }] }, subject: { reference: subject }, authoredOn, requester: { reference: 'urn:uuid:o' }, reasonCode: [{ text: 'Lonely since her husband died' }], note: [{ text: 'Would like to walk again' }] }],
    ['p', {
      resourceType: 'Patient', id: 'p1',
      extension: [
        { url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory', valueCodeableConcept: { coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategory', code: 'C' }] } },
        { url: 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired', valueBoolean: true },
      ],
      identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber }],
      name: [{ use: 'official', family: 'Brzezinska', given: ['Halina'] }, { use: 'nickname', given: ['Hala'] }],
      telecom: [{ system: 'phone', value: '01632960444' }],
      birthDate: bornOn,
      ...(deceased ? { deceasedBoolean: true } : {}),
      address: [{ line: ['4 Mill Lane'], city: 'Nuneaton', postalCode: 'CV11 5TW' }],
      communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'pl', display: 'Polish' }] }, preferred: true }],
      generalPractitioner: [{ reference: 'urn:uuid:o' }],
    }],
    ['o', { resourceType: 'Organization', id: 'o1', identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'M84001' }], name: 'Manor Court Surgery' }],
    ...(agreed ? [['c', { resourceType: 'Consent', id: 'c1', status: 'active', scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] }, category: [{ text: 'Referral' }], patient: { reference: 'urn:uuid:p' }, policyRule: { text: 'Agreed to this referral' }, provision: { type: agreed } }] as [string, Resource]] : []),
  ] // prettier-ignore
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map(([id, resource]) => ({ fullUrl: `urn:uuid:${id}`, resource })) }
}
