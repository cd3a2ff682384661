import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { ratioOf } from '../../../src/shared/rules/ratio.ts'
import { inChargeOf, papersOf } from '../../../src/shared/rules/rota.ts'
import { at, idFor, sessionId, thursday, which } from '../../support/builders.ts'

const session = which('Walk and Talk')

const duty = (
  role: Entity<'rotaDuty'>['role'],
  who: string,
  state: Entity<'rotaDuty'>['state'],
  more: Partial<Entity<'rotaDuty'>> = {},
): Entity<'rotaDuty'> => ({
  id: idFor(`${role} ${who}`),
  sessionId: sessionId(session),
  role,
  colleagueId: idFor(who),
  state,
  at: at('09:00'),
  byId: idFor('Tom'),
  ...more,
})

describe('who runs a session (story 37)', () => {
  const count = (duties: Entity<'rotaDuty'>[], planned: string | null = idFor('Priya')) => {
    const { leaders, adults } = inChargeOf(duties, planned)
    return [leaders.size, adults.size]
  }
  test('the planned leader counts until the rota says otherwise; only a yes counts', () => {
    expect(count([])).toEqual([1, 1])
    expect(count([], null)).toEqual([0, 0])
    expect(count([duty('leader', 'Priya', 'no')])).toEqual([0, 0])
    expect(count([duty('leader', 'Priya', 'asked')])).toEqual([0, 0])
    expect(count([duty('leader', 'Priya', 'swapped'), duty('leader', 'Tom', 'yes')])).toEqual([1, 1])
    expect(count([duty('secondAdult', 'Tom', 'asked')])).toEqual([1, 1])
    expect(count([duty('secondAdult', 'Tom', 'yes')])).toEqual([1, 2])
    expect(count([duty('helper', 'Tom', 'yes', { voidedBecause: 'a mistake' })])).toEqual([1, 1])
  })
  test('somebody with two roles counts once, also a participant who helps', () => {
    expect(count([duty('leader', 'Priya', 'yes'), duty('firstAider', 'Priya', 'yes')])).toEqual([1, 1])
    const jean = { colleagueId: null, personId: idFor('Jean Oakes') }
    expect(count([duty('backMarker', 'Jean', 'yes', jean), duty('helper', 'Jean', 'yes', jean)])).toEqual([1, 2])
  })
  test('31 people and one leader: one more is wanted; 20 are enough for one; a café has no ratio', () => {
    expect(ratioOf(31, 1, 20)).toMatchObject({ short: 1, secondAdult: false })
    expect(ratioOf(20, 1, 20, 2)).toMatchObject({ short: 0, secondAdult: true })
    expect(ratioOf(21, 1, 20)).toMatchObject({ short: 1 })
    expect(ratioOf(0, 0, 20)).toMatchObject({ short: 1 })
    expect(ratioOf(300, 0, null)).toMatchObject({ short: 0 })
  })
  test('papers are said when they end, have ended or are wanted for the role', () => {
    const tom: Entity<'colleague'> = { id: idFor('Tom'), name: 'Tom Ashby', role: 'facilitator' }
    expect(papersOf(tom, 'helper', thursday)).toEqual([])
    expect(papersOf(tom, 'leader', thursday)).toEqual([{ paper: 'training', state: 'missing', until: null }])
    expect(papersOf(tom, 'firstAider', thursday)).toEqual([{ paper: 'firstAid', state: 'missing', until: null }])
    const dated = { ...tom, trainedOn: '2024-01-01', dbsUntil: '2026-10-21', firstAidUntil: '2026-11-21' }
    expect(papersOf(dated, 'leader', thursday)).toEqual([
      { paper: 'dbs', state: 'ended', until: '2026-10-21' },
      { paper: 'firstAid', state: 'endsSoon', until: '2026-11-21' },
    ])
    expect(papersOf({ ...dated, dbsUntil: thursday, firstAidUntil: '2026-11-22' }, 'helper', thursday)).toEqual([
      { paper: 'dbs', state: 'endsSoon', until: thursday },
    ])
  })
})
