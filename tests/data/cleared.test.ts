import { describe, expect, test } from 'vitest'
import { aGroup, aMembership, aPerson, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type Known, type TestLaptop } from '../support/laptop.ts'

const walk = which('Walk and Talk')
const id = sessionId(walk)
const known: Known = {
  group: [aGroup('Walk and Talk')],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  person: ['Jean Oakes', 'Ray Ellison'].map((name) => aPerson(name)),
  membership: ['Jean Oakes', 'Ray Ellison'].map((name) => aMembership('Walk and Talk', name)),
}
const signIn = (laptop: TestLaptop, name: string) => laptop.run('signInPerson', { session: walk, personId: idFor(name) })
const here = async (laptop: TestLaptop) => (await laptop.view('register', { sessionId: id }))?.here.map((row) => row.name)

/** What "clear site data" does to a store that is open: its line is closed and all of it taken away. */
function clearSiteData(laptop: TestLaptop): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(laptop.store.db.name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(new Error('not deleted'))
  })
}

describe('a browser whose site data was cleared while Gather was open', () => {
  test('draws no tick any more, and says why', async () => {
    const laptop = await laptopWith(known)
    await signIn(laptop, 'Jean Oakes')
    await clearSiteData(laptop)
    expect(await signIn(laptop, 'Ray Ellison')).toEqual({ ok: false, reason: 'storeCleared' })
    expect(await here(laptop)).toEqual(['Jean Oakes'])
    expect(await laptop.view('status', null)).toMatchObject({ notSaved: 'cleared', pending: 2 }) // the session and the sign-in
  })

  test('says so before anybody has pressed a key', async () => {
    const laptop = await laptopWith(known)
    const told = new Promise<void>((resolve) => {
      laptop.laptop.onStatus = resolve
    })
    await clearSiteData(laptop)
    await told
    expect(await laptop.view('status', null)).toMatchObject({ notSaved: 'cleared' })
  })

  test('has every screen ask again what could not be read in the moment of it', async () => {
    const laptop = await laptopWith(known)
    const asked = new Promise<void>((resolve) => {
      laptop.laptop.onChanged = (isMeant) => {
        if (isMeant('people')) resolve()
      }
    })
    await clearSiteData(laptop)
    await asked
    expect((await laptop.view('people', { text: '', most: 9 }))?.shown.map((one) => one.name)).toEqual(['Ray Ellison', 'Jean Oakes'])
  })

  test('still sends what was ticked before, from memory, and then says that nothing is waiting', async () => {
    const laptop = await laptopWith(known)
    await signIn(laptop, 'Jean Oakes')
    await clearSiteData(laptop)
    await signIn(laptop, 'Ray Ellison')
    await laptop.exchange()
    expect(laptop.surgery.received.filter((change) => change.record === 'signIn').map((change) => change.fields['personId'])).toEqual([
      idFor('Jean Oakes'),
    ])
    expect(await laptop.view('status', null)).toMatchObject({ notSaved: 'cleared', pending: 0, trouble: null })
    expect(await here(laptop)).toEqual(['Jean Oakes'])
  })

  test('is not mistaken for a store whose line broke and that is all there: that one goes on', async () => {
    const laptop = await laptopWith(known)
    laptop.store.db.close()
    expect(await signIn(laptop, 'Ray Ellison')).toMatchObject({ ok: true })
    expect(await laptop.view('status', null)).toMatchObject({ notSaved: null })
  })
})
