import { aMembership, aPerson, aSession, at, idFor, sessionId, which, type Known } from '../support/builders.ts'
import { aCase, anIntroduction, anOffer, aService } from '../support/cases.ts'
import { priya } from './office.ts'

/** Who is looked after, and what the practice said of him. */
export const thomas = 'Arthur Penrose'
const checkedBy = { checkedBy: priya, checkedWith: 'Whoever answered' }

/** A person with an open case, what they were offered, and a directory with something of each kind. */
export function aMatch(): Known {
  const personId = idFor(thomas)
  const byUs = { at: at('09:00', '2026-09-24'), byId: priya }
  return {
    person: [
      aPerson(thomas, {
        address: { lines: '9 Mill Walk', town: 'Nuneaton', postcode: 'CV10 7AA' },
        ageBand: '70 to 79',
        phone: '01632 960 177',
        mobility: 'Walks with a frame',
      }),
    ],
    episode: [aCase(thomas, { openedOn: '2026-09-24' })],
    referral: [
      {
        id: idFor('referral of Arthur'),
        personId,
        episodeId: aCase(thomas).id,
        source: 'practice',
        from: 'Riversley Road Surgery',
        receivedOn: '2026-09-24',
        reason: 'Lonely since his wife died. Would like to get out more.',
        needs: ['company', 'movement', 'bereavement'],
        urgency: 'routine',
        agreed: 'yes',
        ...byUs,
      },
    ],
    service: [
      details('Walk and Talk', {
        needs: ['company', 'movement', 'lowMood'],
        suits: ['firstTimers', 'anxious'],
        access: ['toilets', 'parking'],
        bring: 'Flat shoes, and a coat if it looks like rain',
        transport: 'Bus 48 stops at the gate.',
        firstVisit: 'Somebody meets you at the bandstand\nWe walk once round the lake, as slowly as you like\nThen we have tea in the café',
      }),
      details('Seated Exercise', { needs: ['movement', 'pain'], suits: ['walkingAid', 'frail'], access: ['stepFree', 'seating'] }),
      aService('Bereavement Friends', {
        organiser: 'Mary Ann Trust',
        needs: ['bereavement', 'company'],
        suits: ['bereaved', 'walkingAid'],
        access: ['stepFree'],
        free: false,
        pence: 250,
        times: [{ day: 'TU', from: '14:00', until: '16:00' }],
        address: 'Friends Meeting House',
        town: 'Nuneaton',
        postcode: 'CV11 5AA',
        contactName: 'Mags',
        phone: '01632 960 610',
        checkedOn: '2026-10-10',
        ...checkedBy,
      }),
      aService('Men’s Shed', {
        organiser: 'Attleborough Shed',
        needs: ['company'],
        onlyFor: 'men',
        vacancy: 'waitingList',
        town: 'Nuneaton',
        postcode: 'CV11 4JT',
        free: true,
        times: [{ day: 'WE', from: '09:30', until: '12:30' }],
        checkedOn: '2026-03-02',
        ...checkedBy,
      }),
      aService('Swimming for over 60s', {
        needs: ['movement'],
        vacancy: 'notKnown',
        town: 'Birmingham',
        postcode: 'B1 1AA',
        free: false,
        pence: 450,
        times: [{ day: 'TH', from: '10:00', until: '11:00' }],
      }),
      aService('Debt help line', { needs: ['debt'], access: ['online'], free: true, checkedOn: '2026-10-20', ...checkedBy }),
    ],
    offer: [
      anOffer(thomas, 'Pain Café', { offeredOn: '2026-09-25', state: 'declined', because: 'notForMe', answeredOn: '2026-09-25', needs: ['company'] }),
      anOffer(thomas, 'Tea Dance', { offeredOn: '2026-10-01', state: 'accepted', answeredOn: '2026-10-02' }),
    ],
    session: ['2026-10-07', '2026-10-14'].map((date) => aSession(which('Tea Dance', date), { closedAt: at('16:05', date), closedBy: priya })),
    signIn: ['2026-10-07', '2026-10-14'].map((date) => ({
      id: idFor(`Pat at the dance ${date}`),
      sessionId: sessionId(which('Tea Dance', date)),
      personId: idFor('Pat Lomas'),
      arrivedAt: at('14:02', date),
      how: 'facilitator' as const,
      byId: priya,
    })),
  }
}

/** Somebody who comes to the walk for the first time today. */
export function aFirstTime(): Known {
  return {
    person: [aPerson('Olwen Price', { ageBand: '70 to 79' })],
    membership: [aMembership('Walk and Talk', 'Olwen Price', { since: '2026-10-20' })],
    introduction: [
      anIntroduction('Olwen Price', 'Walk and Talk', {
        referredBy: idFor('Marcus Bright'),
        knowsId: idFor('Marcus Bright'),
        firstOn: '2026-10-22',
        at: at('15:00', '2026-10-20'),
      }),
    ],
  }
}

function details(group: string, more: Parameters<typeof aService>[1]) {
  return aService(`${group}, in the directory`, { kind: 'own', groupId: idFor(group), free: true, ...more })
}
