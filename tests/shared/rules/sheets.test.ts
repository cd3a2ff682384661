import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../src/shared/records/index.ts'
import { newsOf, reachedOf } from '../../../src/shared/rules/news.ts'
import { ratioOf } from '../../../src/shared/rules/ratio.ts'
import { readyList, type ReadyFacts } from '../../../src/shared/rules/ready.ts'
import { inChargeOf, papersOf } from '../../../src/shared/rules/rota.ts'
import { sheetNames } from '../../../src/shared/rules/sheetNames.ts'
import { aGroup, aPerson, aSession, at, idFor, sessionId, thursday, which } from '../../support/builders.ts'

const session = which('Walk and Talk')
const group = aGroup('Walk and Talk', { venueId: idFor('Park') })

const facts: ReadyFacts = {
  load: 'done', parked: 0, inSight: true, members: 40, arrived: 40, withContact: 38, withDeclaration: 31, withPhone: 36, asksHealth: true, venue: 'here',
}
const ticks = (more: Partial<ReadyFacts>) => readyList({ ...facts, ...more }).map((line) => (line.ready ? 'ready' : line.why))

describe('ready to go offline (story 1)', () => {
  test('ticks five parts, and says how much of each is written down', () => {
    expect(readyList(facts)).toEqual([
      { part: 'register', ready: true, why: null, has: 40, of: 40 },
      { part: 'contacts', ready: true, why: null, has: 38, of: 40 },
      { part: 'declarations', ready: true, why: null, has: 31, of: 40 },
      { part: 'phones', ready: true, why: null, has: 36, of: 40 },
      { part: 'venue', ready: true, why: null, has: 1, of: 1 },
    ])
  })

  test('ticks nothing of a download that is not whole', () => {
    expect(ticks({ load: 'loading' })).toEqual(Array(5).fill('loading'))
    expect(ticks({ load: 'never' })).toEqual(Array(5).fill('neverLoaded'))
    expect(ticks({ parked: 1 })).toEqual(Array(5).fill('newerApp'))
    expect(ticks({ inSight: false })).toEqual(Array(5).fill('notInSight'))
    expect(ticks({ arrived: 39 })).toEqual([...Array(4).fill('peopleMissing'), 'ready'])
    expect(ticks({ venue: 'missing' })).toEqual([...Array(4).fill('ready'), 'venueMissing'])
  })

  test('asks no declarations of a café, and a place that nobody chose is no gap of the laptop', () => {
    expect(readyList({ ...facts, asksHealth: false }).map((line) => line.part)).toEqual(['register', 'contacts', 'phones', 'venue'])
    expect(readyList({ ...facts, venue: 'none' }).at(-1)).toEqual({ part: 'venue', ready: true, why: null, has: 0, of: 1 })
  })
})

const told = (how: 'spoken' | 'message' | 'noAnswer', time: string, news?: string): Entity<'told'> => ({
  id: idFor(`told ${time}`), sessionId: sessionId(session), personId: idFor('Jean Oakes'), how, at: at(time), byId: idFor('Tom'), ...(news ? { news } : {}),
})

describe('what there is to tell (story 14)', () => {
  test('is that it is off, whatever the words', () => {
    expect(newsOf(group, aSession(session, { cancelledBecause: 'Ice' }))).toBe('cancelled')
    expect(newsOf(group, aSession(session, { cancelledBecause: 'Black ice' }))).toBe('cancelled')
  })
  test('is another time or place, and nothing when it is as planned', () => {
    expect(newsOf(group, null)).toBe('planned')
    expect(newsOf(group, aSession(session, { start: '10:30', venueId: idFor('Park') }))).toBe('planned')
    expect(newsOf(group, aSession(session, { start: '11:00' }))).toBe('moved 11:00  ')
    expect(newsOf(group, aSession(session, { venueId: idFor('Hall') }))).toBe(`moved   ${idFor('Hall')}`)
  })
  test('who was told knows it until something else holds; no answer tells nobody', () => {
    expect(reachedOf([])).toMatchObject({ knows: 'planned', last: null, tries: 0 })
    expect(reachedOf([told('noAnswer', '08:00', 'cancelled'), told('noAnswer', '08:30', 'cancelled')])).toMatchObject({ knows: 'planned', tries: 2 })
    const heard = [told('noAnswer', '08:00', 'cancelled'), told('message', '08:30', 'cancelled')]
    expect(reachedOf(heard)).toMatchObject({ knows: 'cancelled', tries: 0 })
    expect(reachedOf([...heard, told('noAnswer', '09:00', 'planned')])).toMatchObject({ knows: 'cancelled', tries: 1 })
    expect(reachedOf([{ ...told('spoken', '08:00', 'cancelled'), voidedBecause: 'a mistake' }])).toMatchObject({ knows: 'planned', last: null })
  })
})

const duty = (role: Entity<'duty'>['role'], who: string, state: Entity<'duty'>['state'], more: Partial<Entity<'duty'>> = {}): Entity<'duty'> => ({
  id: idFor(`${role} ${who}`), sessionId: sessionId(session), role, colleagueId: idFor(who), state, at: at('09:00'), byId: idFor('Tom'), ...more,
})

describe('who runs a session (story 37)', () => {
  const count = (duties: Entity<'duty'>[], planned: string | null = idFor('Priya')) => {
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
      { paper: 'dbs', state: 'ended', until: '2026-10-21' }, { paper: 'firstAid', state: 'endsSoon', until: '2026-11-21' },
    ])
    expect(papersOf({ ...dated, dbsUntil: thursday, firstAidUntil: '2026-11-22' }, 'helper', thursday)).toEqual([{ paper: 'dbs', state: 'endsSoon', until: thursday }])
  })
})

describe('names on paper (story 15)', () => {
  const names = (...people: Entity<'person'>[]) => sheetNames(people).map((one) => [one.name, one.birthday])
  test('first name and initial, sorted as one reads them', () => {
    expect(names(aPerson('Ray Oakes'), aPerson('Jean Abbott'), aPerson('Prakash'))).toEqual([['Jean A.', null], ['Prakash', null], ['Ray O.', null]])
  })
  test('a clash takes as many letters as it needs, the same name a birthday', () => {
    expect(names(aPerson('Jean Oakes'), aPerson('Jean Oddy'))).toEqual([['Jean Oa.', null], ['Jean Od.', null]])
    const twins = [{ ...aPerson('Jean Oakes', { bornOn: '1950-04-03' }), id: idFor('a') }, { ...aPerson('Jean Oakes'), id: idFor('b') }]
    expect(names(...twins).map(([name]) => name)).toEqual(['Jean Oakes', 'Jean Oakes'])
    expect(names(...twins).map(([, birthday]) => birthday).sort()).toEqual(['04-03', null])
  })
  test('never shows more of a name than it has, and everybody is on it once', () => {
    const some = fc.array(fc.record({ givenName: fc.constantFrom('Jean', 'Ray', 'Łucja'), familyName: fc.constantFrom(undefined, 'O', 'Oakes', 'Oakley', 'Ząbek') }))
    fc.assert(fc.property(some, (people) => {
      const all = people.map(({ givenName, familyName }, at) => ({ id: idFor(String(at)), givenName, ...(familyName ? { familyName } : {}) }))
      const lines = sheetNames(all)
      expect(new Set(lines.map((one) => one.personId)).size).toBe(people.length)
      for (const line of lines) {
        const one = all.find((person) => person.id === line.personId)!
        const whole = [one.givenName, one.familyName].filter(Boolean).join(' ')
        expect(`${whole}.`.startsWith(line.name.replace(/\.$/, ''))).toBe(true)
      }
    }))
  })
})
