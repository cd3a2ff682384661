import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../../src/shared/changes/change.ts'
import type { RecordName } from '../../src/shared/records/index.ts'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import { makeStamp } from '../../src/shared/std/stamp.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { aChange, aGroup, aMembership, aPerson, aSession, aSignIn, aSlot, at, idFor, sessionId, thursday, which } from '../support/builders.ts'
import { laptopWith, type TestLaptop } from '../support/laptop.ts'

const people = ['Jean Oakes', 'Ray Ellison', 'Nisha Kaur', 'Prakash']
const groups = ['Walk and Talk', 'Pain Café']
const walk = which('Walk and Talk')
const lastWeek = which('Walk and Talk', addDays(thursday, -7))
const sessions = [walk, lastWeek, which('Pain Café'), which('Walk and Talk', thursday, 2)]

const steps = fc.record({
  kind: fc.constantFrom(
    'signIn',
    'undo',
    'leave',
    'comeBack',
    'new',
    'edit',
    'remove',
    'join',
    'end',
    'count',
    'close',
    'reopen',
    'cancel',
    'move',
    'note',
    'contact',
    'ctrlZ',
    'pause',
    'theirSignIn',
    'theirVoid',
    'theirEdit',
    'theirEnd',
    'theirGroup',
    'reset',
    'hold',
    'exchange',
    'later',
  ),
  person: fc.constantFrom(...people.map(idFor)),
  session: fc.constantFrom(...sessions),
  which: fc.nat(7),
})
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never

/** Schedules played; GATHER_RUNS=500 for a long look. */
const runs = Number(process.env['GATHER_RUNS'] ?? 20)

/** Every view there is, of everything there is. */
async function allViews(laptop: TestLaptop) {
  return {
    today: await laptop.view('today', null),
    registers: await Promise.all(sessions.map((one) => laptop.view('register', { sessionId: sessionId(one) }))),
    closing: await laptop.view('closing', { sessionId: sessionId(walk) }),
    counting: await laptop.view('headCount', { sessionId: sessionId(walk) }),
    emergency: await laptop.view('emergency', { sessionId: sessionId(walk) }),
    people: await laptop.view('people', { text: '', most: 50 }),
    found: await laptop.view('people', { text: 'oak', most: 50 }),
    each: await Promise.all(people.map((name) => laptop.view('person', { personId: idFor(name) }))),
    groups: await laptop.view('groups', null),
    group: await laptop.view('group', { groupId: idFor('Walk and Talk') }),
    team: await laptop.view('team', null),
    hits: await laptop.laptop.searchIn({ sessionId: sessionId(walk), text: 'n' }),
    waiting: (await laptop.view('surgery', null)).waiting,
  }
}

/** A change of Nisha's laptop, a little later than everything so far. */
function theirs(laptop: TestLaptop, record: RecordName, row: string, fields: { [field: string]: Json }): void {
  const device = idFor('Nisha’s laptop')
  laptop.surgery.tells(
    aChange(record, row, fields, {
      device,
      stamp: makeStamp({ ms: laptop.ports.time, counter: laptop.surgery.revision % 1000, device }),
    }),
  )
}

async function play(laptop: TestLaptop, { kind, person, session, which: number }: Step): Promise<void> {
  const id = sessionId(session)
  const signIns = await laptop.store.linked('signIn', 'sessionId', id)
  const some = signIns[number % Math.max(1, signIns.length)]
  const ids = some ? [some.id] : [idFor('none')]
  laptop.ports.time += 1_000
  if (kind === 'signIn') await laptop.run('signInPerson', { session, personId: person })
  if (kind === 'undo') await laptop.run('voidSignIns', { signInIds: ids })
  if (kind === 'leave') await laptop.run('leaveEarly', { signInIds: ids })
  if (kind === 'comeBack') await laptop.run('comeBack', { signInIds: ids })
  if (kind === 'new') await laptop.run('addSomeoneNew', { session, givenName: `New ${number}`, member: number % 2 === 0 })
  if (kind === 'edit')
    await laptop.run('editPerson', {
      personId: person,
      fields: { familyName: `Oak${number}`, phone: `01632 96000${number}`, alerts: ['Inhaler'] },
    })
  if (kind === 'remove') await laptop.run('editPerson', { personId: person, fields: { removedBecause: number % 2 ? 'moved away' : null } })
  if (kind === 'join') await laptop.run('addMember', { groupId: idFor(groups[number % 2]!), personId: person, since: thursday })
  if (kind === 'end') await laptop.run('endMembership', { groupId: idFor(groups[number % 2]!), personId: person, endedOn: thursday })
  if (kind === 'count')
    await laptop.run('recordHeadCount', {
      session,
      moment: (['out', 'halfway', 'back'] as const)[number % 3]!,
      counted: number,
      missingIds: [person],
    })
  if (kind === 'close') await laptop.run('closeSession', { session, mismatchReason: 'a helper' })
  if (kind === 'reopen') await laptop.run('reopenSession', { session, because: 'too early' })
  if (kind === 'cancel') await laptop.run('cancelSession', { session, because: number % 2 ? 'Ice' : null })
  if (kind === 'move') await laptop.run('changeSession', { session, start: `1${number}:15` })
  if (kind === 'note') await laptop.run('addNote', { aboutId: number % 2 ? person : id, text: `Note ${number}` })
  if (kind === 'contact') await laptop.run('addEmergencyContact', { personId: person, name: 'Karen', phone: `07700 90000${number}` })
  if (kind === 'ctrlZ') await laptop.laptop.undoLast()
  if (kind === 'pause') await laptop.run('editGroup', { groupId: idFor('Pain Café'), fields: { state: number % 2 ? 'paused' : 'running' } })
  if (kind === 'theirSignIn')
    theirs(laptop, 'signIn', idFor(`their ${person} ${id}`), {
      sessionId: id,
      personId: person,
      arrivedAt: at('10:29', session.date),
      how: 'facilitator',
      byId: idFor('Nisha'),
    })
  if (kind === 'theirVoid')
    theirs(laptop, 'signIn', some?.id ?? idFor(`their ${person} ${id}`), {
      voidedBecause: 'a mistake',
      voidedAt: at('10:40'),
      voidedBy: idFor('Nisha'),
    })
  if (kind === 'theirEdit') theirs(laptop, 'person', person, { phone: '01632 960099', givenName: `Name${number}` })
  if (kind === 'theirEnd') theirs(laptop, 'membership', membershipIdOf(walk.groupId, person), { endedOn: number % 2 ? thursday : null })
  if (kind === 'theirGroup')
    theirs(laptop, 'group', walk.groupId, {
      schedule: [aSlot({ start: `1${number}:30` }), aSlot({ slot: 2, start: '14:00', end: '15:00' })],
    })
  if (kind === 'reset') laptop.surgery.once = { reset: 'epoch' }
  if (kind === 'hold') laptop.surgery.judge = (change) => (number % 2 && change.record === 'signIn' ? 'notAllowed' : null)
  if (kind === 'later') laptop.ports.time += 3_600_000
  if (kind.startsWith('their') || kind === 'reset' || kind === 'exchange') await laptop.exchange()
}

test('after any acts, here and elsewhere, every view shows what a laptop just started would show', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 14 }), async (schedule) => {
      const two = aGroup('Walk and Talk', { schedule: [aSlot(), aSlot({ slot: 2, start: '14:00', end: '15:00' })] })
      const laptop = await laptopWith({
        group: [two, aGroup('Pain Café', { counts: false, schedule: [aSlot({ start: '13:00', end: '14:00' })] })],
        person: people.map((name) => aPerson(name)),
        membership: people.slice(0, 3).map((name) => aMembership('Walk and Talk', name)),
        session: [aSession(lastWeek)],
        signIn: [aSignIn('Jean Oakes', '10:30', { sessionId: sessionId(lastWeek), arrivedAt: at('10:30', lastWeek.date) })],
      })
      await allViews(laptop)
      for (const step of schedule) {
        await play(laptop, step)
        await allViews(laptop)
      }
      const before = await allViews(laptop)
      await laptop.restart()
      const said = schedule.map((step) => step.kind).join(', ')
      expect(await allViews(laptop), said).toEqual(before)
      await laptop.laptop.close()
    }),
    { numRuns: runs },
  )
}, 600_000)
