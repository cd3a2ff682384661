import { describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, aSlot, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const jean = idFor('Jean Oakes')
const names = ['Jean Oakes', 'Ray Ellison', 'Nisha Kaur', 'Prakash']

const known: Known = {
  group: [
    aGroup('Walk and Talk', { template: 'walk' }),
    aGroup('Pain Café', { counts: false, template: 'cafe', schedule: [aSlot({ start: '14:00', end: '15:00' })] }),
  ],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: names.map((name) => aPerson(name)),
  membership: names.map((name) => aMembership('Walk and Talk', name)),
}
const open = (more: Known = {}, whose = {}) => laptopWith({ ...known, ...more }, whose)

const here = async (laptop: TestLaptop, ...people: string[]) => {
  for (const name of people) await laptop.does('signInPerson', { session: walk, personId: idFor(name) })
}
const know = async (laptop: TestLaptop) => (await laptop.view('mustKnow', { sessionId: id }))!
const lines = async (laptop: TestLaptop) =>
  (await know(laptop)).facts.map((one) => `${one.kind} ${one.text}: ${one.people.map((each) => each.name).join(' + ')}`)
const noAnswers = { heart: false, dizzy: false, joints: false, toldNotTo: false, pregnant: false, longTerm: false, other: false }

const declare = (laptop: TestLaptop, more: object = {}) =>
  laptop.does('declareHealth', { personId: jean, session: walk, answers: noAnswers, outcome: 'takingPart', signedAs: 'Jean Oakes', ...more })

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
