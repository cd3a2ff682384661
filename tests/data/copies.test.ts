import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AcceptedChange } from '../../src/shared/changes/change.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { backupTeam, restoreTeam } from '../../src/server/backup.ts'
import { releaseHeld } from '../../src/server/held.ts'
import { unseenNotices } from '../../src/server/notices.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import type { Transaction } from '../../src/server/sql/sql.ts'
import { aSlot, at, idFor, thursday } from '../support/builders.ts'
import { DiskLaptop, type Mishap } from '../support/disk.ts'
import { refuseCommits } from '../support/round.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const groupId = idFor('Walk and Talk')
const session = { groupId, date: thursday, slot: 1 }
const sessionId = sessionIdOf(groupId, thursday, 1)
const people = ['Jean', 'Ray', 'Mavis', 'Prakash', 'Dot', 'Edna', 'Kasia']
let time = Date.parse(at('10:31'))
let surgery: Surgery
const its = () => surgery
const open: DiskLaptop[] = []

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
})
afterAll(async () => {
  for (const one of open) await one.laptop.close()
  await surgery.close()
})
beforeEach(async () => {
  for (const one of open.splice(0)) await one.laptop.close()
  await surgery.empty()
  time = Date.parse(at('10:31'))
  const group = { name: 'Walk and Talk', schedule: [aSlot()], counts: true, state: 'running', facilitatorIds: [] }
  await inTeam((tx) =>
    writeAsServer(
      tx,
      surgery.team,
      surgery.lead,
      'office',
      [
        { record: 'group', row: groupId, fields: group } as never,
        ...people.map((name) => ({ record: 'person', row: idFor(name), fields: { givenName: name } }) as never),
      ],
      time,
    ),
  )
})

const inTeam = <Value>(work: (tx: Transaction) => Promise<Value>) => surgery.sql.transaction({ team: surgery.team }, work)

async function joined(): Promise<DiskLaptop> {
  const one = await DiskLaptop.joined(its)
  open.push(one)
  return one
}
async function twinOf(one: DiskLaptop): Promise<DiskLaptop> {
  const twin = await DiskLaptop.on(its, await one.copy())
  open.push(twin)
  return twin
}
const signIn = async (one: DiskLaptop, name: string) => {
  time += 1000
  await one.does('signInPerson', { session, personId: idFor(name) })
}
const here = async (one: DiskLaptop) => (await one.view('register', { sessionId }))?.here.map((row) => row.name).sort()
const log = () =>
  inTeam((tx) =>
    tx.query<{ device: string; sequence: number; id: string; body: AcceptedChange }>(
      'select device, sequence, id, body from change_log where team = $1 order by revision',
      [surgery.team],
    ),
  )
const notices = () => inTeam((tx) => unseenNotices(tx, surgery.team))

/** Each number of each device stands for one change, but for those that were used again before anybody could know. */
async function numbersUsedTwice(): Promise<number> {
  const lines = await log()
  return lines.length - new Set(lines.map((line) => `${line.device} ${line.sequence}`)).size
}

describe('[S14][SY24][SY25] a laptop that is put back after it had sent', () => {
  /** Two are here and sent when the disk is copied, two more when it is put back. */
  async function putBack(): Promise<DiskLaptop> {
    const one = await joined()
    for (const name of ['Jean', 'Ray']) await signIn(one, name)
    await one.meet()
    const disk = await one.copy()
    for (const name of ['Mavis', 'Prakash']) {
      await signIn(one, name)
      await one.meet()
    }
    await one.putBack(disk)
    return one
  }

  test('gets everything back at its first exchange, its own later changes among it, and goes on as a device of its own', async () => {
    const one = await putBack()
    expect(await here(one)).toEqual(['Jean', 'Ray'])
    const before = one.identity
    one.said.length = 0
    await one.meet()
    expect(await here(one)).toEqual(['Jean', 'Mavis', 'Prakash', 'Ray'])
    expect([one.identity.device === before.device, one.identity.formerly, one.identity.colleague]).toEqual([false, [before.device], before.colleague])
    await signIn(one, 'Dot')
    await one.meet()
    expect([await numbersUsedTwice(), (await log()).filter((line) => line.device === one.identity.device).length]).toEqual([0, 1])
    expect(await here(one)).toEqual(['Dot', 'Jean', 'Mavis', 'Prakash', 'Ray'])
  })

  test('says what happened until somebody has read it, over a restart, and tells the lead', async () => {
    const one = await putBack()
    await one.meet()
    const told = 'This laptop was working from an old copy. All that the surgery has was fetched again.'
    expect([one.status.mark, one.status.details]).toEqual(['safe', [told]])
    await one.restart()
    expect(one.status.details).toContain(told)
    await one.laptop.copyRead()
    expect([one.status.details, (await one.view('status', null)).copied]).toEqual([[], null])
    await one.restart()
    await one.meet()
    expect(one.status.details).toEqual([])
    const before = one.identity.formerly![0]!
    expect((await notices()).map(({ device, kind, data }) => ({ device, kind, data }))).toContainEqual({
      device: before,
      kind: 'putBack',
      data: { became: one.identity.device, laptops: 1 },
    })
  })

  test('never says that everything is at the surgery before it has fetched all', async () => {
    const one = await putBack()
    for (let lost = 0; lost < 12; lost++) {
      one.said.length = 0
      one.suffers((_request, at) => {
        if (at === 0) one.said.length = 0 // until it asks, it cannot know
        return at >= lost ? 'replyLost' : null
      })
      await one.exchange()
      for (const { mark } of one.said) if (mark === 'safe') expect(await here(one)).toEqual(['Jean', 'Mavis', 'Prakash', 'Ray'])
      await one.restart()
      if (one.status.mark === 'safe') expect(await here(one)).toEqual(['Jean', 'Mavis', 'Prakash', 'Ray'])
    }
    one.suffers(() => null)
    await one.meet()
    expect([one.status.mark, await here(one)]).toEqual(['safe', ['Jean', 'Mavis', 'Prakash', 'Ray']])
  })

  test('and is used before it meets the server, loses neither what it wrote then nor what it had sent', async () => {
    const one = await putBack()
    for (const name of ['Dot', 'Edna']) await signIn(one, name)
    await one.meet()
    expect(await here(one)).toEqual(['Dot', 'Edna', 'Jean', 'Mavis', 'Prakash', 'Ray'])
    const twice = await numbersUsedTwice()
    expect(twice).toBeGreaterThan(0) // nobody could know before they met
    expect((await notices()).map((one) => one.data)).toContainEqual({ twice })
    await signIn(one, 'Kasia')
    await one.meet()
    expect([await numbersUsedTwice(), (await log()).at(-1)?.device]).toEqual([twice, one.identity.device])
  })

  test('by one exchange only, which its marks cannot tell from a lost answer, finds it by the numbers', async () => {
    const one = await joined()
    const disk = await one.copy()
    await signIn(one, 'Jean')
    await one.meet()
    await one.putBack(disk)
    await one.meet()
    expect([await here(one), one.identity.formerly?.length]).toEqual([['Jean'], 1])
  })

  test('with its store alone, its journal being newer, brings back what the journal has and fetches the rest', async () => {
    const one = await joined()
    await signIn(one, 'Jean')
    await one.meet()
    const disk = await one.copy()
    await signIn(one, 'Ray')
    await one.meet()
    await one.meet()
    await signIn(one, 'Mavis')
    await one.putBack({ ...disk, journal: one.host.journal })
    await one.meet()
    expect([await here(one), await numbersUsedTwice()]).toEqual([['Jean', 'Mavis', 'Ray'], 0])
  })

  test('while what stands outside of its journal is newer, misses none of its numbers and fetches what it wrote under them', async () => {
    const one = await joined()
    await signIn(one, 'Jean')
    await one.meet()
    const disk = await one.copy()
    for (const name of ['Ray', 'Mavis']) {
      await signIn(one, name)
      await one.meet()
    }
    await one.putBack({ ...disk, numbers: one.host.numbers.slice() })
    await signIn(one, 'Dot')
    for (let times = 0; times < 3; times++) await one.meet()
    expect([one.status.mark, await here(one), await numbersUsedTwice()]).toEqual(['safe', ['Dot', 'Jean', 'Mavis', 'Ray'], 0])
    expect([(await one.view('status', null)).missing, (await notices()).filter(({ kind }) => kind === 'numbersMissing')]).toEqual([null, []])
  })

  test('off the team, whose later changes are held: it shows them too when it is trusted again and they are let in', async () => {
    const one = await joined()
    const disk = await one.copy()
    const trust = (at: string | null) =>
      inTeam((tx) => tx.query(`update device set revoked_at = $2::timestamptz where team = $1 and kind = 'laptop'`, [surgery.team, at]))
    await trust(new Date(time).toISOString())
    await signIn(one, 'Jean')
    await one.exchange()
    await one.putBack({ ...disk, numbers: one.host.numbers.slice() })
    await trust(null)
    await one.meet()
    for (const { id } of await inTeam((tx) => tx.query<{ id: string }>('select id from held where team = $1', [surgery.team]))) {
      await releaseHeld(surgery.sql, surgery.team, id, time)
    }
    await one.meet()
    expect([one.status.mark, await here(one)]).toEqual(['safe', ['Jean']])
  })

  test('a second time, from the same old disk, gets an id of its own again', async () => {
    const one = await joined()
    const disk = await one.copy()
    for (const name of ['Jean', 'Ray', 'Mavis']) {
      await one.putBack(disk)
      await signIn(one, name)
      await one.meet()
    }
    expect(await here(one)).toEqual(['Jean', 'Mavis', 'Ray'])
    expect(new Set((await log()).map((line) => line.body.actor)).size).toBe(1)
  })
})

describe('[S14][SY25] losing an answer or the power at any step', () => {
  const steps = [0, 1, 2, 3, 4, 5, 6]
  const ways: [string, (step: number) => Mishap][] = [
    ['the request is lost', (step) => (_request, at) => (at === step ? 'requestLost' : null)],
    ['the answer is lost', (step) => (_request, at) => (at === step ? 'replyLost' : null)],
  ]
  for (const [what, mishap] of ways) {
    test.each(steps)(`${what}, request %i, and the power goes: all comes back, once`, async (step) => {
      const one = await joined()
      const disk = await one.copy()
      for (const name of ['Jean', 'Ray']) {
        await signIn(one, name)
        await one.meet()
      }
      await one.putBack(disk)
      await signIn(one, 'Mavis')
      one.suffers(mishap(step))
      await one.exchange()
      one.suffers(() => null)
      await one.restart()
      await one.meet()
      await one.meet()
      expect([one.status.mark, await here(one)]).toEqual(['safe', ['Jean', 'Mavis', 'Ray']])
      const signIns = (await log()).filter((line) => line.body.record === 'signIn')
      expect(signIns.map((line) => line.body.fields['personId']).sort()).toEqual(['Jean', 'Mavis', 'Ray'].map(idFor).sort())
      const laptops = await inTeam((tx) => tx.query('select id from device where team = $1 and kind = $2', [surgery.team, 'laptop']))
      expect(laptops).toHaveLength(2) // asked twice, it is still one device
    })
  }

  test('the power goes when the key file says who it is and the store does not yet', async () => {
    const one = await joined()
    const disk = await one.copy()
    await signIn(one, 'Jean')
    await one.meet()
    await one.putBack(disk)
    const write = one.host.writeKeys
    let refuse = () => {}
    one.host.writeKeys = async (text) => {
      await write(text)
      refuse = refuseCommits(one.laptop.store.db)
    }
    await one.exchange()
    one.host.writeKeys = write
    refuse()
    await signIn(one, 'Ray') // written before the power goes
    await one.restart()
    await signIn(one, 'Mavis')
    await one.meet()
    await one.meet()
    expect([one.status.mark, await here(one), await numbersUsedTwice()]).toEqual(['safe', ['Jean', 'Mavis', 'Ray'], 0])
    expect(await inTeam((tx) => tx.query('select id from device where team = $1 and kind = $2', [surgery.team, 'laptop']))).toHaveLength(2)
  })

  test('[SY4] what is written while it asks keeps its number and is delivered', async () => {
    const one = await joined()
    const disk = await one.copy()
    await signIn(one, 'Jean')
    await one.meet()
    await one.putBack(disk)
    const send = one.host.send
    let asked = 0
    one.host.send = async (request) => {
      if (request.path === '/split' && asked++ === 0) await signIn(one, 'Ray')
      return send(request)
    }
    await one.meet()
    await signIn(one, 'Mavis')
    await one.meet()
    expect([asked, await here(one), await numbersUsedTwice()]).toEqual([2, ['Jean', 'Mavis', 'Ray'], 0])
    const [state] = await inTeam((tx) =>
      tx.query<{ have: number }>('select have from device where team = $1 and id = $2', [surgery.team, one.identity.device]),
    )
    expect(state?.have).toBe(one.laptop.store.state.nextSequence - 1) // no number of the new id is missing
  })
})

describe('[S14][SY25] a laptop that was cloned, both of them in use', () => {
  test.each([
    ['the first', 0],
    ['the copy', 1],
  ])('%s meets the server first: both see each other’s sign-ins, as two devices', async (_who, first) => {
    const one = await joined()
    await signIn(one, 'Jean')
    await one.meet()
    const twin = await twinOf(one)
    await signIn(one, 'Ray')
    await signIn(twin, 'Mavis')
    const both = first === 0 ? [one, twin] : [twin, one]
    for (const laptop of [...both, ...both]) {
      await laptop.meet()
      await signIn(laptop, laptop === one ? 'Prakash' : 'Dot').catch(() => {}) // here already
    }
    for (const laptop of [...both, ...both]) await laptop.meet()
    const all = ['Dot', 'Jean', 'Mavis', 'Prakash', 'Ray']
    expect([await here(one), await here(twin)]).toEqual([all, all])
    expect(one.identity.device).not.toBe(twin.identity.device)
    expect((await notices()).some(({ kind, data }) => kind === 'copied' && data['laptops'] === 2)).toBe(true)
  })

  test('exchanging in turn many times, each says "everything" only when it has what the other sent', async () => {
    const one = await joined()
    await signIn(one, 'Jean')
    await one.meet()
    const twin = await twinOf(one)
    const sent = ['Jean']
    for (let turn = 0; turn < 12; turn++) {
      const laptop = turn % 2 === 0 ? one : twin
      const name = people[1 + (turn >> 1)]
      if (turn % 2 === 1 && name && turn < 12) {
        await signIn(laptop, name)
        sent.push(name)
      }
      await laptop.meet()
      expect([laptop.status.mark, await here(laptop)]).toEqual(['safe', [...sent].sort()])
    }
    expect(new Set([one.identity.device, twin.identity.device, ...one.identity.formerly!]).size).toBe(3)
  })

  test('that both only listen are told apart too, before either writes', async () => {
    const one = await joined()
    const twin = await twinOf(one)
    for (const laptop of [one, twin, one, twin, one, twin]) await laptop.meet()
    expect(one.identity.device).not.toBe(twin.identity.device)
  })

  test('[SY11] and that both wrote a phone number of one person: both numbers stand beside each other', async () => {
    const one = await joined()
    await one.meet()
    const twin = await twinOf(one)
    for (const [laptop, phone] of [
      [one, '01632 960001'],
      [twin, '01632 960002'],
    ] as const) {
      time += 1000
      await laptop.does('editPerson', { personId: idFor('Jean'), fields: { phone } })
    }
    for (const laptop of [one, twin, one, twin]) await laptop.meet()
    for (const laptop of [one, twin]) {
      const person = await laptop.view('person', { personId: idFor('Jean') })
      expect(person?.phone.versions.map((version) => version.value).sort()).toEqual(['01632 960001', '01632 960002'])
    }
  })
})

describe('[S14][SY26] together with a restore of the server', () => {
  test('of which the laptop knows nothing when it is put back: what either has comes together', async () => {
    const one = await joined()
    await signIn(one, 'Jean')
    await one.meet()
    const backup = await backupTeam(surgery.sql, surgery.team, time)
    await signIn(one, 'Ray')
    await one.meet()
    const disk = await one.copy()
    await signIn(one, 'Mavis')
    await one.meet()
    await one.putBack(disk)
    await restoreTeam(surgery.sql, surgery.team, backup, time)
    await signIn(one, 'Dot')
    await one.meet()
    await one.meet()
    expect([one.status.mark, await here(one)]).toEqual(['safe', ['Dot', 'Jean', 'Ray']]) // Mavis was on neither disk
  })

  test('after the split, it sends again what it wrote under its old id', async () => {
    const one = await joined()
    const disk = await one.copy()
    await one.meet()
    await one.meet()
    await one.putBack(disk)
    await one.meet()
    const backup = await backupTeam(surgery.sql, surgery.team, time)
    expect(one.identity.formerly).toHaveLength(1)
    await signIn(one, 'Jean')
    await one.meet()
    const twin = await twinOf(one)
    await signIn(twin, 'Ray')
    await twin.meet()
    await twin.meet()
    await restoreTeam(surgery.sql, surgery.team, backup, time)
    await signIn(one, 'Mavis')
    for (const laptop of [one, twin]) await laptop.exchange()
    // The copy became a device after the backup: it joins again, as the row of S4 has it.
    const { device } = twin.identity
    await inTeam((tx) =>
      tx.query(
        `insert into device (team, id, kind, token_hash, colleague, enrolled_at, wipe, have, last_effective)
       select team, $2::uuid, kind, encode(sha256(convert_to($3, 'UTF8')), 'hex'), colleague, enrolled_at, false, 0, last_effective
       from device where team = $1 and kind = 'laptop' limit 1 on conflict (team, id) do nothing`,
        [surgery.team, device, twin.identity.token],
      ),
    )
    for (const laptop of [twin, one, twin, one]) await laptop.meet()
    expect([await here(one), await here(twin)]).toEqual([
      ['Jean', 'Mavis', 'Ray'],
      ['Jean', 'Mavis', 'Ray'],
    ])
    expect(await inTeam((tx) => tx.query('select id from held where team = $1', [surgery.team]))).toEqual([])
  })
})
