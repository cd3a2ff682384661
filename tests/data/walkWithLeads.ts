import { aGroup, aMembership, aPerson, aSession, aSignIn, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

/** A walk whose team has numbers to call, two leads and a facilitator. */
export const walk = which('Walk and Talk')
export const id = sessionId(walk)
export const jean = idFor('Jean Oakes')

export const known: Known = {
  team: [
    {
      id: idFor('team'),
      name: 'Nuneaton North',
      dutyPhone: '01632 960500',
      safeguarding: { name: 'Farida', phone: '01632 960501' },
      safeguardingAlternate: { name: 'Owen', phone: '01632 960502' },
    },
  ],
  group: [aGroup('Walk and Talk', { venueId: idFor('Park'), facilitatorIds: [idFor('Sam')] })],
  venue: [{ id: idFor('Park'), name: 'Riversley Park', meetingPoint: 'bandstand', gridReference: 'SP 361 918' }],
  colleague: [
    { id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' },
    { id: idFor('Nisha'), name: 'Nisha Shah', role: 'lead' },
    { id: idFor('Sam'), name: 'Sam Bright', role: 'facilitator' },
  ],
  person: [aPerson('Jean Oakes')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
  session: [aSession(walk)],
  signIn: [aSignIn('Jean Oakes', '10:30')],
}
export const open = (whose = {}, more: Known = {}) => laptopWith({ ...known, ...more }, whose)
export const pinned = (laptop: TestLaptop) => laptop.view('pinned', null)
