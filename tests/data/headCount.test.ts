import { describe, expect, test } from 'vitest'
import { aGroup, aHeadCount, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../support/builders.ts'
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
