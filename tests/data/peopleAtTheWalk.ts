import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, which } from '../support/builders.ts'
import { type Known } from '../support/laptop.ts'

/** A walk with somebody in, somebody who left early, somebody voided and somebody who was never signed up. */
export const walk = which('Walk and Talk')
export const id = sessionId(walk)
export const jean = idFor('Jean Oakes')
export const karen = { id: idFor('Karen'), personId: jean, name: 'Karen', relationship: 'daughter', phone: '07700 900001' }
export const known: Known = {
  group: [aGroup('Walk and Talk', { venueId: idFor('Park') })],
  venue: [{ id: idFor('Park'), name: 'Riversley Park' }],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: [aPerson('Jean Oakes', { phone: '01632 960001', alerts: ['Inhaler'] }), aPerson('Ray Ellison'), aPerson('Nisha Kaur'), aPerson('Prakash')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes'), aMembership('Walk and Talk', 'Ray Ellison'), aMembership('Walk and Talk', 'Nisha Kaur')],
  session: [aSession(walk)],
  signIn: [
    aSignIn('Jean Oakes', '10:31'),
    aSignIn('Prakash', '10:32'),
    aSignIn('Ray Ellison', '10:33', { leftAt: at('11:00') }),
    aSignIn('Nisha Kaur', '10:34', { voidedBecause: 'a mistake', voidedAt: at('10:35') }),
  ],
  emergencyContact: [karen],
}
