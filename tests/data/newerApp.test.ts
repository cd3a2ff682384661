import { beforeEach, describe, expect, test } from 'vitest'
import { note } from '../../src/shared/records/note.ts'
import { records } from '../../src/shared/records/index.ts'
import { defineRecord, field } from '../../src/shared/records/defineRecord.ts'
import { z } from 'zod'
import { aGroup, aMembership, aPerson, at, idFor, sessionId, stampAt, theirs, which } from '../support/builders.ts'
import { laptopWith, TestLaptop, type Known } from '../support/laptop.ts'

const session = which('Walk and Talk')
const id = sessionId(session)
const jean = idFor('Jean Oakes')
const known: Known = {
  group: [aGroup('Walk and Talk')],
  person: [aPerson('Jean Oakes'), aPerson('Ray Oakes')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
}

let laptop: TestLaptop
beforeEach(async () => {
  laptop = await laptopWith(known)
})
const signIn = (personId: string) => laptop.does('signInPerson', { session, personId })
const here = async () => (await laptop.view('register', { sessionId: id }))?.here.map((row) => row.name).sort()
const status = () => laptop.view('status', null)

describe('[SY18] what a newer app wrote', () => {
  const lift = theirs('transportOffer', idFor('lift'), { seats: 3, personId: jean })
  const mood = () =>
    theirs('note', idFor('n1'), { aboutId: jean, text: 'Knee is better', at: at('10:40'), byId: idFor('Nisha'), mood: 'glad' }, { version: 2 })

  /** Starts it as an app that knows moods. */
  const upgraded = async (look: () => Promise<void>) => {
    const registry = records as unknown as { note: unknown }
    registry.note = defineRecord({
      ...note,
      fields: { ...note.fields, mood: field(z.string().optional(), ['lead']) },
      added: [{ mood: '' }],
    })
    try {
      await laptop.restart()
      await look()
    } finally {
      registry.note = note
    }
  }

  test('is parked, counted, and not misread', async () => {
    laptop.surgery.tells(lift, mood())
    await laptop.exchange()
    expect([(await status()).parked, await laptop.sees('note', idFor('n1')), (await laptop.view('person', { personId: jean }))?.notes]).toEqual([
      2,
      null,
      [],
    ])
    await laptop.restart()
    expect((await status()).parked).toBe(2)
  })

  test('[SY17] goes with a reset: the load brings what there is, and a restored server may have it no more', async () => {
    laptop.surgery.tells(lift, mood())
    await laptop.exchange()
    laptop.surgery.once = { reset: 'epoch' }
    await laptop.exchange()
    expect([(await status()).parked, (await laptop.store.db.parked.toArray()).length]).toEqual([0, 0])
    await upgraded(async () => expect(await laptop.sees('note', idFor('n1'))).toBe(null))
  })

  test('is folded when this app is upgraded and knows it', async () => {
    laptop.surgery.tells(lift, mood())
    await laptop.exchange()
    await upgraded(async () => {
      expect([(await status()).parked, (await laptop.sees('note', idFor('n1')))?.fields['mood']]).toEqual([1, 'glad'])
      expect((await laptop.view('person', { personId: jean }))?.notes.map((one) => one.text)).toEqual(['Knee is better'])
    })
  })
})

describe('[SY22] a laptop that was revoked', () => {
  test('delivers what it has, receives nothing, and keeps it all', async () => {
    await signIn(jean)
    laptop.surgery.judge = () => 'deviceRevoked'
    laptop.surgery.once = { device: 'revoked' }
    await laptop.exchange()
    expect([laptop.surgery.received.length, await here(), await status()]).toEqual([
      2,
      ['Jean Oakes'],
      expect.objectContaining({ held: 2, pending: 0, trouble: { at: at('10:31'), what: 'deviceRevoked' } }),
    ])
  })
})

describe('rows that come out of order or in part', () => {
  test('[SY6] a void that comes before its sign-in takes effect when that comes', async () => {
    const signInFields = {
      sessionId: id,
      personId: jean,
      arrivedAt: at('10:31'),
      how: 'facilitator',
      byId: idFor('Nisha'),
    }
    laptop.surgery.tells(
      theirs(
        'signIn',
        idFor('s'),
        { voidedBecause: 'a mistake', voidedAt: at('10:33'), voidedBy: idFor('Nisha') },
        { stamp: stampAt('10:33', 'Nisha’s laptop') },
      ),
    )
    await laptop.exchange()
    expect(await here()).toEqual([])
    laptop.surgery.tells(theirs('signIn', idFor('s'), signInFields, { stamp: stampAt('10:31', 'Nisha’s laptop') }))
    await laptop.exchange()
    expect([await here(), (await laptop.view('register', { sessionId: id }))?.notYet.map((row) => [row.name, row.undone?.at])]).toEqual([
      [],
      [['Jean Oakes', '10:33']],
    ])
  })

  test('a sign-in of a person who has not arrived is counted and drawn with a placeholder', async () => {
    laptop.surgery.tells(
      theirs('signIn', idFor('s'), {
        sessionId: id,
        personId: idFor('unknown'),
        arrivedAt: at('10:31'),
        how: 'facilitator',
        byId: idFor('Nisha'),
      }),
    )
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: id })
    expect([register?.hereCount, register?.here.map((row) => row.name)]).toEqual([1, ['…']])
    expect((await laptop.view('emergency', { sessionId: id }))?.people.map((person) => person.name)).toEqual(['…'])
    expect((await laptop.view('headCount', { sessionId: id }))?.expected.map((person) => person.name)).toEqual(['…'])
  })

  test('the same person’s sign-ins of two laptops at one session are one attendance on both', async () => {
    await signIn(jean)
    laptop.surgery.tells(
      theirs('signIn', idFor('nishas'), {
        sessionId: id,
        personId: jean,
        arrivedAt: at('10:29'),
        how: 'facilitator',
        byId: idFor('Nisha'),
      }),
    )
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: id })
    expect([register?.hereCount, register?.here.map((row) => [row.arrived, row.twice])]).toEqual([1, [['10:29', true]]])
  })

  test('a session cancelled at the surgery while it runs in the park keeps who came, and says both (peers 3.5)', async () => {
    await signIn(jean)
    laptop.surgery.tells(theirs('session', id, { ...session, cancelledBecause: 'Ice' }))
    await laptop.exchange()
    const register = await laptop.view('register', { sessionId: id })
    expect([register?.state, register?.cancelledBecause, await here()]).toEqual(['cancelledButAttended', 'Ice', ['Jean Oakes']])
  })
})
