import { describe, expect, test } from 'vitest'
import {
  aChange,
  aGroup,
  aHeadCount,
  aMembership,
  aPerson,
  aSession,
  aSignIn,
  aSlot,
  at,
  idFor,
  sessionId,
  stampAt,
  which,
} from '../support/builders.ts'
import { laptopWith, type Known } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')
const karen = { id: idFor('Karen'), personId: jean, name: 'Karen', relationship: 'daughter', phone: '07700 900001' }
const known: Known = {
  group: [aGroup('Walk and Talk', { venueId: idFor('Park') })],
  venue: [{ id: idFor('Park'), name: 'Riversley Park' }],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: [
    aPerson('Jean Oakes', { phone: '01632 960001', alerts: ['Inhaler'] }),
    aPerson('Ray Ellison'),
    aPerson('Nisha Kaur'),
    aPerson('Prakash'),
  ],
  membership: [
    aMembership('Walk and Talk', 'Jean Oakes'),
    aMembership('Walk and Talk', 'Ray Ellison'),
    aMembership('Walk and Talk', 'Nisha Kaur'),
  ],
  session: [aSession(walk)],
  signIn: [
    aSignIn('Jean Oakes', '10:31'),
    aSignIn('Prakash', '10:32'),
    aSignIn('Ray Ellison', '10:33', { leftAt: at('11:00') }),
    aSignIn('Nisha Kaur', '10:34', { voidedBecause: 'a mistake', voidedAt: at('10:35') }),
  ],
  emergencyContact: [karen],
}

describe('counting heads', () => {
  test('lists who should be there by family name, and which count is next', async () => {
    const laptop = await laptopWith({ ...known, headCount: [aHeadCount('out', 2, 2, '10:40', { missingIds: [jean] })] })
    expect(await laptop.view('headCount', { sessionId: id })).toEqual({
      sessionId: id,
      which: walk,
      group: 'Walk and Talk',
      place: 'Riversley Park',
      next: 'halfway',
      moments: ['out', 'halfway', 'back'],
      babies: null,
      assistanceDogs: 0,
      expected: [
        { personId: jean, name: 'Jean Oakes', heads: 1, companion: null },
        { personId: idFor('Prakash'), name: 'Prakash', heads: 1, companion: null },
      ],
      counts: [{ moment: 'out', counted: 2, expected: 2, at: '10:40', by: 'Tom Ashby', missing: [{ personId: jean, name: 'Jean Oakes' }], babies: null, agrees: false, because: null }],
    })
  })

  test('follows each count and its taking back', async () => {
    const laptop = await laptopWith(known)
    const next = async () => (await laptop.view('headCount', { sessionId: id }))?.next
    const { headCountId } = await laptop.does('recordHeadCount', {
      session: walk,
      moment: 'out',
      counted: 2,
      missingIds: [],
    })
    expect(await next()).toBe('halfway')
    await laptop.does('voidHeadCount', { headCountId, because: 'counted the dog' })
    expect(await next()).toBe('out')
  })

  test('is nothing where there is no session', async () => {
    const laptop = await laptopWith(known)
    expect([
      await laptop.view('headCount', { sessionId: idFor('x') }),
      await laptop.view('closing', { sessionId: idFor('x') }),
      await laptop.view('emergency', { sessionId: idFor('x') }),
    ]).toEqual([null, null, null])
  })
})

describe('closing', () => {
  test('says what is missing before it is signed off', async () => {
    const laptop = await laptopWith({ ...known, headCount: [aHeadCount('out', 3, 2, '10:40')] })
    await laptop.does('addNote', { aboutId: id, text: 'A heron' })
    const out = { moment: 'out', counted: 3, expected: 2, at: '10:40', by: 'Tom Ashby', missing: [], babies: null, agrees: false, because: null }
    expect(await laptop.view('closing', { sessionId: id })).toEqual({
      sessionId: id,
      which: walk,
      group: 'Walk and Talk',
      date: '2026-10-22',
      here: 2,
      left: 1,
      newcomers: [
        {
          personId: idFor('Ray Ellison'),
          name: 'Ray Ellison',
          missing: ['birth', 'phone', 'postcode', 'practice', 'emergencyContact'],
        },
        { personId: jean, name: 'Jean Oakes', missing: ['birth', 'postcode', 'practice'] },
        {
          personId: idFor('Prakash'),
          name: 'Prakash',
          missing: ['familyName', 'birth', 'phone', 'postcode', 'practice', 'emergencyContact'],
        },
      ],
      notRecorded: [{ personId: idFor('Nisha Kaur'), name: 'Nisha Kaur' }],
      apologies: 0,
      absent: 0,
      heads: { people: 2, others: 0, babies: 0, assistanceDogs: 0 },
      countsMissing: ['halfway', 'back'],
      mismatch: out,
      gaps: [out],
      notes: [{ id: expect.any(String) as string, kind: null, text: 'A heron', at: at('10:31'), by: 'Tom Ashby' }],
      closed: null,
      next: '2026-10-29',
    })
  })

  test('a half-way gap stands with its explanation when a later count agrees', async () => {
    const laptop = await laptopWith(known)
    const count = (moment: 'halfway' | 'back', counted: number, because?: null | 'helper') =>
      laptop.does('recordHeadCount', { session: walk, moment, counted, missingIds: [], ...(because === undefined ? {} : { because }) })
    await count('halfway', 1, null)
    await count('back', 2)
    const view = await laptop.view('closing', { sessionId: id })
    expect(view?.mismatch).toBeNull()
    expect(view?.gaps).toMatchObject([{ moment: 'halfway', counted: 1, expected: 2, because: null }])
    await count('halfway', 3, 'helper')
    expect((await laptop.view('closing', { sessionId: id }))?.gaps).toMatchObject([{ counted: 3, because: 'helper' }])
  })

  test('asks a café for no counts', async () => {
    const laptop = await laptopWith({
      ...known,
      group: [aGroup('Walk and Talk', { counts: false })],
      headCount: [aHeadCount('out', 3, 2, '10:40')],
    })
    expect(await laptop.view('closing', { sessionId: id })).toMatchObject({ countsMissing: [], mismatch: null, gaps: [] })
  })

  test('says when, who and why it was closed', async () => {
    const laptop = await laptopWith({ ...known, headCount: [aHeadCount('back', 3, 2, '11:50')] })
    await laptop.does('closeSession', { session: walk, mismatchReason: 'Ray took the bus' })
    expect((await laptop.view('closing', { sessionId: id }))?.closed).toEqual({
      at: at('10:31'),
      by: 'Tom Ashby',
      reason: 'Ray took the bus',
    })
    await laptop.does('reopenSession', { session: walk, because: 'too early' })
    expect((await laptop.view('closing', { sessionId: id }))?.closed).toBeNull()
  })

  test('names the next date that was not called off, and none of a group that has ended', async () => {
    const next = async (more: Known) =>
      (await (await laptopWith({ ...known, ...more })).view('closing', { sessionId: id }))?.next
    expect(
      await next({
        session: [aSession(walk), aSession(which('Walk and Talk', '2026-10-29'), { cancelledBecause: 'Half term' })],
      }),
    ).toBe('2026-11-05')
    expect(await next({ group: [aGroup('Walk and Talk', { state: 'closed' })] })).toBeNull()
    expect(await next({ group: [aGroup('Walk and Talk', { schedule: [aSlot({ until: '2026-10-22' })] })] })).toBeNull()
  })
})

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
    const names = async () =>
      (await laptop.view('emergency', { sessionId: id }))?.people[1]?.contacts.map((one) => one.name)
    expect([await names(), (await laptop.view('person', { personId: jean }))?.contacts.map((one) => one.name)]).toEqual(
      [
        ['Karen', 'Paul'],
        ['Karen', 'Paul'],
      ],
    )
  })

  test('leaves out a contact that was taken off, and one without a number shows none', async () => {
    const laptop = await laptopWith(known)
    await laptop.does('editEmergencyContact', { contactId: karen.id, fields: { removedBecause: 'moved abroad' } })
    expect((await laptop.view('emergency', { sessionId: id }))?.people[1]?.contacts).toEqual([])
  })
})
