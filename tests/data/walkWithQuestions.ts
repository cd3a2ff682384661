import { aGroup, aMembership, aPerson, aSlot, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

/** A walk at which one may ask what is to be known of whom. */
export const walk = which('Walk and Talk')
export const id = sessionId(walk)
export const jean = idFor('Jean Oakes')
export const names = ['Jean Oakes', 'Ray Ellison', 'Nisha Kaur', 'Prakash']

export const known: Known = {
  group: [
    aGroup('Walk and Talk', { template: 'walk' }),
    aGroup('Pain Café', { counts: false, template: 'cafe', schedule: [aSlot({ start: '14:00', end: '15:00' })] }),
  ],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: names.map((name) => aPerson(name)),
  membership: names.map((name) => aMembership('Walk and Talk', name)),
}
export const open = (more: Known = {}, whose = {}) => laptopWith({ ...known, ...more }, whose)

export const here = async (laptop: TestLaptop, ...people: string[]) => {
  for (const name of people) await laptop.does('signInPerson', { session: walk, personId: idFor(name) })
}
export const know = async (laptop: TestLaptop) => (await laptop.view('mustKnow', { sessionId: id }))!
export const lines = async (laptop: TestLaptop) =>
  (await know(laptop)).facts.map((one) => `${one.kind} ${one.text}: ${one.people.map((each) => each.name).join(' + ')}`)
export const noAnswers = { heart: false, dizzy: false, joints: false, toldNotTo: false, pregnant: false, longTerm: false, other: false }

export const declare = (laptop: TestLaptop, more: object = {}) =>
  laptop.does('declareHealth', { personId: jean, session: walk, answers: noAnswers, outcome: 'takingPart', signedAs: 'Jean Oakes', ...more })
