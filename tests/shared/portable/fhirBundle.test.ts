import { Fhir } from 'fhir'
import { describe, expect, test } from 'vitest'
import { readBundle } from '../../../src/shared/portable/fhirBundle.ts'
import { bundleOf } from '../../../src/shared/portable/fhirOut.ts'
import { planReferrals, type Incoming } from '../../../src/shared/portable/incoming.ts'
import { readReferralList } from '../../../src/shared/portable/referralList.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aPerson, at, idFor } from '../../support/builders.ts'
import { aBundle } from '../../support/fhir.ts'

const today = '2026-10-22'
const fhir = new Fhir()

function valid(resource: unknown): string[] {
  const { messages } = fhir.validate(resource as object, { errorOnUnexpected: true })
  return messages.filter((one) => one.severity === 'error' || one.severity === 'fatal').map((one) => `${one.location}: ${one.message}`)
}

function read(bundle: unknown): Incoming[] {
  const done = readBundle(JSON.stringify(bundle), today)
  if (!done.ok) throw new Error(done.reason)
  return done.value
}

const nobody = { people: [], referrals: [], episodes: [] }

describe('[E00663] a referral from a practice as a FHIR R4 Bundle', () => {
  test('a Bundle that the fhir package finds valid is read: who, why, when, from whom, and that they agreed', () => {
    const bundle = aBundle()
    expect(valid(bundle)).toEqual([])
    const [one] = read(bundle)
    expect(one).toMatchObject({
      number: 1,
      name: 'Halina Brzezinska',
      problem: null,
      person: {
        givenName: 'Halina',
        familyName: 'Brzezinska',
        knownAs: 'Hala',
        bornOn: '1951-03-08',
        nhsNumber: '9990000018',
        phone: '01632 960 444',
        practice: 'Manor Court Surgery',
        odsCode: 'M84001',
        language: 'pl',
        interpreter: 'Polish',
        ethnicity: 'C',
        address: { lines: '4 Mill Lane', town: 'Nuneaton', postcode: 'CV11 5TW' },
      },
      referral: {
        source: 'practice',
        from: 'Manor Court Surgery',
        odsCode: 'M84001',
        agreed: 'yes',
        urgency: 'routine',
        receivedOn: '2026-10-20',
        reason: 'Lonely since her husband died\nWould like to walk again',
      },
    })
  })

  test('what goes out is valid, and read again it is the same referral', () => {
    const person = aPerson('Jean Oakes', {
      nhsNumber: '9990000018',
      bornOn: '1950-03-04',
      phone: '01632 960001',
      practice: 'Manor Court Surgery',
      odsCode: 'M84001',
      ethnicity: 'C1',
      language: 'en',
      address: { lines: '1 High Street', postcode: 'CV11 5TW' },
    })
    const referral: Entity<'referral'> = {
      id: idFor('referral'),
      personId: person.id,
      source: 'practice',
      from: 'Manor Court Surgery',
      odsCode: 'M84001',
      referrer: 'Dr A Patel',
      receivedOn: '2026-10-19',
      reason: 'Lonely',
      urgency: 'urgent',
      agreed: 'yes',
      at: at('10:00'),
      byId: idFor('Tom'),
    }
    const bundle = bundleOf(referral, person, at('10:00'))
    expect(valid(bundle)).toEqual([])
    const [one] = read(bundle)
    const { id: _, ...sent } = person
    expect(one).toMatchObject({
      problem: null,
      unread: [],
      person: { ...sent, phone: '01632 960 001', ethnicity: 'C' },
      referral: { referrer: 'Dr A Patel', reason: 'Lonely', receivedOn: '2026-10-19', urgency: 'urgent' },
    } as never)
  })

  test('the least that there can be goes out valid too', () => {
    const person = aPerson('Prakash')
    const referral: Entity<'referral'> = {
      id: idFor('least'),
      personId: person.id,
      source: 'self',
      receivedOn: today,
      urgency: 'routine',
      agreed: 'notSaid',
      at: at('10:00'),
      byId: idFor('Tom'),
    }
    expect(valid(bundleOf(referral, person, at('10:00')))).toEqual([])
    expect(read(bundleOf(referral, person, at('10:00')))[0]?.problem).toBe('noAgreement')
  })

  test.each([
    ['a bad NHS number', { nhsNumber: '9434765918' }, 'badNhsNumber'],
    ['a birth date that a spreadsheet made up', { bornOn: '1900-01-01' }, 'badBirthDate'],
    ['a birth date to come', { bornOn: '2027-01-01' }, 'badBirthDate'],
    ['nothing about agreement', { agreed: null }, 'noAgreement'],
    ['a refusal', { agreed: 'deny' }, 'refused'],
    ['somebody who has died', { deceased: true }, 'deceased'],
    ['a referral that was withdrawn', { status: 'revoked' }, 'withdrawn'],
    ['a person who is not in the file', { subject: 'Patient/nobody' }, 'noPerson'],
  ] as const)('[story 39] %s is not imported, and is said', (_what, more, problem) => {
    expect(planReferrals(read(aBundle(more as never)), nobody)).toMatchObject([{ what: 'reject', problem }])
  })

  test('what is not read is named', () => {
    const bundle = aBundle()
    const patient = bundle.entry.find((one) => one.resource['resourceType'] === 'Patient')!
    Object.assign(patient.resource, { maritalStatus: { text: 'widowed' }, gender: 'female' })
    bundle.entry.push({ fullUrl: 'urn:uuid:x', resource: { resourceType: 'Observation', status: 'final', code: { text: 'x' } } })
    expect(read(bundle)[0]?.unread).toEqual(['Patient.maritalStatus', 'Patient.gender', 'Observation'])
  })

  test.each([
    ['not json', 'notJson'],
    ['{"resourceType":"Patient"}', 'notBundle'],
    ['{"resourceType":"Bundle","entry":[]}', 'noReferral'],
    ['{"resourceType":"Bundle","entry":[{"resource":null}]}', 'notBundle'],
    ['[]', 'notBundle'],
  ])('%s is refused with a reason', (text, reason) => expect(readBundle(text, today)).toEqual({ ok: false, reason }))

  test('a resource that is not as the standard has it costs its own entry alone', () => {
    const bundle = aBundle()
    bundle.entry.push({ fullUrl: 'urn:uuid:bad', resource: { resourceType: 'ServiceRequest', status: 7 } as never })
    expect(read(bundle).map((one) => one.problem)).toEqual([null, 'unreadable'])
  })
})

describe('[story 39] what is known already', () => {
  const incoming = read(aBundle())
  const known = { ...aPerson('Halina Brzezinska', { nhsNumber: '9990000018', bornOn: '1951-03-08' }), id: idFor('Halina') }

  test('the same number of the referral comes once', () => {
    const before = { id: idFor('r'), personId: known.id, foreignId: incoming[0]!.referral.foreignId } as Entity<'referral'>
    expect(planReferrals(incoming, { ...nobody, people: [known], referrals: [before] })).toMatchObject([{ what: 'already' }])
  })

  test('somebody with this NHS number gets the referral, attached to their open case', () => {
    const open = { id: idFor('case'), personId: known.id, number: 2 } as Entity<'episode'>
    const closed = { id: idFor('old'), personId: known.id, number: 1, closedOn: '2026-01-01' } as Entity<'episode'>
    expect(planReferrals(incoming, { ...nobody, people: [known], episodes: [closed, open] })).toMatchObject([
      { what: 'known', personId: known.id, episodeId: open.id },
    ])
  })

  test('the same name and birth date alone are a new person, and are said', () => {
    const { nhsNumber: _, ...unnumbered } = known
    expect(planReferrals(incoming, { ...nobody, people: [unnumbered] })).toMatchObject([{ what: 'add', personId: null, maybe: known.id }])
  })

  test('twice in one file is once', () => {
    expect(planReferrals([...incoming, { ...incoming[0]!, number: 9 }], nobody).map((one) => one.problem)).toEqual([null, 'twiceInFile'])
  })
})

test.each(['a', 'b', 'c', 'd'])('each part of a Bundle has an address of its own, also where an id begins with %s', (first) => {
  const beginning = (id: string) => `${first}${id.slice(1)}`
  const person = { ...aPerson('Jean Oakes', { practice: 'Larkfield Surgery' }), id: beginning(idFor('Jean')) }
  const referral = {
    source: 'practice',
    from: 'Larkfield Surgery',
    referrer: 'Dr Bell',
    receivedOn: today,
    urgency: 'routine',
    agreed: 'yes',
  } as const
  const out = bundleOf(
    { ...referral, id: beginning(idFor('referral')), personId: person.id, at: `${today}T09:00:00.000Z`, byId: idFor('Grace') },
    person,
    `${today}T09:00:00.000Z`,
  ) as { entry: { fullUrl: string }[] }
  const addresses = out.entry.map((one) => one.fullUrl)
  expect(addresses.length).toBeGreaterThan(4)
  expect(new Set(addresses).size).toBe(addresses.length)
})

describe('[story 39] a practice’s list', () => {
  const csv = [
    'Name,DOB,NHS number,Phone,Agreed to referral,Reason,Priority,Referral date,Shoe size',
    'Jean Oakes,04/03/1950,999 000 0018,01632 960001,Yes,Lonely,urgent,20/10/2026,5',
    'Stan Whitmore,01/01/1900,,,Yes,Bored,,,',
    'Mavis Oakes,05/06/1944,9434765918,,Yes,,,,',
    'Ray Ellison,05/06/1944,,,,,,,',
    'Ann Bell,05/06/1944,,,No,,,,',
    'Jean Oakes,04/03/1950,999 000 0018,,Yes,,,,',
  ].join('\n')

  test('lines are read or rejected, each with its reason', () => {
    const list = readReferralList(csv, null, today)
    expect(list.unused).toEqual(['Shoe size'])
    expect(planReferrals(list.incoming, nobody).map((one) => [one.number, one.what, one.problem])).toEqual([
      [2, 'add', null],
      [3, 'reject', 'badBirthDate'],
      [4, 'reject', 'badNhsNumber'],
      [5, 'reject', 'noAgreement'],
      [6, 'reject', 'refused'],
      [7, 'reject', 'twiceInFile'],
    ])
    expect(list.incoming[0]).toMatchObject({ person: { nhsNumber: '9990000018' }, referral: { urgency: 'urgent', receivedOn: '2026-10-20' } })
  })

  test('somebody may say what a column holds', () => {
    const list = readReferralList('A,B\nJean Oakes,y', { name: 0, agreed: 1 }, today)
    expect(planReferrals(list.incoming, nobody)).toMatchObject([{ what: 'add', name: 'Jean Oakes' }])
  })
})
