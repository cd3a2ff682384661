import { aHeadCount, idFor } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'
import { describe, expect, test } from 'vitest'
import { walk, id, jean, known } from './peopleAtTheWalk.ts'

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
      counts: [
        {
          moment: 'out',
          counted: 2,
          expected: 2,
          at: '10:40',
          by: 'Tom Ashby',
          missing: [{ personId: jean, name: 'Jean Oakes' }],
          babies: null,
          agrees: false,
          because: null,
        },
      ],
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
