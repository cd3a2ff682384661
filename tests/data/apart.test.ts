import { describe, expect, test } from 'vitest'
import { aGroup, aHeadCount, aMembership, aPerson, at, aSession, aSignIn, idFor, sessionId, which } from '../support/builders.ts'
import { gapInWords } from '../../src/renderer/words/countInWords.ts'
import { words } from '../ui/words.ts'
import { laptopWith, type Known } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const older = aPerson('Jean Oakes', { bornOn: '1948-04-03', alerts: ['Inhaler'] })
const younger = { ...older, id: idFor('the other Jean Oakes'), bornOn: '1952-11-20' }
const known: Known = {
  group: [aGroup('Walk and Talk')],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: [older, younger, aPerson('Ray Ellison', { bornOn: '1940-01-01' })],
  membership: [
    aMembership('Walk and Talk', 'Jean Oakes'),
    aMembership('Walk and Talk', 'the other Jean Oakes'),
    aMembership('Walk and Talk', 'Ray Ellison'),
  ],
}
const signedIn: Known = {
  ...known,
  session: [aSession(walk)],
  signIn: [aSignIn('Jean Oakes', '10:31'), aSignIn('the other Jean Oakes', '10:32'), aSignIn('Ray Ellison', '10:33')],
}
const born = { [older.id]: { kind: 'birthday', on: '1948-04-03' }, [younger.id]: { kind: 'birthday', on: '1952-11-20' } }
const told = (rows: { personId: string; apart?: unknown }[] | undefined) =>
  Object.fromEntries((rows ?? []).filter((one) => one.apart).map((one) => [one.personId, one.apart]))

describe('two people of one name are told apart', () => {
  test('among those who are not here yet, and among the hits', async () => {
    const laptop = await laptopWith(known)
    expect(told((await laptop.view('register', { sessionId: id }))?.notYet)).toEqual(born)
    expect(told(await laptop.laptop.searchIn({ sessionId: id, text: 'jean' }))).toEqual(born)
  })

  test('also when one is here already and the other is still to come', async () => {
    const laptop = await laptopWith({ ...signedIn, signIn: [aSignIn('Jean Oakes', '10:31')] })
    const register = await laptop.view('register', { sessionId: id })
    expect(told([...register!.here, ...register!.notYet])).toEqual(born)
  })

  test('by whoever is answered when Enter was pressed', async () => {
    const laptop = await laptopWith(known)
    expect(await laptop.laptop.signInBest({ sessionId: id, text: 'jean' })).toMatchObject({
      ok: true,
      value: { name: 'Jean Oakes', apart: { kind: 'birthday' } },
    })
  })

  test('among those who are here, what to know of them, head counts, closing and emergency contacts', async () => {
    const laptop = await laptopWith(signedIn)
    expect(told((await laptop.view('register', { sessionId: id }))?.here)).toEqual(born)
    expect(told((await laptop.view('mustKnow', { sessionId: id }))?.facts[0]?.people)).toEqual(born)
    expect(told((await laptop.view('headCount', { sessionId: id }))?.expected)).toEqual(born)
    expect(told((await laptop.view('closing', { sessionId: id }))?.newcomers)).toEqual(born)
    expect(told((await laptop.view('emergency', { sessionId: id }))?.people)).toEqual(born)
    expect(told((await laptop.view('incidents', { sessionId: id }))?.session?.here)).toEqual(born)
  })

  test('among people to ring, all people, a group’s people, their cards and what Ctrl K finds', async () => {
    const laptop = await laptopWith(known)
    expect(told((await laptop.view('calling', { sessionId: id }))?.people)).toEqual(born)
    expect(told((await laptop.view('people', { text: '', most: 60 })).shown)).toEqual(born)
    expect(told((await laptop.view('group', { groupId: idFor('Walk and Talk') }))?.people)).toEqual(born)
    expect(told(await laptop.view('cards', { groupId: idFor('Walk and Talk') }))).toEqual(born)
    expect(told((await laptop.view('goTo', { text: 'jean' })).map((hit) => ({ ...hit, personId: hit.id })))).toEqual(born)
  })

  test('in a saved head count, and in what is said of it at closing', async () => {
    const laptop = await laptopWith({ ...signedIn, headCount: [aHeadCount('out', 2, 3, '10:40', { missingIds: [younger.id] })] })
    const [count] = (await laptop.view('headCount', { sessionId: id }))!.counts
    expect(told(count?.missing)).toEqual({ [younger.id]: born[younger.id] })
    expect(gapInWords((await laptop.view('closing', { sessionId: id }))!.gaps[0]!, words)).toContain('Not seen: Jean Oakes (born 20 November)')
  })

  test('where somebody asked for the leader at the kiosk', async () => {
    const asking = { id: idFor('asking'), sessionId: id, personId: older.id, kind: 'help', at: at('10:40'), byId: idFor('Tom') } as const
    const laptop = await laptopWith({ ...signedIn, kioskRequest: [asking] })
    expect((await laptop.view('kioskRequests', { sessionId: id }))[0]).toMatchObject({ name: 'Jean Oakes', apart: born[older.id] })
  })
})
