import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { readStamp } from '../../src/shared/std/stamp.ts'
import { linkTroubles } from '../../src/shared/sync/protocol.ts'
import { aChange, aGroup, aPerson, at, idFor, stampAt, which } from '../support/builders.ts'
import { laptopWith, TestLaptop } from '../support/laptop.ts'

const session = which('Walk and Talk')
const jean = idFor('Jean Oakes')

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith({
    group: [aGroup('Walk and Talk')],
    person: [aPerson('Jean Oakes')],
    colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
  })
})
const status = () => laptop.view('status', null)
const surgery = () => laptop.view('surgery', null)
const calm = {
  pending: 0,
  oldestPending: null,
  held: 0,
  parked: 0,
  missing: null,
  sending: null,
  loading: null,
  trouble: null,
  clockOffMinutes: null,
  writing: null,
  clockBehind: null,
  diskLow: null,
  notSaved: null,
  whole: true,
  copied: null,
  lease: null,
}

describe('the status', () => {
  test('of a laptop that never reached its surgery says so', async () => {
    laptop = await new TestLaptop().open()
    expect(await status()).toEqual({ ...calm, lastReached: null, whole: false })
  })

  test('after everything was sent says when', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.set('10:40')
    await laptop.exchange()
    expect(await status()).toEqual({ ...calm, lastReached: at('10:40') })
  })

  test('counts what waits, and since when', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.set('10:45')
    await laptop.does('addNote', { aboutId: jean, text: 'Knee' })
    expect(await status()).toEqual({ ...calm, pending: 3, oldestPending: at('10:31'), lastReached: at('10:31') })
  })

  test.each(linkTroubles)('after %s says what and when, and keeps saying when it was reached', async (trouble) => {
    laptop.surgery.trouble = trouble
    laptop.ports.set('10:50')
    await laptop.exchange()
    const again = trouble === 'busy' ? { againAt: '2026-10-22T09:50:02.000Z' } : {}
    expect(await status()).toEqual({ ...calm, lastReached: at('10:31'), trouble: { at: at('10:50'), what: trouble, ...again } })
  })

  test('after a busy server says when it is asked again, and asks then', async () => {
    const answer = laptop.host.network
    laptop.host.network = async () => ({ ok: false, reason: 'busy', afterMs: 8000 })
    await laptop.exchange()
    expect((await status()).trouble).toEqual({ at: at('10:31'), what: 'busy', againAt: '2026-10-22T09:31:12.000Z' })
    expect(laptop.ports.rests.at(-1)).toBe(12_000) // eight, and as much as half of it by chance
    laptop.host.network = answer
    await laptop.exchange()
    expect((await status()).trouble).toBe(null)
  })

  test('says the same after a restart: a failure does not get well by itself', async () => {
    laptop.surgery.trouble = 'offline'
    laptop.ports.set('10:50')
    await laptop.exchange()
    await laptop.restart()
    expect(await status()).toEqual({ ...calm, lastReached: at('10:31'), trouble: { at: at('10:50'), what: 'offline' } })
    laptop.surgery.trouble = null
    await laptop.exchange()
    await laptop.restart()
    expect(await status()).toEqual({ ...calm, lastReached: at('10:50') })
  })

  test('tells of a clock that is wrong, fast or slow, from five minutes on', async () => {
    const off = async (minutes: number) => {
      laptop.surgery.now = () => laptop.ports.time - minutes * 60_000
      await laptop.exchange()
      return (await status()).clockOffMinutes
    }
    expect([await off(4), await off(6), await off(-61), await off(0)]).toEqual([null, 6, -61, null])
  })

  test('tells of a clock that stands before the last thing written here, also with no network and after a restart', async () => {
    laptop.surgery.trouble = 'offline'
    await laptop.does('signInPerson', { session, personId: jean })
    const clock = readStamp(laptop.store.state.clock).ms
    laptop.ports.time = Date.parse('2019-01-01T10:00:00Z')
    await laptop.restart()
    await laptop.exchange()
    expect((await status()).clockBehind).toBe(new Date(clock).toISOString())
    laptop.ports.time = clock
    expect((await status()).clockBehind).toBeNull()
  })

  test('tells of a clock that stands before the last time the server was met, where nothing was written since', async () => {
    laptop.ports.set('10:31', '2026-10-29')
    await laptop.exchange()
    laptop.surgery.trouble = 'offline'
    laptop.ports.set('10:31', '2026-10-27')
    await laptop.restart()
    expect((await status()).clockBehind).toBe(at('10:31', '2026-10-29'))
  })

  test('is told the time by the server rather than by what was written: then its own word counts', async () => {
    laptop.ports.time = Date.parse('2019-01-01T10:00:00Z')
    laptop.surgery.now = () => Date.parse(at('10:31'))
    await laptop.exchange()
    expect(await status()).toMatchObject({
      clockBehind: null,
      clockOffMinutes: (Date.parse('2019-01-01T10:00:00Z') - Date.parse(at('10:31'))) / 60_000,
    })
  })

  test('tells of a disk that runs short', async () => {
    const free = async (bytes: number | null) => {
      const other = new TestLaptop()
      other.host.freeBytes = bytes
      await other.open()
      await other.exchange()
      return (await other.view('status', null)).diskLow
    }
    expect([await free(1e9), await free(3e9), await free(null)]).toEqual([1e9, null, null])
  })

  test('tells of a disk that fills while a register is open', async () => {
    laptop.host.freeBytes = 1e9
    await laptop.exchange()
    expect((await status()).diskLow).toBe(1e9)
  })

  test('shows sending in counts that never go back, and nothing when it is over', async () => {
    const seen: unknown[] = []
    for (let person = 0; person < 200; person++) await laptop.run('addSomeoneNew', { session, givenName: `Walker ${person}`, member: true })
    laptop.laptop.onChanged = (which) => {
      if (which('status')) seen.push(laptop.laptop.status.view().sending)
    }
    await laptop.exchange()
    const sent = (seen as ({ sent: number; of: number } | null)[]).flatMap((one) => (one ? [one.sent] : []))
    expect([sent, [...sent].sort((a, b) => a - b), sent.at(-1)! > 0, (await status()).sending]).toEqual([sent, sent, true, null])
  })

  test('shows a first load in rows while it goes on', async () => {
    const seen: unknown[] = []
    laptop.surgery.once = { reset: 'epoch' }
    laptop.laptop.onChanged = () => seen.push(laptop.laptop.status.view().loading)
    await laptop.exchange()
    expect([seen.some((one) => JSON.stringify(one) === '{"loaded":3,"of":3}'), (await status()).loading]).toEqual([true, null])
  })
})

describe('[SY23] the status never says that everything is at the surgery', () => {
  const allThere = (view: Awaited<ReturnType<typeof status>>) =>
    view.pending === 0 &&
    view.held === 0 &&
    view.parked === 0 &&
    view.missing === null &&
    view.trouble === null &&
    view.notSaved === null &&
    view.lastReached !== null &&
    view.sending === null &&
    view.loading === null

  const steps = fc.constantFrom(
    'signIn',
    'note',
    'venue',
    'exchange',
    'lose the answer',
    'offline',
    'hold venues',
    'let in',
    'newer app',
    'disk full',
    'store refuses',
    'restart',
    'lose the store',
    'reset',
  )

  test('while something waits, is held or parked, or when the last attempt failed, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (schedule) => {
        const one = await laptopWith({ group: [aGroup('Walk and Talk')] })
        let failed = false
        let news = 0
        for (const step of schedule) {
          if (step === 'signIn') await one.run('addSomeoneNew', { session, givenName: 'Walker', member: false })
          if (step === 'note') await one.run('addNote', { aboutId: jean, text: 'Knee' })
          if (step === 'venue') await one.run('createVenue', { fields: { name: 'Park' } })
          if (step === 'hold venues') one.surgery.judge = (change) => (change.record === 'venue' ? 'notAllowed' : null)
          if (step === 'let in') one.surgery.judge = () => null
          if (step === 'newer app')
            one.surgery.tells(aChange('transportOffer', idFor(`lift ${++news}`), { seats: 3 }, { stamp: stampAt('10:40', 'Nisha’s laptop') }))
          if (step === 'disk full') {
            one.host.journalTrouble = 'diskFull'
            await one.run('addNote', { aboutId: jean, text: 'Knee' })
            one.host.journalTrouble = null
          }
          if (step === 'store refuses') {
            const mend = one.storeRefuses()
            await one.run('addNote', { aboutId: jean, text: 'Knee' })
            mend()
          }
          if (step === 'restart') await one.restart()
          if (step === 'lose the store') {
            await one.loseStore()
            failed = false
          }
          if (step === 'reset') one.surgery.once = { reset: 'epoch' }
          const { network } = one.host
          if (step === 'offline') one.host.network = async () => ({ ok: false, reason: 'offline' })
          if (step === 'lose the answer')
            one.host.network = async (request, token) => {
              await network(request, token)
              return { ok: false, reason: 'noAnswer' }
            }
          if (['offline', 'lose the answer', 'exchange', 'reset'].includes(step)) {
            await one.exchange()
            failed = step === 'offline' || step === 'lose the answer'
          }
          one.host.network = network
          const waits = (await one.store.db.changes.toArray()).filter((entry) => entry.state !== 'accepted').length + one.store.unfiled.length
          const parked = await one.store.db.parked.count()
          const view = await one.view('status', null)
          expect([view.pending + view.held, view.parked], schedule.join(', ')).toEqual([waits, parked])
          if (waits > 0 || parked > 0 || failed) expect(allThere(view), schedule.join(', ')).toBe(false)
        }
        await one.laptop.close()
      }),
      { numRuns: 60 },
    )
  })

  test('in the moment in which the log is read again after a write that failed', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    const seen: boolean[] = []
    let read = false
    const reading = laptop.store.openLog().then(() => {
      read = true
    })
    while (!read) {
      seen.push(allThere(laptop.laptop.status.view()))
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
    await reading
    expect([seen.length > 1, seen.includes(true)]).toEqual([true, false])
  })
})

describe('the page about the surgery', () => {
  test('says act by act what waits, whom it is about and who did it, oldest first', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    laptop.ports.set('10:40')
    await laptop.does('addNote', { aboutId: jean, text: 'Knee' })
    await laptop.does('createVenue', { fields: { name: 'Riversley Park' } })
    const waiting = [
      {
        at: at('10:31'),
        by: 'Tom Ashby',
        command: 'signInPerson',
        subjects: ['Jean Oakes', 'Walk and Talk'],
        changes: 2,
        state: 'pending',
        code: null,
      },
      {
        at: at('10:40'),
        by: 'Tom Ashby',
        command: 'addNote',
        subjects: ['Jean Oakes'],
        changes: 1,
        state: 'pending',
        code: null,
      },
      {
        at: at('10:40'),
        by: 'Tom Ashby',
        command: 'createVenue',
        subjects: ['Riversley Park'],
        changes: 1,
        state: 'pending',
        code: null,
      },
    ]
    expect((await surgery()).waiting).toMatchObject(waiting)
    await laptop.restart()
    expect((await surgery()).waiting).toMatchObject(waiting)
  })

  test('names the first of an import and counts the others', async () => {
    const people = ['Ann', 'Ben', 'Cat', 'Dan'].map((givenName, line) => ({ line, fields: { givenName } }))
    await laptop.does('importMembers', { groupId: session.groupId, since: session.date, people })
    expect((await surgery()).waiting).toMatchObject([{ command: 'importMembers', changes: 8, subjects: ['Ann', 'Ben', 'Cat'] }])
  })

  test('an act of which one change is held is held', async () => {
    laptop.surgery.judge = (change) => (change.record === 'signIn' ? 'notAllowed' : change.record === 'session' ? 'withItsAct' : null)
    await laptop.does('signInPerson', { session, personId: jean })
    await laptop.exchange()
    expect([(await surgery()).held.map((act) => [act.state, act.code, act.changes]), (await surgery()).waiting]).toEqual([
      [['held', 'withItsAct', 2]],
      [],
    ])
  })

  test('keeps a history of what moved and what failed, newest first, not of every quiet minute', async () => {
    await laptop.does('signInPerson', { session, personId: jean })
    await laptop.exchange()
    await laptop.exchange()
    laptop.surgery.trouble = 'offline'
    laptop.ports.set('10:50')
    await laptop.exchange()
    await laptop.exchange()
    laptop.surgery.trouble = null
    laptop.ports.set('11:00')
    await laptop.exchange()
    expect((await surgery()).history).toEqual([
      { at: at('11:00'), sent: 0, fetched: 0, trouble: null },
      { at: at('10:50'), sent: 0, fetched: 0, trouble: 'offline' },
      { at: at('10:31'), sent: 2, fetched: 0, trouble: null },
      { at: at('10:31'), sent: 0, fetched: 3, trouble: null },
    ])
    await laptop.restart()
    expect((await surgery()).history.length).toBe(4)
  })

  test('does not pass the refusal of a revoked laptop off as a good exchange, nor repeat it', async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      laptop.surgery.once = { device: 'revoked' }
      await laptop.exchange()
    }
    expect((await surgery()).history.map((one) => one.trouble)).toEqual(['deviceRevoked', null])
  })

  test('keeps thirty lines', async () => {
    for (let round = 0; round < 40; round++) {
      laptop.surgery.trouble = round % 2 ? null : 'offline'
      await laptop.exchange()
    }
    expect((await surgery()).history.length).toBe(30)
  })

  test('a history that cannot be written does not stop the exchange', async () => {
    const { meta } = laptop.store.db
    const put = meta.put.bind(meta)
    meta.put = () => Promise.reject(new Error('QuotaExceededError')) as never
    laptop.surgery.trouble = 'offline'
    await laptop.exchange()
    meta.put = put
    laptop.surgery.trouble = null
    await laptop.does('signInPerson', { session, personId: jean })
    await laptop.exchange()
    expect((await status()).pending).toBe(0)
  })
})
