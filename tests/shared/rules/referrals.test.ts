import { describe, expect, test } from 'vitest'
import { codes, exportableCode } from '../../../src/shared/rules/codes.ts'
import { crisisIn } from '../../../src/shared/rules/crisis.ts'
import {
  clocksOf,
  districtOf,
  hasTooLittle,
  isOutOfArea,
  referralStateOf,
  tidyDistricts,
  tidyOds,
  warningsOf,
} from '../../../src/shared/rules/referrals.ts'
import type { Entity } from '../../../src/shared/records/index.ts'
import { aPerson, at, idFor } from '../../support/builders.ts'

const jean = idFor('Jean Oakes')
const today = '2026-10-22'

function aReferral(more: Partial<Entity<'referral'>> = {}): Entity<'referral'> {
  return {
    id: idFor('referral'),
    personId: jean,
    source: 'practice',
    receivedOn: '2026-10-12',
    urgency: 'routine',
    agreed: 'yes',
    reason: 'Lonely since her husband died',
    at: at('09:00', '2026-10-12'),
    byId: idFor('Grace'),
    ...more,
  }
}

const episode: Entity<'episode'> = { id: idFor('case'), personId: jean, number: 1, openedOn: '2026-10-15', at: at('09:00'), byId: idFor('Grace') }
const accepted = { decided: 'accepted', decidedAt: at('09:00', '2026-10-15'), episodeId: episode.id } as const
const call = (day: string, came: Entity<'caseContact'>['came'] = 'noAnswer'): Entity<'caseContact'> => ({
  id: idFor(`call ${day}`),
  personId: jean,
  episodeId: episode.id,
  how: 'call',
  came,
  on: at('11:00', day),
  at: at('11:00', day),
  byId: idFor('Grace'),
})

describe('[story 19] where a referral stands', () => {
  test.each([
    ['new', {}, undefined],
    ['new', { decided: null }, undefined],
    ['asked', { decided: 'askReferrer' }, undefined],
    ['declined', { decided: 'declined' }, undefined],
    ['unsuitable', { decided: 'unsuitable' }, undefined],
    ['waiting', accepted, episode],
    ['attached', { ...accepted, decided: 'attached' }, episode],
    ['closed', accepted, { ...episode, closedOn: '2026-10-20' }],
    ['closed', { ...accepted, decided: 'attached' }, { ...episode, closedOn: '2026-10-20' }],
  ] as const)('%s', (state, more, of) => {
    expect(referralStateOf(aReferral(more), of, [])).toBe(state)
  })

  test('accepted into a case that another laptop opened by mistake, it waits again', () => {
    expect(referralStateOf(aReferral(accepted), { ...episode, voidedBecause: 'a mistake' }, [])).toBe('new')
    expect(referralStateOf(aReferral(accepted), undefined, [])).toBe('new')
  })

  test('attached to a case that another laptop had closed before, it waits again: nobody would look after it', () => {
    expect(referralStateOf(aReferral({ ...accepted, decided: 'attached' }), { ...episode, closedOn: '2026-10-14' }, [])).toBe('new')
  })
})

describe('[story 19] the clocks', () => {
  test('run from the day it came until somebody answers', () => {
    expect(clocksOf(aReferral(), undefined, [], today)).toEqual({
      answer: { days: 10, runs: true },
      firstContact: { days: 10, runs: true },
      firstConversation: { days: 10, runs: true },
    })
    expect(clocksOf(aReferral({ decided: 'declined', decidedAt: at('09:00') }), undefined, [], today)).toEqual({
      answer: { days: 10, runs: false },
      firstContact: null,
      firstConversation: null,
    })
  })

  test('stop at the answer, the first try and the first conversation', () => {
    const started = { ...episode, startedOn: '2026-10-20' }
    expect(clocksOf(aReferral(accepted), started, [call('2026-10-19', 'spoke'), call('2026-10-17')], today)).toEqual({
      answer: { days: 3, runs: false },
      firstContact: { days: 5, runs: false },
      firstConversation: { days: 8, runs: false },
    })
  })

  test('run on while nobody has tried, and no longer once the case has ended without', () => {
    expect(clocksOf(aReferral(accepted), episode, [], today).firstContact).toEqual({ days: 10, runs: true })
    expect(clocksOf(aReferral(accepted), { ...episode, closedOn: '2026-10-20' }, [], today).firstContact).toBeNull()
  })

  test('over the night when the clocks go back a day is one day', () => {
    expect(clocksOf(aReferral({ receivedOn: '2026-10-24' }), undefined, [], '2026-10-26').answer.days).toBe(2)
  })
})

describe('[story 19] what to look at before one decides', () => {
  const districts = ['CV10', 'CV11', 'CV12']
  const known = (more: Parameters<typeof aPerson>[1]) => aPerson('Jean Oakes', { phone: '07700 900111', ...more })

  test.each([
    ['nothing', {}, {}, []],
    ['died', {}, { blockedBecause: 'deceased' }, ['died']],
    ['under 18', {}, { bornOn: '2008-10-23' }, ['under18']],
    ['18 today', {}, { bornOn: '2008-10-22' }, []],
    ['under 18 by age', {}, { ageBand: 'under 18' }, ['under18']],
    ['out of area', {}, { address: { postcode: 'B1 1AA' } }, ['outOfArea']],
    ['in the area, half a postcode', {}, { address: { postcode: 'cv11' } }, []],
    ['did not agree', { agreed: 'no' }, {}, ['notAgreed']],
    ['nobody says', { agreed: 'notSaid' }, {}, ['agreementNotSaid']],
    ['no reason', { reason: ' ' }, {}, ['noReason']],
    ['a need is a reason', { reason: '', needs: ['company'] }, {}, []],
    ['risk to staff', { riskToStaff: 'A dog that bites' }, {}, ['riskToStaff']],
  ] as const)('%s', (_, said, person, warnings) => {
    expect(warningsOf(aReferral(said as Partial<Entity<'referral'>>), known(person as object), districts, today)).toEqual(warnings)
  })

  test('too little is no reason, or no way to reach them', () => {
    expect(warningsOf(aReferral(), aPerson('Jean Oakes'), districts, today)).toEqual(['noWayToReach'])
    expect(hasTooLittle(['noWayToReach'])).toBe(true)
    expect(hasTooLittle(['under18', 'outOfArea'])).toBe(false)
  })

  test('without districts nobody is out of area', () => {
    expect([isOutOfArea('B1 1AA', []), isOutOfArea(undefined, districts), isOutOfArea('somewhere', districts)]).toEqual([false, false, false])
  })
})

describe('districts and ODS codes as people type them', () => {
  test.each([
    ['CV10, cv11; CV10', ['CV10', 'CV11']],
    ['CV11 5TW', null],
    ['', []],
    ['Nuneaton', null],
  ])('%s', (text, districts) => {
    expect(tidyDistricts(text)).toEqual(districts)
  })
  test('a district of a postcode', () => {
    expect([districtOf('cv115tw'), districtOf('EC1A 1BB'), districtOf('x')]).toEqual(['CV11', 'EC1A', null])
  })
  test.each([
    ['m84001', 'M84001'],
    ['M84 001', 'M84001'],
    ['', ''],
    ['K81003001', 'K81003001'],
    ['M84001!', null],
    ['M8400100011', null],
  ])('ODS %s', (text, code) => {
    expect(tidyOds(text)).toBe(code)
  })
})

describe('[story 19] words of crisis', () => {
  test.each([
    ['She says she wants to kill herself.', ['kill herself']],
    ['KILL   MYSELF', ['kill myself']],
    ['he does not want to live like this', ['does not want to live']],
    ['He took an overdose in May', ['took an overdose']],
    ['doesn’t want to live', ['doesnt want to live']],
    ["I don't want to be here any more", ['dont want to be here any more']],
    ['Self-harming since school', ['self harming']],
    ['No thoughts of suicide.', ['suicide']],
    ['Hits the ball well, likes a deadline', []],
    ['Reads a lot, feels dead tired', []],
    ['', []],
  ])('%s', (text, found) => {
    expect(crisisIn([text])).toEqual(found)
  })

  test('does not join two texts into one phrase', () => {
    expect(crisisIn(['kill', 'myself', null, undefined])).toEqual([])
  })
})

describe('national codes (domain 3.3)', () => {
  test('an unverified one is never exported', () => {
    expect([exportableCode('referred')?.code, exportableCode('declined')?.code]).toEqual(['871731000000106', '871711000000103'])
    expect([exportableCode('offered'), exportableCode('planAgreed'), exportableCode('nothing')]).toEqual([null, null, null])
  })
  test('each key and each code stands once', () => {
    expect(new Set(codes.map((one) => one.code)).size).toBe(codes.length)
    expect(new Set(codes.map((one) => one.key)).size).toBe(codes.length)
  })
})
