import { beforeEach, describe, expect, test } from 'vitest'
import { openValues } from '../../../src/shared/changes/row.ts'
import { membershipIdOf } from '../../../src/shared/std/ids.ts'
import { aGroup, aMembership, aPerson, idFor, stampAt } from '../../support/builders.ts'
import { Acting } from './acting.ts'

const jean = idFor('Jean Oakes')
const walk = idFor('Walk and Talk')
const since = '2026-10-22'
const contact = { id: idFor('Karen'), personId: jean, name: 'Karen', phone: '07700 900001', relationship: 'daughter' }
const nishas = stampAt('09:30', 'Nisha’s laptop')

let worker: Acting
beforeEach(() => {
  worker = new Acting()
    .with('group', aGroup('Walk and Talk'))
    .with('person', aPerson('Jean Oakes', { phone: '01632 960001', address: { lines: '1 Alder Way', town: 'Nuneaton' } }))
})
const phones = () => openValues(worker.row('person', jean)!, 'phone').map((one) => one.value)

describe('what is new about a person', () => {
  test('is all that is written, with the values it replaces', () => {
    expect(
      worker.decide('editPerson', {
        personId: jean,
        fields: { phone: '01632 960002', familyName: 'Oakes', practice: 'Larkfield' },
      }),
    ).toEqual({
      ok: true,
      value: {
        answer: null,
        drafts: [
          {
            record: 'person',
            row: jean,
            fields: { phone: '01632 960002', practice: 'Larkfield' },
            basedOn: { phone: [stampAt('09:00', 'server')] },
          },
        ],
      },
    })
  })

  test('is nothing when the form was saved as it stood, in whatever order the address was stored', () => {
    const fields = {
      givenName: 'Jean',
      phone: '01632 960001',
      address: { town: 'Nuneaton', lines: '1 Alder Way' },
      email: undefined,
    }
    expect(worker.decide('editPerson', { personId: jean, fields: fields as never })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
  })

  test('settles two numbers, even by the one that is shown', () => {
    worker.hears('person', jean, { phone: '01632 960009' }, nishas)
    expect(phones()).toEqual(['01632 960009', '01632 960001'])
    worker.does('editPerson', { personId: jean, fields: { phone: '01632 960009' } })
    expect(phones()).toEqual(['01632 960009'])
  })

  test('leaves the other field’s two values alone', () => {
    worker.hears('person', jean, { phone: '01632 960009' }, nishas)
    worker.does('editPerson', { personId: jean, fields: { address: { town: 'Bedworth' } } })
    expect([phones().length, worker.sees('person', jean)?.address]).toEqual([2, { town: 'Bedworth' }])
  })

  test('may be that they would rather not say, or that there is none', () => {
    worker.does('editPerson', { personId: jean, fields: { bornOn: null, email: '', familyName: '' } })
    expect(worker.sees('person', jean)).toMatchObject({ bornOn: null, email: '', familyName: '' })
  })

  test.each(['', '   ', '\u00a0'])('is never a name of nothing: %j', (givenName) => {
    expect(worker.decide('editPerson', { personId: jean, fields: { givenName } })).toEqual({
      ok: false,
      reason: 'nameMissing',
    })
  })

  test('is refused for nobody, and for what no field takes', () => {
    expect(worker.decide('editPerson', { personId: idFor('nobody'), fields: { phone: '1' } })).toEqual({
      ok: false,
      reason: 'noSuchPerson',
    })
    expect(worker.decide('editPerson', { personId: jean, fields: { bornOn: '31/12/1950' } })).toEqual({
      ok: false,
      reason: 'badInput',
    })
    expect(worker.decide('editPerson', { personId: jean, fields: { photo: 'maybe' } as never })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })

  test('cannot smuggle in a field of another kind', () => {
    expect(worker.decide('editPerson', { personId: jean, fields: { importId: idFor('x'), shoeSize: 7 } as never })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
  })
})

describe('a person from the office', () => {
  test('is added, and to a group if one is named', () => {
    expect(worker.decide('addPerson', { fields: { givenName: ' Prakash ', phone: '01632 960003' }, groupId: walk, since })).toEqual({
      ok: true,
      value: {
        answer: { personId: idFor('new 1') },
        drafts: [
          { record: 'person', row: idFor('new 1'), fields: { givenName: 'Prakash', phone: '01632 960003' } },
          {
            record: 'membership',
            row: membershipIdOf(walk, idFor('new 1')),
            fields: { groupId: walk, personId: idFor('new 1'), since },
          },
        ],
      },
    })
    const alone = worker.decide('addPerson', { fields: { givenName: 'Nisha' }, since })
    expect(alone.ok && alone.value.drafts.length).toBe(1)
  })

  test.each([{}, { givenName: '' }, { givenName: '  ' }])('needs a name: %j', (fields) => {
    expect(worker.decide('addPerson', { fields, since })).toEqual({ ok: false, reason: 'nameMissing' })
  })
})

describe('whom to ring', () => {
  test('is added to a person', () => {
    expect(worker.does('addEmergencyContact', { personId: jean, name: ' Karen ', phone: ' 07700 900001 ', relationship: '' })).toEqual({
      ok: true,
      value: { contactId: idFor('new 1') },
    })
    expect(worker.sees('emergencyContact', idFor('new 1'))).toEqual({
      id: idFor('new 1'),
      personId: jean,
      name: 'Karen',
      phone: '07700 900001',
    })
  })

  test('needs a person and a number', () => {
    expect(worker.decide('addEmergencyContact', { personId: idFor('nobody'), name: 'Karen', phone: '07700 900001' })).toEqual({
      ok: false,
      reason: 'noSuchPerson',
    })
    expect(worker.decide('addEmergencyContact', { personId: jean, name: 'Karen', phone: ' ' })).toEqual({
      ok: false,
      reason: 'badInput',
    })
  })

  test('keeps both numbers of two laptops until somebody has seen both', () => {
    worker.with('emergencyContact', contact).hears('emergencyContact', contact.id, { phone: '07700 900009' }, nishas)
    const row = () => worker.row('emergencyContact', contact.id)!
    expect(openValues(row(), 'phone').map((one) => one.value)).toEqual(['07700 900009', '07700 900001'])
    worker.does('editEmergencyContact', { contactId: contact.id, fields: { phone: '07700 900001' } })
    expect(openValues(row(), 'phone').map((one) => one.value)).toEqual(['07700 900001'])
  })

  test('is changed, and taken off the list with a reason', () => {
    worker.with('emergencyContact', contact).does('editEmergencyContact', {
      contactId: contact.id,
      fields: { relationship: 'niece', removedBecause: 'moved abroad' },
    })
    expect(worker.sees('emergencyContact', contact.id)).toEqual({
      ...contact,
      relationship: 'niece',
      removedBecause: 'moved abroad',
    })
  })

  test('is not changed by nothing, nor where there is none', () => {
    expect(worker.decide('editEmergencyContact', { contactId: idFor('none'), fields: { name: 'x' } })).toEqual({
      ok: false,
      reason: 'noSuchPerson',
    })
    expect(worker.with('emergencyContact', contact).decide('editEmergencyContact', { contactId: contact.id, fields: {} })).toEqual({
      ok: false,
      reason: 'nothingChanged',
    })
  })
})

describe('importing members', () => {
  const row = (name: string, more: object = {}) => ({ line: 2, fields: { givenName: name }, ...more })

  test('writes each person with contact and membership, all of one import', () => {
    const people = [row('Prakash', { contacts: [{ name: 'Mina', phone: '07700 900002', relationship: 'wife' }] })]
    expect(worker.decide('importMembers', { groupId: walk, since, people })).toEqual({
      ok: true,
      value: {
        answer: { added: 1, joined: 1, filled: 0, importId: idFor('new 1') },
        drafts: [
          { record: 'person', row: idFor('new 2'), fields: { givenName: 'Prakash', importId: idFor('new 1') } },
          {
            record: 'emergencyContact',
            row: idFor('new 3'),
            fields: { personId: idFor('new 2'), name: 'Mina', phone: '07700 900002', relationship: 'wife' },
          },
          {
            record: 'membership',
            row: membershipIdOf(walk, idFor('new 2')),
            fields: { groupId: walk, personId: idFor('new 2'), since, importId: idFor('new 1') },
          },
        ],
      },
    })
  })

  test('lets somebody known join, and does not write them twice', () => {
    const decision = worker.decide('importMembers', {
      groupId: walk,
      since,
      people: [row('Jean', { fields: {}, knownId: jean, contacts: [{ name: 'Karen', phone: '07700 900001' }] })],
    })
    expect(decision).toMatchObject({ ok: true, value: { answer: { added: 0, joined: 1, filled: 1 } } })
    expect(decision.ok && decision.value.drafts.map((draft) => [draft.record, draft.fields['importId']])).toEqual([
      ['emergencyContact', undefined],
      ['membership', idFor('new 1')],
    ])
  })

  test('leaves a member a member', () => {
    worker.with('membership', aMembership('Walk and Talk', 'Jean Oakes'))
    expect(worker.decide('importMembers', { groupId: walk, since, people: [row('Jean', { fields: {}, knownId: jean })] })).toMatchObject({
      ok: true,
      value: { drafts: [], answer: { joined: 0 } },
    })
  })

  test('takes back somebody who had left, and can be undone again', () => {
    worker.with('membership', aMembership('Walk and Talk', 'Jean Oakes', { endedOn: '2026-01-01' }))
    worker.does('importMembers', { groupId: walk, since, people: [row('Jean', { fields: {}, knownId: jean })] })
    expect(worker.sees('membership', membershipIdOf(walk, jean))).toEqual(
      aMembership('Walk and Talk', 'Jean Oakes', { endedOn: null, importId: idFor('new 1') }),
    )
  })

  test('is refused whole when one line would be held at the surgery', () => {
    for (const fields of [
      { givenName: '' },
      {},
      { givenName: 'x'.repeat(101) },
      { givenName: 'Jean', shoeSize: 7 },
      { givenName: 'Jean', bornOn: 'then' },
    ]) {
      expect(worker.decide('importMembers', { groupId: walk, since, people: [row('Prakash'), { line: 3, fields }] as never })).toEqual({
        ok: false,
        reason: 'badInput',
      })
    }
    expect(
      worker.decide('importMembers', {
        groupId: walk,
        since,
        people: [row('Prakash', { contacts: [{ name: 'x'.repeat(201), phone: '1' }] })],
      }),
    ).toEqual({ ok: false, reason: 'badInput' })
  })

  test('into no group is refused', () => {
    expect(worker.decide('importMembers', { groupId: idFor('none'), since, people: [] })).toEqual({
      ok: false,
      reason: 'noSuchGroup',
    })
  })

  test('is undone by removing its people and ending its memberships', () => {
    worker.does('importMembers', { groupId: walk, since, people: [row('Prakash')] })
    const membership = membershipIdOf(walk, idFor('new 2'))
    worker.does('undoImport', { people: [idFor('new 2')], memberships: [membership], endedOn: since })
    expect([worker.sees('person', idFor('new 2'))?.removedBecause, worker.sees('membership', membership)?.endedOn]).toEqual([
      'the import was undone',
      since,
    ])
  })
})
