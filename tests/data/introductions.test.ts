import { describe, expect, test } from 'vitest'
import type { Entity } from '../../src/shared/records/index.ts'
import { introducedInWords } from '../../src/renderer/words/introducedInWords.ts'
import { aGroup, aMembership, aPerson, aSession, aSignIn, at, idFor, sessionId, thursday, which, type Known } from '../support/builders.ts'
import { anIntroduction } from '../support/cases.ts'
import { laptopWith } from '../support/laptop.ts'
import { words } from '../ui/words.ts'

const walk = which('Walk and Talk')
const lastWeek = which('Walk and Talk', '2026-10-15')
const jean = idFor('Jean Oakes')
const sam = { name: 'Sam', role: 'facilitator' } as const

const world = (told: Partial<Entity<'introduction'>> = {}, more: Known = {}) =>
  laptopWith(
    {
      group: [aGroup('Walk and Talk', { facilitatorIds: [idFor('Sam')] })],
      person: [aPerson('Jean Oakes'), aPerson('Ada Byron')],
      membership: [aMembership('Walk and Talk', 'Jean Oakes', { since: '2026-10-20' }), aMembership('Walk and Talk', 'Ada Byron')],
      colleague: [
        { id: idFor('Priya'), name: 'Priya Nair', role: 'linkWorker' },
        { id: idFor('Sam'), name: 'Sam Lee', role: 'facilitator' },
      ],
      introduction: [anIntroduction('Jean Oakes', 'Walk and Talk', { knowsId: idFor('Priya'), firstOn: thursday, ...told })],
      ...more,
    },
    sam,
  )
const rowOf = async (laptop: Awaited<ReturnType<typeof world>>, of = walk) => {
  const register = (await laptop.view('register', { sessionId: sessionId(of) }))!
  return [...register.here, ...register.notYet].find((one) => one.personId === jean)?.introduced ?? null
}

describe('[story 23] somebody comes for the first time', () => {
  test('the facilitator reads who referred them and who they know, by first name, and nothing more', async () => {
    const laptop = await world()
    const told = await rowOf(laptop)
    expect(told).toEqual({ by: 'Priya', knows: 'Priya' })
    expect(introducedInWords(told!, words)).toBe('First time today, referred by Priya, knows Priya')
    expect(introducedInWords({ by: 'Priya', knows: null }, words)).toBe('First time today, referred by Priya')
  })

  test('also where they are found by two letters', async () => {
    const laptop = await world()
    expect(await laptop.laptop.searchIn({ sessionId: sessionId(walk), text: 'je' })).toMatchObject([{ introduced: { by: 'Priya' } }])
  })

  test('it stays on the row while they are here, and is gone the next time', async () => {
    const laptop = await world()
    await laptop.does('signInPerson', { session: walk, personId: jean })
    expect(await rowOf(laptop)).toEqual({ by: 'Priya', knows: 'Priya' })
    expect(await rowOf(laptop, which('Walk and Talk', '2026-10-29'))).toBeNull()
  })

  test.each<[string, Partial<Entity<'introduction'>>, Known]>([
    ['who begins at a later date', { firstOn: '2026-10-29' }, {}],
    ['who does not come after all', { voidedBecause: 'does not come' }, {}],
    ['who was introduced after that day', { at: at('09:00', '2026-10-23') }, {}],
    ['who came before', {}, { session: [aSession(lastWeek)], signIn: [aSignIn('Jean Oakes', '10:31', { sessionId: sessionId(lastWeek) })] }],
    ['who was introduced to another group', { groupId: idFor('Pain Café') }, {}],
  ])('nothing is said of somebody %s', async (_, told, more) => {
    expect(await rowOf(await world(told, more))).toBeNull()
  })

  test('the introductions of a group are read once, not for each row', async () => {
    const laptop = await world()
    const loads: string[] = []
    const really = laptop.store.load.bind(laptop.store)
    laptop.store.load = (name, ...rest) => {
      loads.push(name)
      return really(name, ...rest)
    }
    await rowOf(laptop)
    await rowOf(laptop)
    expect(loads.filter((name) => name === 'introduction')).toHaveLength(1)
  })
})
