import { beforeEach, describe, expect, test } from 'vitest'
import type { QuestionName, QuestionParams } from '../../src/renderer/workerLink/questions.ts'
import { fail } from '../../src/shared/std/result.ts'
import { aGroup, aMembership, aPerson, at, idFor, sessionId, which } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const start = Date.parse(at('10:31'))
const hour = 3_600_000
const day = 24 * hour

let laptop: TestLaptop
/** What time it really is; the laptop's own clock may say something else. */
let real: number
beforeEach(async () => {
  real = start
  laptop = await laptopWith({
    group: [aGroup('Walk and Talk')],
    person: [aPerson('Jean Oakes')],
    membership: [aMembership('Walk and Talk', 'Jean Oakes')],
    emergencyContact: [{ id: idFor('Ray'), personId: jean, name: 'Ray Oakes', phone: '01632 960009' } as never],
    colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  })
  laptop.surgery.now = () => real
})
/** Time goes by, on the wall and on the laptop. */
const goBy = (ms: number) => {
  real += ms
  laptop.ports.time += ms
}
const lease = async () => (await laptop.view('status', null)).lease
const state = async () => (await lease())?.state ?? null
const shows = <Name extends QuestionName>(name: Name, params: QuestionParams<Name>) =>
  laptop.view(name, params).then(
    (view) => view !== undefined,
    () => false,
  )

describe('[lease] [SY28] a laptop without its server', () => {
  test('says nothing for ten days, then by when it must meet it, and after fourteen that it must', async () => {
    const states: (string | null)[] = []
    for (let days = 0; days <= 15; days++) {
      states.push(await state())
      goBy(day)
    }
    expect(states).toEqual([...Array(10).fill(null), 'soon', 'soon', 'soon', 'soon', 'over', 'over'])
    expect(await lease()).toEqual({ state: 'over', until: new Date(start + 14 * day).toISOString(), takenOff: false })
  })

  test('says so over a restart', async () => {
    goBy(11 * day)
    await laptop.restart()
    expect(await state()).toBe('soon')
  })

  test('remembers over a restart that it met its server, though it had written down the time a moment before', async () => {
    goBy(13 * day)
    expect(await state()).toBe('soon')
    goBy(hour / 6)
    await laptop.exchange()
    goBy(2 * day)
    await laptop.restart()
    expect(await lease()).toBe(null)
  })

  test('never hides a register or an emergency contact; the rest waits', async () => {
    laptop.surgery.trouble = 'offline'
    await laptop.does('signInPerson', { session, personId: jean })
    goBy(20 * day)
    const needed: [QuestionName, object | null][] = [
      ['register', { sessionId: id }],
      ['emergency', { sessionId: id }],
      ['emergencySheet', { sessionId: id, here: false }],
      ['registerSheet', { sessionId: id }],
      ['headCount', { sessionId: id }],
      ['closing', { sessionId: id }],
      ['mustKnow', { sessionId: id }],
      ['today', null],
      ['alarms', null],
      ['surgery', null],
      ['concerns', null],
      ['incidents', { sessionId: id }],
      ['health', { sessionId: id, personId: jean }],
      ['newcomer', { sessionId: id, personId: jean }],
    ]
    for (const [name, params] of needed) expect(await shows(name, params as never), name).toBe(true)
    const waits: [QuestionName, object | null][] = [
      ['people', { text: '', most: 9 }],
      ['person', { personId: jean }],
      ['group', { groupId: session.groupId }],
      ['cards', { personId: jean }],
      ['importUndo', { importId: jean }],
      ['incidents', { sessionId: null }],
    ]
    for (const [name, params] of waits) expect(await shows(name, params as never), name).toBe(false)
    expect((await laptop.view('emergency', { sessionId: id }))?.people[0]?.contacts[0]?.phones.length).toBeGreaterThan(0)
    expect((await laptop.view('goTo', { text: 'jean' })).length).toBe(0)
    expect((await laptop.view('concerns', null)).toRead).toBe(null)
  })

  test('goes on at the door, finds who is not on the list, keeps what waits, and sends it when it is connected', async () => {
    laptop.surgery.trouble = 'offline'
    await laptop.does('addNote', { aboutId: jean, text: 'Knee' })
    goBy(400 * day)
    await laptop.restart()
    await laptop.does('signInPerson', { session, personId: jean })
    expect((await laptop.view('register', { sessionId: id }))?.here.map((row) => row.name)).toEqual(['Jean Oakes'])
    expect((await laptop.laptop.searchIn({ sessionId: id, text: 'jean' })).length).toBe(1)
    expect((await laptop.view('status', null)).pending).toBe(3)
    laptop.surgery.trouble = null
    await laptop.exchange()
    expect([await lease(), (await laptop.view('status', null)).pending]).toEqual([null, 0])
    expect(await shows('person', { personId: jean })).toBe(true)
  })

  test.each(['offline', 'signedOut', 'serverTrouble', 'notOurServer'] as const)('is not renewed by %s', async (trouble) => {
    laptop.surgery.trouble = trouble
    goBy(14 * day)
    await laptop.exchange()
    expect(await state()).toBe('over')
  })

  test('[S2] goes on while a restored server cannot say whether this laptop is right, and does not begin again', async () => {
    goBy(2 * day)
    laptop.surgery.once = { device: 'revoked', unconfirmed: true }
    await laptop.exchange()
    expect(await lease()).toBe(null)
    goBy(12 * day)
    laptop.surgery.once = { device: 'revoked', unconfirmed: true }
    await laptop.exchange()
    expect(await lease()).toEqual({ state: 'over', until: new Date(start + 14 * day).toISOString(), takenOff: false })
    await laptop.exchange()
    expect(await lease()).toBe(null)
  })

  test('[SY22] ends at once when the server says that it was taken off the team, and says so over a restart', async () => {
    await laptop.does('addNote', { aboutId: jean, text: 'Knee' })
    laptop.surgery.once = { device: 'revoked' }
    await laptop.exchange()
    expect(await lease()).toMatchObject({ state: 'over', takenOff: true })
    expect([await shows('person', { personId: jean }), await shows('register', { sessionId: id })]).toEqual([false, true])
    await laptop.restart()
    expect(await lease()).toMatchObject({ state: 'over', takenOff: true })
    await laptop.exchange()
    expect(await lease()).toBe(null)
  })
})

describe('[lease] [SY28] a clock', () => {
  test('that is wrong by years does not matter: what counts is the server’s, and the offset measured with it', async () => {
    laptop.ports.time = real - 3000 * day
    await laptop.exchange()
    goBy(9 * day)
    expect(await state()).toBe(null)
    goBy(5 * day)
    expect(await lease()).toMatchObject({ state: 'over', until: new Date(start + 14 * day).toISOString() })
  })

  test('set back does not lengthen the lease: the latest time that was seen holds, over restarts', async () => {
    goBy(13 * day)
    expect(await state()).toBe('soon')
    await laptop.restart()
    laptop.ports.time = start
    expect(await state()).toBe('soon')
    laptop.ports.time = start + 14 * day
    expect(await state()).toBe('over')
    laptop.ports.time = start - 100 * day
    await laptop.restart()
    expect(await state()).toBe('over')
  })

  test('that was put right between two exchanges of one hour is the one that counts after a restart', async () => {
    laptop.ports.time = real - 3000 * day
    goBy(2 * hour)
    await laptop.exchange()
    goBy(hour / 6)
    laptop.ports.time = real
    await laptop.exchange()
    await laptop.restart()
    expect(await lease()).toBe(null)
    goBy(9 * day)
    expect(await state()).toBe(null)
  })

  test('set forward ends it too early, hides no register, drops nothing, and one connection mends it', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.time = start + 3650 * day
    expect(await state()).toBe('over')
    expect((await laptop.view('register', { sessionId: id }))?.hereCount).toBe(1)
    await laptop.restart()
    laptop.ports.time = start
    await laptop.exchange()
    expect([await lease(), laptop.surgery.received.length]).toEqual([null, 2])
  })
})

describe('[lease] a store', () => {
  test('that cannot keep it stops no exchange', async () => {
    const good = laptop.store.db.meta.put.bind(laptop.store.db.meta)
    laptop.store.db.meta.put = (async (entry: { name: string }) => {
      if (entry.name === 'lease') throw new Error('QuotaExceededError')
      return good(entry as never)
    }) as never
    goBy(2 * hour)
    await laptop.does('signInPerson', { session, personId: jean })
    await laptop.exchange()
    expect(await laptop.view('status', null)).toMatchObject({ pending: 0, trouble: null, lease: null })
  })

  test('that was made again counts from then on', async () => {
    goBy(11 * day)
    await laptop.loseStore()
    expect(await state()).toBe(null)
    expect(await laptop.run('signInPerson', { session, personId: jean })).not.toEqual(fail('locked'))
  })
})
