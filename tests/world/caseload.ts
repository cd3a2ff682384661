import type { Entity } from '../../src/shared/records/index.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { codedEventIdOf, episodeIdOf, planIdOf } from '../../src/shared/std/ids.ts'
import { aPerson, aSession, aSignIn, at, idFor, sessionId, thursday, which, type Known } from '../support/builders.ts'

const priya = idFor('Priya Nair')
const marcus = idFor('Marcus Bright')
const ago = (days: number) => addDays(thursday, -days)
const signed = { at: at('09:00', ago(20)), byId: priya }

/** People who were referred, with what is known of them. All invented; NHS numbers of the 999 range. */
const people: Entity<'person'>[] = [
  aPerson('Maureen Fletcher', {
    bornOn: '1947-06-14',
    phone: '07700 900 401',
    nhsNumber: '9990000018',
    address: { lines: '14 Attleborough Road', town: 'Nuneaton', postcode: 'CV11 4JP' },
  }),
  aPerson('Kamil Nowak', { bornOn: '1985-02-03', phone: '07700 900 402', interpreter: 'Polish', address: { postcode: 'CV12 8AB' } }),
  aPerson('Tegan Price', { bornOn: '2009-05-20', phone: '07700 900 403', address: { postcode: 'B1 1AA' } }),
  aPerson('Leonard Whitcombe', { bornOn: '1939-11-30' }),
  aPerson('Shanice Roberts', { bornOn: '1994-08-08', phone: '07700 900 405' }),
  aPerson('Harbhajan Gill', { bornOn: '1958-01-17', phone: '07700 900 406', accessNeeds: 'Large print; a seat near the door' }),
  aPerson('Bernadette O’Malley-Featherstonehaugh', { bornOn: '1951-04-03', phone: '07700 900 407' }),
  aPerson('Colm Rafferty', { bornOn: '1966-12-24', phone: '07700 900 408' }),
]

function referral(name: string, days: number, more: Partial<Entity<'referral'>> = {}): Entity<'referral'> {
  return {
    id: idFor(`referral of ${name}`),
    personId: idFor(name),
    source: 'practice',
    from: 'Riversley Surgery',
    odsCode: 'M84001',
    referrer: 'Dr Ahmed Saleh',
    referrerRole: 'GP',
    receivedOn: ago(days),
    urgency: 'routine',
    agreed: 'yes',
    ...signed,
    ...more,
  }
}

/** A case of somebody: opened, owned, with the referral it came by. */
function aCase(name: string, days: number, owner: string | null, more: Partial<Entity<'episode'>> = {}): Known {
  const personId = idFor(name)
  const episodeId = episodeIdOf(personId, 1)
  const accepted = { decided: 'accepted', decidedAt: at('09:30', ago(days - 2)), decidedBy: priya, episodeId } as const
  return {
    episode: [{ id: episodeId, personId, number: 1, openedOn: ago(days - 2), ...signed, ...more }],
    referral: [
      referral(name, days, {
        ...accepted,
        importId: idFor('the list of October'),
        reason: 'Lonely, and does not go out any more',
        needs: ['company', 'movement'],
      }),
    ],
    assignment: owner ? [{ id: idFor(`owner of ${name}`), personId, episodeId, ownerId: owner, ...signed }] : [],
    codedEvent: [{ id: codedEventIdOf(episodeId, 'referred'), personId, episodeId, code: 'referred', on: ago(days - 2), ...signed }],
  }
}

function contact(name: string, days: number, time: string, more: Partial<Entity<'caseContact'>> = {}): Entity<'caseContact'> {
  const personId = idFor(name)
  const on = at(time, ago(days))
  return {
    id: idFor(`${name} ${days} ${time}`),
    personId,
    episodeId: episodeIdOf(personId, 1),
    how: 'call',
    came: 'noAnswer',
    on,
    at: on,
    byId: priya,
    ...more,
  }
}

/** The inbox: one with words of crisis, one under 18 and out of area, one with too little to go on. */
const toAnswer: Entity<'referral'>[] = [
  referral('Kamil Nowak', 1, {
    urgency: 'urgent',
    reason: 'Lost his job in August. His wife says he told her he does not want to live like this and that he wants to die.',
    needs: ['work', 'money', 'lowMood'],
    wants: 'Somebody to talk to in Polish',
    contactBy: 'phone',
    contactWords: 'After four, not on Fridays',
    riskToPerson: 'Seen by his GP yesterday',
  }),
  referral('Tegan Price', 9, {
    source: 'service',
    from: 'Nuneaton Youth Hub',
    reason: 'Wants to meet people her age',
    needs: ['company', 'anxietyMixing'],
    agreed: 'notSaid',
  }),
  referral('Leonard Whitcombe', 16, { importId: idFor('the list of October'), from: 'Chase Practice', reason: '', needs: [] }),
]

const maureen = 'Maureen Fletcher'
const walkLastWeek = which('Walk and Talk', ago(7))

/** Two caseloads and an inbox, as a team has them on a Thursday in October. */
export function aCaseload(): Known {
  const parts = [
    aCase(maureen, 41, priya, { startedOn: ago(30), nextAction: 'Go along to Seated Exercise with her', nextActionOn: ago(1) }),
    aCase('Shanice Roberts', 12, priya, { nextAction: 'First visit', nextActionOn: thursday }),
    aCase('Harbhajan Gill', 22, priya),
    aCase('Bernadette O’Malley-Featherstonehaugh', 60, marcus, { startedOn: ago(44), wantsOther: 'Would rather speak to a woman' }),
    aCase('Colm Rafferty', 6, null),
  ]
  const all = (record: keyof Known) => parts.flatMap((part) => (part[record] ?? []) as never[])
  const maureenCase = episodeIdOf(idFor(maureen), 1)
  return {
    person: people,
    episode: all('episode'),
    referral: [...all('referral'), ...toAnswer],
    assignment: all('assignment'),
    codedEvent: all('codedEvent'),
    caseContact: [
      contact(maureen, 34, '11:00'),
      contact(maureen, 30, '14:00', {
        how: 'visit',
        came: 'spoke',
        minutes: 55,
        words: 'Her husband died in May. She has not been out but for the shop. She laughed about the dog next door.',
        agreed: 'She tries a walk, and I come along the first time',
      }),
      contact(maureen, 5, '10:10', { came: 'message' }),
      ...[14, 9, 2].map((days) => contact('Harbhajan Gill', days, '16:00')),
    ],
    plan: [{ id: planIdOf(maureenCase), personId: idFor(maureen), episodeId: maureenCase, reviewOn: ago(3), ...signed }],
    timeAway: [
      { id: idFor('Marcus is away'), colleagueId: marcus, from: ago(1), until: addDays(thursday, 5), coverId: null, note: 'Leave', ...signed },
    ],
    session: [aSession(walkLastWeek)],
    signIn: [aSignIn(maureen, '10:31', { sessionId: sessionId(walkLastWeek), arrivedAt: at('10:31', ago(7)), byId: priya })],
  }
}
