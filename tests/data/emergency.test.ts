import { aChange, idFor, stampAt } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'
import { describe, expect, test } from 'vitest'
import { id, jean, karen, known } from './peopleAtTheWalk.ts'

describe('the emergency sheet', () => {
  test('says for everybody who came whom to ring, what to know, and who is still here', async () => {
    const laptop = await laptopWith(known)
    const nobody = { phone: [], alerts: [], contacts: [] }
    expect(await laptop.view('emergency', { sessionId: id })).toEqual({
      sessionId: id,
      people: [
        { personId: idFor('Ray Ellison'), name: 'Ray Ellison', here: false, ...nobody },
        {
          personId: jean,
          name: 'Jean Oakes',
          here: true,
          phone: ['01632 960001'],
          alerts: ['Inhaler'],
          contacts: [{ name: 'Karen', relationship: 'daughter', phones: ['07700 900001'] }],
        },
        { personId: idFor('Prakash'), name: 'Prakash', here: true, ...nobody },
      ],
    })
  })

  test('keeps two numbers that did not see each other, the newest first: in an emergency both are wanted', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('editEmergencyContact', { contactId: karen.id, fields: { phone: '07700 900002' } })
    await laptop.exchange()
    laptop.surgery.tells(
      aChange(
        'emergencyContact',
        karen.id,
        { phone: '07700 900003' },
        {
          stamp: stampAt('10:40', 'Nisha’s laptop'),
          device: idFor('Nisha’s laptop'),
          basedOn: { phone: [stampAt('09:00', 'server')] },
        },
      ),
    )
    await laptop.exchange()
    const phones = async () => (await laptop.view('emergency', { sessionId: id }))?.people[1]?.contacts[0]?.phones
    expect(await phones()).toEqual(['07700 900003', '07700 900002'])
    await laptop.does('editEmergencyContact', { contactId: karen.id, fields: { phone: '07700 900002' } })
    expect(await phones()).toEqual(['07700 900002'])
  })

  test('lists contacts in the order they were written down, also after one was edited', async () => {
    const laptop = await laptopWith({ ...known, emergencyContact: [] })
    const { contactId } = await laptop.does('addEmergencyContact', {
      personId: jean,
      name: 'Karen',
      phone: '07700 900001',
    })
    await laptop.does('addEmergencyContact', { personId: jean, name: 'Paul', phone: '07700 900002' })
    await laptop.does('editEmergencyContact', { contactId, fields: { relationship: 'daughter' } })
    const names = async () => (await laptop.view('emergency', { sessionId: id }))?.people[1]?.contacts.map((one) => one.name)
    expect([await names(), (await laptop.view('person', { personId: jean }))?.contacts.map((one) => one.name)]).toEqual([
      ['Karen', 'Paul'],
      ['Karen', 'Paul'],
    ])
  })

  test('leaves out a contact that was taken off, and one without a number shows none', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('editEmergencyContact', { contactId: karen.id, fields: { removedBecause: 'moved abroad' } })
    expect((await laptop.view('emergency', { sessionId: id }))?.people[1]?.contacts).toEqual([])
  })
})
