import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ticketMs, kioskCalls, kioskSources, type KioskMessage } from '../../src/shared/ipc/kiosk.ts'
import { records, type Entity } from '../../src/shared/records/index.ts'
import { kioskName } from '../../src/shared/rules/names.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { fail } from '../../src/shared/std/result.ts'
import { aGroup, aMembership, aPerson, idFor } from '../support/builders.ts'
import type { TestKiosk } from '../support/kiosk.ts'
import { rowsOf } from '../support/laptop.ts'
import { until } from '../support/until.ts'
import { id, passphrase, pause, Rig, session } from './rig.ts'

const walk = 'Walk and Talk'
const people = [
  aPerson('Jean Oakes', { phone: '07700 900123', alerts: ['Inhaler'] }),
  aPerson('Nisha Kaur', { bornOn: '1962-03-14' }),
  aPerson('Nisha Khan', { bornOn: '1970-08-02' }),
  aPerson('Nigel Abbott'),
  aPerson('Derek Blocked', { signInBlocked: true }),
  aPerson('Archie Vale', { archivedOn: '2026-01-01' }),
]
const stranger = aPerson('Zoltan Fekete', { bornOn: '1958-11-09' })
const card = { id: idFor('card'), personId: idFor('Jean Oakes'), token: 'ABCDEF0123456789', madeAt: '2026-10-01T10:00:00Z', byId: idFor('Tom') }
const oldCard = { ...card, id: idFor('old card'), token: 'VVVVVV0123456789', revokedAt: '2026-10-02T10:00:00Z' }

const nigelsCard = { ...card, id: idFor('Nigel’s card'), personId: idFor('Nigel Abbott'), token: 'KKKKKK0123456789' }

let rig: Rig
let kiosk: TestKiosk
beforeEach(async () => {
  rig = new Rig()
  rig.office.rows = rowsOf({
    group: [aGroup(walk)],
    person: [...people, stranger],
    membership: people.map((one) => aMembership(walk, nameOf(one))),
    card: [card, oldCard, nigelsCard],
  })
  await rig.joined()
  await rig.worker.call('startKiosk', { sessionId: id })
  kiosk = rig.worker.kiosk()
})
afterEach(async () => {
  vi.useRealTimers()
  await rig.worker.call('lock')
})

function nameOf(person: Entity<'person'>): string {
  return [person.givenName, person.familyName].filter(Boolean).join(' ')
}

const find = (text: string, all = false) => kiosk.ask('find', { text, all })
async function signIn(text: string) {
  const found = await find(text)
  return kiosk.ask('signIn', { ticket: found.found === 'one' ? found.ticket : 'x'.repeat(22) })
}
async function leave() {
  const ended = new Promise<void>((resolve) => (kiosk.ended = resolve))
  void kiosk.ask('leave', { passphrase })
  await ended
  await until(() => rig.worker.phase?.phase === 'open')
}

describe('signing in at the kiosk (story 16)', () => {
  test('two letters, one name, one press; it is written as the kiosk’s', async () => {
    expect(await find('je')).toEqual({ found: 'one', name: 'Jean O.', ticket: expect.any(String) })
    expect(await signIn('jean')).toEqual({ done: 'signedIn' })
    expect(await signIn('jean')).toEqual({ done: 'already' })
    await leave()
    expect(await rig.here()).toEqual(['Jean Oakes'])
  })

  test('the sign-in says how: at the kiosk, or by card', async () => {
    await signIn('jean')
    const scanned = await kiosk.ask('scan', { code: nigelsCard.token })
    await kiosk.ask('signIn', { ticket: 'ticket' in scanned ? scanned.ticket : '' })
    await leave()
    await rig.worker.call('sendNow')
    const how = () => rig.office.received.filter((change) => change.record === 'signIn').map((change) => change.fields['how'])
    await until(() => how().length >= 2)
    expect(how()).toEqual(['kiosk', 'card'])
  })

  test('two who are drawn alike are asked the day, and neither name is told before', async () => {
    const asked = await find('nisha k')
    expect(asked).toEqual({ found: 'ask', ticket: expect.any(String) })
    const ticket = 'ticket' in asked ? asked.ticket : ''
    expect(await kiosk.ask('answer', { ticket, day: 14 })).toMatchObject({ found: 'one', name: 'Nisha K.' })
    expect(await kiosk.ask('answer', { ticket, day: 14 })).toEqual({ found: 'none' }) // asked once for each typing
  })

  test.each(['derek', 'archie', 'bogna'])('%s hears the same: nobody is told why', async (text) => {
    expect(await find(text)).toEqual({ found: 'none' })
  })

  test('somebody of another group is not offered by a few letters: their whole name and the day they were born on, or the leader', async () => {
    expect([await find('zo'), await find('zoltan'), await find('zoltan', true), await find('zoltan fekete')]).toEqual(
      Array(4).fill({ found: 'none' }),
    )
    const asked = async (name: string, day: number) => {
      const found = await find(name, true)
      expect(found).toEqual({ found: 'ask', ticket: expect.any(String) })
      return kiosk.ask('answer', { ticket: 'ticket' in found ? found.ticket : '', day })
    }
    expect(await asked('Bogna Nowak', 9)).toEqual({ found: 'none' }) // whom nobody knows is asked the same
    expect(await asked('Zoltan Fekete', 8)).toEqual({ found: 'none' })
    expect(await asked('Zoltan Fekete', 9)).toMatchObject({ found: 'one', name: 'Zoltan F.' })
  })

  test.each([
    ['is in already', 0, true],
    ['came seven days ago', 7, true],
    ['came half a year ago', 182, false],
  ] as const)('who %s is offered as a member is, or not', async (_when, daysAgo, offered) => {
    await leave()
    const day = { ...session, date: addDays(session.date, -daysAgo) }
    expect(await rig.worker.call('run', 'signInPerson', { session: day, personId: stranger.id })).toMatchObject({ ok: true })
    await rig.worker.call('startKiosk', { sessionId: id })
    kiosk = rig.worker.kiosk()
    expect(await find('zo')).toMatchObject(offered ? { found: 'one', name: 'Zoltan F.' } : { found: 'none' })
  })

  test('a ticket is good for a minute, once, and only the last one is', async () => {
    const first = await find('je')
    const second = await find('nig')
    const [old, now] = [first, second].map((one) => ('ticket' in one ? one.ticket : ''))
    expect(await kiosk.ask('signIn', { ticket: old! })).toEqual({ done: 'stale' })
    rig.ports.time += ticketMs
    expect(await kiosk.ask('signIn', { ticket: now! })).toEqual({ done: 'stale' })
  })

  test('a full disk is said, and nobody is told that they are in', async () => {
    rig.host.journalTrouble = 'diskFull'
    expect(await signIn('jean')).toEqual({ done: 'notSaved' })
  })

  test('a closed register sends to the leader and opens no kiosk', async () => {
    await leave()
    await rig.worker.call('run', 'closeSession', { session })
    expect(await rig.worker.call('startKiosk', { sessionId: id })).toEqual(fail('sessionClosed'))
  })

  test('who tries letter after letter meets a pause that grows; who signs in ends it', async () => {
    const tries = ['je', 'nig', 'je', 'nig']
    for (const text of tries) expect(await find(text)).toMatchObject({ found: 'one' })
    expect(await find('je')).toEqual({ found: 'wait', ms: 1000 })
    rig.ports.time += 1000
    expect(await find('je')).toMatchObject({ found: 'one' })
    expect(await find('nig')).toEqual({ found: 'wait', ms: 2000 })
    rig.ports.time += 2000
    expect(await signIn('nig')).toEqual({ done: 'signedIn' })
    expect(await find('je')).toMatchObject({ found: 'one' })
  })
})

describe('after signing in (story 17)', () => {
  test('one face for each sign-in, mixed with others before it is written, and without a name', async () => {
    await signIn('jean')
    const before = rig.host.journal.length
    expect([await kiosk.ask('today', { value: 4 }), await kiosk.ask('today', { value: 1 })]).toEqual([{ saved: true }, { saved: true }])
    await leave()
    expect(rig.host.journal.length).toBe(before + 1)
    await rig.worker.call('sendNow')
    const told = () => rig.office.received.filter((change) => change.record === 'mood').map((change) => change.fields['today'])
    await until(() => told().length > 0)
    expect(told()).toEqual([1]) // the last one said
  })

  test('a face is taken back, and nobody else changes it: the next person begins', async () => {
    await signIn('jean')
    await kiosk.ask('today', { value: 4 })
    await kiosk.ask('today', { value: null })
    await find('nig')
    expect(await kiosk.ask('today', { value: 1 })).toEqual({ saved: false })
    const before = rig.host.journal.length
    await leave()
    expect(rig.host.journal.length).toBe(before)
  })

  test('who no longer wants the leader takes it back while they are there: the panel is empty, and nobody is said to have seen to it', async () => {
    const found = await find('jean')
    const ticket = 'ticket' in found ? found.ticket : ''
    await kiosk.ask('signIn', { ticket })
    expect(await kiosk.ask('takeBack', { ticket, kind: 'help' })).toEqual({ saved: false })
    await kiosk.ask('raise', { ticket, kind: 'help' })
    await kiosk.ask('raise', { ticket, kind: 'noPhotos' })
    expect(await kiosk.ask('takeBack', { ticket, kind: 'help' })).toEqual({ saved: true })
    await find('nig')
    expect(await kiosk.ask('takeBack', { ticket, kind: 'noPhotos' })).toEqual({ saved: false })
    await leave()
    const watch = rig.worker.watch('kioskRequests', { sessionId: id })
    await until(() => watch.told.length > 0)
    expect(watch.told.at(-1)?.map((one) => one.kind)).toEqual(['noPhotos'])
    await rig.worker.call('sendNow')
    const takenBack = () => rig.office.received.filter((change) => change.record === 'kioskRequest' && change.fields['seenToAt'])
    await until(() => takenBack().length > 0)
    expect(takenBack().map((change) => 'seenToBy' in change.fields)).toEqual([false])
  })

  test('a lock writes the faces first', async () => {
    await signIn('jean')
    await kiosk.ask('today', { value: 4 })
    const before = rig.host.journal.length
    rig.worker.hostSays('lockNow')
    await until(() => rig.worker.phase?.phase === 'locked')
    expect([rig.host.journal.length, kiosk.heard.at(-1), kiosk.closed]).toEqual([before + 1, { ended: true }, true])
  })

  test('who asks for the leader stands on the leader’s panel, someone new with the name they typed', async () => {
    const found = await find('jean')
    const ticket = 'ticket' in found ? found.ticket : ''
    await kiosk.ask('signIn', { ticket })
    expect(await kiosk.ask('raise', { ticket, kind: 'changed' })).toEqual({ saved: true })
    expect(await kiosk.ask('raise', { ticket: null, kind: 'someoneNew', firstName: 'Bogna' })).toEqual({ saved: true })
    await leave()
    const watch = rig.worker.watch('kioskRequests', { sessionId: id })
    await until(() => watch.told.length > 0)
    expect(watch.told.at(-1)?.map((one) => [one.kind, one.name, one.firstName])).toEqual([
      ['changed', 'Jean Oakes', null],
      ['someoneNew', null, 'Bogna'],
    ])
  })
})

describe('cards (story 40)', () => {
  test('a card names its holder, and the sign-in says that it was by card', async () => {
    expect(await kiosk.ask('scan', { code: card.token })).toMatchObject({ found: 'one', name: 'Jean O.' })
    expect(await kiosk.ask('scan', { code: 'abc def' })).toMatchObject({ found: 'one', name: 'Jean O.' })
  })

  test('a revoked card and one of another team say so, and name nobody', async () => {
    expect(await kiosk.ask('scan', { code: oldCard.token })).toEqual({ found: 'oldCard' })
    expect(await kiosk.ask('scan', { code: '0000000000000000' })).toEqual({ found: 'noCard' })
  })

  test('a card scanned with Caps Lock on names its holder', async () => {
    expect(await kiosk.ask('scan', { code: card.token.toLowerCase() })).toMatchObject({ found: 'one', name: 'Jean O.' })
  })

  test('a card’s letters are never passed on as the name of somebody new', async () => {
    for (const firstName of [card.token, card.token.toLowerCase(), `${card.token.slice(0, 7)}`])
      await kiosk.ask('raise', { ticket: null, kind: 'someoneNew', firstName })
    await leave()
    const watch = rig.worker.watch('kioskRequests', { sessionId: id })
    await until(() => watch.told.length > 0)
    expect(watch.told.at(-1)?.map((one) => one.firstName)).toEqual([null, null, null])
  })

  test('the leader’s search takes the scanner too', async () => {
    await leave()
    expect(await rig.worker.call('signInBest', { sessionId: id, text: card.token })).toMatchObject({ ok: true, value: { name: 'Jean Oakes' } })
    expect(await rig.worker.call('signInBest', { sessionId: id, text: card.token })).toMatchObject({
      ok: true,
      value: { name: 'Jean Oakes', refused: 'alreadyHere' },
    })
    expect(await rig.worker.call('signInBest', { sessionId: id, text: oldCard.token })).toEqual(fail('cardRevoked'))
    expect(await rig.worker.call('signInBest', { sessionId: id, text: '0000000000000000' })).toEqual(fail('cardUnknown'))
  })
})

describe('while the kiosk is open', () => {
  test('the window is answered nothing and told nothing', async () => {
    const watch = rig.worker.watch('register', { sessionId: id })
    await signIn('jean')
    await expect(rig.worker.ask('goTo', { text: 'jean' })).rejects.toThrow('KioskIsOpen')
    await expect(rig.worker.call('run', 'signInPerson', { session, personId: idFor('Nigel Abbott') })).rejects.toThrow('KioskIsOpen')
    await expect(rig.worker.call('unlock', passphrase)).rejects.toThrow('KioskIsOpen')
    await pause(30)
    expect([watch.told, rig.worker.phase]).toEqual([[], { phase: 'kiosk' }])
    await leave()
    await until(() => watch.told.length > 0)
    expect(watch.told.at(-1)?.here.map((row) => row.name)).toEqual(['Jean Oakes'])
  })

  test('what was asked just before is not answered during it', async () => {
    await leave()
    const before = rig.worker.ask('goTo', { text: 'jean' })
    const started = rig.worker.call('startKiosk', { sessionId: id })
    await Promise.allSettled([before, started])
    expect(rig.worker.phase).toEqual({ phase: 'kiosk' })
  })

  test('[S15] a kiosk that locked itself leaves no hour behind: unlocked and not touched, the laptop locks after minutes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] })
    await rig.start()
    await rig.worker.call('unlock', passphrase)
    await rig.worker.call('startKiosk', { sessionId: id })
    const look = async () => {
      vi.advanceTimersByTime(10_000)
      await pause(30)
      return rig.worker.phase?.phase
    }
    rig.ports.time += 59 * 60_000
    expect(await look()).toBe('kiosk')
    rig.ports.time += 2 * 60_000
    expect(await look()).toBe('locked')
    await rig.worker.call('unlock', passphrase)
    rig.ports.time += 5 * 60_000 - 1_000
    expect(await look()).toBe('open')
    rig.ports.time += 2_000
    expect(await look()).toBe('locked')
  })

  test('leaving takes the passphrase, and a wrong one is slowed down as at the lock', async () => {
    expect(await kiosk.ask('leave', { passphrase: 'not this one at all' })).toEqual({ waitMs: 1000 })
    expect(await kiosk.ask('leave', { passphrase })).toEqual({ waitMs: 1000 })
    rig.ports.time += 1001
    await leave()
    expect([rig.worker.phase?.phase, kiosk.heard.at(-1)]).toEqual(['open', { ended: true }])
  })

  test('a second port is refused: no other page can join in', () => {
    expect(rig.worker.kiosk().closed).toBe(true)
  })
})

describe('no second person', () => {
  const told = () => kiosk.heard.filter((message): message is Extract<KioskMessage, { ok: true }> => 'ok' in message && message.ok)

  test('property: whatever is typed, no answer holds anything but one kiosk name that fits it', async () => {
    const names = people.concat(stranger).map(kioskName)
    const texts = fc.oneof(fc.stringMatching(/^[a-z]{1,2}$/), fc.constantFrom(...people.map(nameOf)), fc.string({ maxLength: 12 }))
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (text, all) => {
        rig.ports.time += 61_000 // the pace is another test
        const answer = await find(text, all)
        const words = JSON.stringify('ticket' in answer ? { ...answer, ticket: '' } : answer)
        const named = names.filter((name) => words.includes(name))
        expect(named.length).toBeLessThanOrEqual(answer.found === 'one' ? 2 : 0) // Nisha K. is two people's
        expect(new Set(named).size).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test('no letter of a field that is not for the kiosk ever crosses: canaries in every one of them', async () => {
    await signIn('jean')
    for (const one of people) await find(nameOf(one), true)
    await kiosk.ask('first', {})
    const words = JSON.stringify(told())
    for (const canary of ['Oakes', 'Kaur', 'Khan', 'Abbott', 'Blocked', '07700', 'Inhaler', '1962', ...people.map((one) => one.id)])
      expect(words).not.toContain(canary)
  })

  test('every field of every answer comes from a record field that goes to the kiosk', () => {
    const plain = ['found', 'ticket', 'ms', 'done', 'saved', 'waitMs', 'help'] // help: numbers of a public list
    const answers = Object.values(kioskCalls).flatMap(({ answer }): { shape: object }[] => ('options' in answer ? [...answer.options] : [answer]))
    const fields = answers.flatMap((answer) => Object.keys(answer.shape)).filter((field) => !plain.includes(field))
    expect(fields.filter((field) => !Object.hasOwn(kioskSources, field))).toEqual([])
    for (const [record, field] of Object.values(kioskSources).flat()) {
      const goes = records[record].goes as Record<string, readonly string[]>
      expect(goes[field], `${record}.${field}`).toContain('kiosk')
    }
  })

  test.each([
    { call: 1, method: 'list', input: {} },
    { call: 1, method: 'find', input: { text: 'je', all: false, list: true } },
    { call: 1, method: 'find', input: { text: 7, all: false } },
    { call: 1, method: 'first', input: { more: 1 } },
    { call: 1, method: 'constructor', input: {} },
    { call: 1, method: 'signIn', input: { ticket: idFor('Jean Oakes') } },
  ])('what is not in the contract is not answered: %j', async (message) => {
    const answer = await Promise.race([kiosk.raw(message), pause(50)])
    expect(answer === undefined || (answer as { ok: boolean }).ok === false).toBe(true)
  })
})

describe('[story 33] telling how it was at the kiosk', () => {
  const told = (more: object = {}) => kiosk.ask('tell', { change: null, wishes: [], words: '', ...more })
  const voices = () => rig.office.received.filter((change) => change.record === 'voice').map((change) => change.fields)
  const sent = async (many: number) => {
    await leave()
    await rig.worker.call('sendNow')
    await until(() => voices().length >= many)
    return voices()
  }

  test('only who has just signed in is asked; the last they said counts, and taken back it is nothing', async () => {
    expect(await told({ change: 'better' })).toEqual({ saved: false, help: [] })
    await signIn('jean')
    expect(await told({ change: 'harder' })).toEqual({ saved: true, help: [] })
    await told({ change: 'better', wishes: ['nearer'], words: 'A walk in Bedworth' })
    await signIn('nigel')
    await told({ change: 'same' })
    await told()
    const [one, ...others] = await sent(1)
    expect(others).toEqual([])
    expect(one).toEqual({
      ...{ groupId: session.groupId, sessionId: id, on: session.date, said: 'kiosk' },
      ...{ change: 'better', wishes: ['nearer'], words: 'A walk in Bedworth' },
    })
  })

  test('nothing says who: no name, no time, and it is written with the answers of others, not behind the sign-in', async () => {
    await signIn('jean')
    await told({ change: 'better' })
    const before = rig.host.journal.length
    await signIn('nigel')
    expect(rig.host.journal.length).toBe(before + 1) // the sign-in alone
    const all = await sent(1)
    expect(JSON.stringify(all)).not.toMatch(/Jean|Nigel|byId|personId|T\d\d:/)
  })

  test('words of harm are written among what others answered before, so that they do not stand alone behind a sign-in', async () => {
    await signIn('jean')
    await kiosk.ask('today', { value: 4 })
    await told({ change: 'better' })
    await signIn('nigel')
    const before = rig.host.journal.length
    await told({ words: 'I want to die' })
    expect(rig.host.journal.length).toBe(before + 3)
    expect((await sent(2)).map((one) => one['forLead'] ?? false).sort()).toEqual([false, true])
  })

  test('words of harm go to the lead at once, and whoever wrote them is told who to call; another answer is not taken', async () => {
    await signIn('jean')
    const before = rig.host.journal.length
    const { saved, help } = await told({ change: 'harder', words: 'He hits me at home.' })
    expect([saved, help.map((one) => one.number)]).toEqual([true, expect.arrayContaining(['999', '116 123'])])
    expect(rig.host.journal.length).toBe(before + 1)
    expect(await told({ words: 'Lovely' })).toEqual({ saved: false, help: [] })
    expect(await sent(1)).toEqual([expect.objectContaining({ change: 'harder', forLead: true, leadWords: 'He hits me at home.' })])
    expect(voices()[0]).not.toHaveProperty('words')
  })
})
