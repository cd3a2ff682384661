import { expect, test } from 'vitest'
import { episodeIdOf, planIdOf } from '../../src/shared/std/ids.ts'
import { aGroup, aPerson, idFor } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const jean = idFor('Jean Oakes')
const episodeId = episodeIdOf(jean, 1)
const by = { at: '2026-10-01T10:00:00.000Z', byId: idFor('Grace') }
const ofCase = { personId: jean, episodeId, ...by }

const known = {
  person: [aPerson('Jean Oakes')],
  group: [aGroup('Walk and Talk')],
  colleague: [{ id: idFor('Grace'), name: 'Grace Mbeki', role: 'linkWorker' as const }],
  referral: [
    {
      id: idFor('referral'),
      personId: jean,
      source: 'practice' as const,
      from: 'Larkfield Surgery',
      reason: 'Sees nobody for days',
      needs: ['company'],
      receivedOn: '2026-09-01',
      urgency: 'routine' as const,
      agreed: 'yes' as const,
      ...by,
    },
  ],
  episode: [{ id: episodeId, personId: jean, number: 1, openedOn: '2026-09-03', nextAction: 'Call her', nextActionOn: '2026-10-30', ...by }],
  assignment: [{ id: idFor('assignment'), ownerId: idFor('Grace'), ...ofCase }],
  caseContact: [{ id: idFor('call'), how: 'call' as const, came: 'noAnswer' as const, on: '2026-09-05T23:30:00.000Z', ...ofCase }],
  plan: [{ id: planIdOf(episodeId), important: 'A reason to get up', agreedOn: '2026-09-20', ...ofCase }],
  planGoal: [
    { id: idFor('goal'), personId: jean, planId: planIdOf(episodeId), words: 'Two names to say hello to', outcome: 'working' as const, ...by },
  ],
  offer: [
    { id: idFor('offer'), groupId: idFor('Walk and Talk'), offeredOn: '2026-09-20', answeredOn: '2026-09-21', state: 'accepted' as const, ...ofCase },
    {
      id: idFor('mistake'),
      groupId: idFor('Walk and Talk'),
      offeredOn: '2026-09-20',
      state: 'declined' as const,
      voidedBecause: 'a mistake',
      ...ofCase,
    },
  ],
}

test('the story of a person says why they came, what matters to them, who supports them, and what was done', async () => {
  const laptop = await laptopWith(known)
  const story = await laptop.view('story', { personId: jean })
  expect(story).toMatchObject({
    why: { from: 'Larkfield Surgery', reason: 'Sees nobody for days', receivedOn: '2026-09-01' },
    owner: 'Grace Mbeki',
    matters: 'A reason to get up',
    agreedOn: '2026-09-20',
    next: { action: 'Call her', on: '2026-10-30' },
    goals: [{ words: 'Two names to say hello to', outcome: 'working' }],
  })
  expect(story!.events.map(({ date, what, about }) => `${date} ${what} ${about}`.trim()).sort()).toEqual([
    '2026-09-01 referral.referred Larkfield Surgery',
    '2026-09-03 case.opened',
    '2026-09-06 contact.call.noAnswer', // half past midnight in London
    '2026-09-21 offer.accepted Walk and Talk',
  ])
})

test('where nothing of a case is on the laptop there is no story', async () => {
  const laptop = await laptopWith({ person: known.person })
  expect(await laptop.view('story', { personId: jean })).toBeNull()
})

test('what somebody agreed to stands with the day, and what nobody asked is not a yes', async () => {
  const laptop = await laptopWith(known)
  const story = await laptop.view('story', { personId: jean })
  expect(story!.agreements).toEqual({
    referred: { said: 'yes', on: '2026-09-01' },
    plan: { on: '2026-09-20', with: '', as: undefined },
    card: null,
    maySee: '',
    gaps: null,
  })
  const gap = { need: 'company', place: 'Bedworth', times: [], barrier: 'noSuchGroup' as const, from: 'call' as const, ...by }
  const asked = await laptopWith({
    ...known,
    gap: [
      { id: idFor('first gap'), personId: jean, mayAsk: true, on: '2026-09-01', ...gap },
      { id: idFor('second gap'), personId: jean, mayAsk: false, on: '2026-10-01', ...gap, at: '2026-10-02T10:00:00.000Z' },
    ],
  })
  expect((await asked.view('story', { personId: jean }))!.agreements.gaps).toEqual({ mayAsk: false, on: '2026-10-01' })
})
