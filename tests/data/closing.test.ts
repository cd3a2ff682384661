import { aGroup, aHeadCount, aSession, aSlot, at, idFor, which } from '../support/builders.ts'
import { laptopWith, type Known } from '../support/laptop.ts'
import { describe, expect, test } from 'vitest'
import { walk, id, jean, known } from './peopleAtTheWalk.ts'

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
    const next = async (more: Known) => (await (await laptopWith({ ...known, ...more })).view('closing', { sessionId: id }))?.next
    expect(
      await next({
        session: [aSession(walk), aSession(which('Walk and Talk', '2026-10-29'), { cancelledBecause: 'Half term' })],
      }),
    ).toBe('2026-11-05')
    expect(await next({ group: [aGroup('Walk and Talk', { state: 'closed' })] })).toBeNull()
    expect(await next({ group: [aGroup('Walk and Talk', { schedule: [aSlot({ until: '2026-10-22' })] })] })).toBeNull()
  })
})
