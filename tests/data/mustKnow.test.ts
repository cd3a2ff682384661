import { describe, expect, test } from 'vitest'
import { aPerson, at, idFor } from '../support/builders.ts'
import { walk, id, jean, open, here, know, lines, declare } from './walkWithQuestions.ts'

describe('story 6: what I must know', () => {
  test('only of who is here now: who has not come, or has left, is nobody to know about', async () => {
    const laptop = await open({
      person: [aPerson('Jean Oakes', { alerts: ['Inhaler'], medicine: 'GTN spray, left coat pocket' }), aPerson('Ray Ellison', { alerts: ['Deaf'] })],
    })
    expect(await lines(laptop)).toEqual([])
    await here(laptop, 'Jean Oakes')
    expect(await lines(laptop)).toEqual(['medicine GTN spray, left coat pocket: Jean Oakes', 'alert Inhaler: Jean Oakes'])
    const register = (await laptop.view('register', { sessionId: id }))!
    await laptop.does('leaveEarly', { signInIds: register.here[0]!.signInIds })
    expect(await lines(laptop)).toEqual([])
  })

  test('two with the same alert, however typed, are one line', async () => {
    const laptop = await open({ person: [aPerson('Jean Oakes', { alerts: ['Inhaler'] }), aPerson('Ray Ellison', { alerts: ['Inhaler '] })] })
    await here(laptop, 'Jean Oakes', 'Ray Ellison')
    expect(await lines(laptop)).toEqual(['alert Inhaler: Ray Ellison + Jean Oakes'])
  })

  test('every kind there is, with what was agreed first and no photo last', async () => {
    const laptop = await open({
      person: [
        aPerson('Jean Oakes', {
          medicine: 'EpiPen',
          pleaseDo: 'Face me',
          pleaseDont: 'Touch my arm',
          interpreter: 'BSL',
          mobility: 'Frame',
          accessNeeds: 'Large print',
          photo: 'no',
          ageBand: 'under 18',
        }),
      ],
    })
    await here(laptop, 'Jean Oakes')
    await declare(laptop, { outcome: 'sittingOut', words: 'Hip' })
    expect((await know(laptop)).facts.map((one) => one.kind)).toEqual([
      'sittingOut',
      'medicine',
      'pleaseDont',
      'pleaseDo',
      'interpreter',
      'mobility',
      'accessNeeds',
      'guardian',
      'noPhoto',
    ])
  })

  test('[story 34] a yes to photos runs out by the day, on a facilitator’s laptop that has no agreement and no network', async () => {
    const laptop = await open(
      { person: [aPerson('Jean Oakes', { photo: 'yes', photoUntil: '2026-10-23' }), aPerson('Ray Ellison', { photo: 'yes' })] },
      { name: 'Sam', role: 'facilitator' },
    )
    await here(laptop, 'Jean Oakes', 'Ray Ellison')
    const marked = async () => (await laptop.view('register', { sessionId: id }))!.here.filter((one) => one.noPhoto).map((one) => one.name)
    expect([await lines(laptop), await marked()]).toEqual([[], []])
    laptop.ports.set('08:00', '2026-10-23')
    expect([await lines(laptop), await marked()]).toEqual([['noPhoto : Jean Oakes'], ['Jean Oakes']])
    expect((await laptop.view('person', { personId: jean }))?.photo).toBe('no')
  })

  test('an alert withdrawn by the person is gone at once', async () => {
    const laptop = await open({ person: [aPerson('Jean Oakes', { alerts: ['Inhaler'] })] })
    await here(laptop, 'Jean Oakes')
    await laptop.does('editPerson', { personId: jean, fields: { alerts: [] } })
    expect(await lines(laptop)).toEqual([])
  })

  test('each look at contacts is a row with who, whose and when; the lead reads it on the person’s page', async () => {
    const laptop = await open()
    await laptop.does('recordContactLook', { session: walk, personIds: [jean, idFor('Prakash')], what: 'emergencySheet' })
    laptop.ports.set('11:00')
    await laptop.does('recordContactLook', { session: null, personIds: [jean], what: 'emergencyContact' })
    const looked = async (name: string) =>
      (await laptop.view('person', { personId: idFor(name) }))!.reveals?.map((one) => [one.by, one.at, one.sheet])
    expect(await looked('Jean Oakes')).toEqual([
      ['Tom Ashby', at('11:00'), false],
      ['Tom Ashby', at('10:31'), true],
    ])
    expect(await looked('Prakash')).toEqual([['Tom Ashby', at('10:31'), true]])
    expect(await looked('Ray Ellison')).toEqual([])
  })

  test('who looked is not told on a facilitator’s laptop', async () => {
    const laptop = await open({}, { name: 'Sam', role: 'facilitator' })
    await laptop.does('recordContactLook', { session: null, personIds: [jean], what: 'emergencyContact' })
    expect((await laptop.view('person', { personId: jean }))!.reveals).toBeNull()
  })
})
