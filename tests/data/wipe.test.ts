import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { devicesOf, revokeDevice } from '../../src/server/office.ts'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { fail, ok } from '../../src/shared/std/result.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { aSlot, at, idFor, thursday } from '../support/builders.ts'
import { allSent, comesTrue, joinedLaptop, passphrase, until, type WorkingLaptop } from '../support/workers.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const groupId = idFor('Walk and Talk')
const session = { groupId, date: thursday, slot: 1 }
const sessionId = sessionIdOf(groupId, thursday, 1)
const jean = idFor('Jean Oakes')
const emptied = { phase: 'new', emptied: true }
let time = Date.parse(at('10:31'))
let surgery: Surgery
let laptop: WorkingLaptop
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => time })
})
afterAll(() => surgery.close())
beforeEach(async () => {
  await surgery.empty()
  time = Date.parse(at('10:31'))
  await surgery.sql.transaction({ team: surgery.team }, (tx) =>
    writeAsServer(
      tx,
      surgery.team,
      surgery.lead,
      'office',
      [
        {
          record: 'group',
          row: groupId,
          fields: { name: 'Walk and Talk', schedule: [aSlot()], counts: true, state: 'running', facilitatorIds: [] },
        } as never,
        { record: 'person', row: jean, fields: { givenName: 'Jean', familyName: 'Oakes' } } as never,
      ],
      time,
    ),
  )
  laptop = await joinedLaptop(surgery, surgery.lead, () => time)
  await until(laptop.worker, 'register', { sessionId }, (register) => register !== null)
  await allSent(laptop.worker)
})

const ask = <Row>(sql: string) => surgery.sql.transaction({ team: surgery.team }, (tx) => tx.query<Row>(sql))
const device = async () => (await devicesOf(surgery.sql, surgery.team))[0]!
const wipe = async () => revokeDevice(surgery.sql, surgery.team, (await device()).id, true, time)
const signIn = () => laptop.worker.call('run', 'signInPerson', { session, personId: jean })
const note = (text: string) => laptop.worker.call('run', 'addNote', { aboutId: jean, text })
/** Sends now and then until this laptop says that it was emptied. */
const isEmptied = () =>
  comesTrue(async (tries) => {
    if (laptop.worker.phase?.phase === 'new') return true
    if (tries % 20 === 0) await laptop.worker.call('sendNow')
    return false
  })
const stores = async () => (await indexedDB.databases()).map((one) => one.name).filter((name) => name?.startsWith(`gather-${deviceId}`))
const nothingLeft = async () => {
  expect(laptop.worker.phase).toEqual(emptied)
  expect([laptop.host.keys, laptop.host.share, laptop.host.journal, await stores()]).toEqual([null, null, [], []])
  expect(await comesTrue(async () => (await device()).emptied !== null)).toBe(true)
}
let deviceId = ''
beforeEach(async () => {
  deviceId = (await device()).id
})

describe('[S3] [SY27] a laptop that the lead wants emptied', () => {
  test('sends what it has, then has nothing: no key, no share, no journal, no store, no draft; and the lead sees when', async () => {
    const join = laptop.cutOff()
    await signIn()
    await note('Knee is better')
    await laptop.worker.call('saveDraft', 'someoneNew', '{"name":"Ada"}')
    await wipe()
    join()
    expect(await isEmptied()).toBe(true)
    await nothingLeft()
    expect((await ask<{ code: string }>('select code from held')).map((one) => one.code)).toContain('deviceRevoked')
    expect((await ask<{ body: string }>('select body from held')).map((one) => one.body).join()).toContain('Knee is better')
    expect(await device()).toMatchObject({ wipe: true, emptied: new Date(time).toISOString() })
    expect(await comesTrue(() => laptop.host.token === null)).toBe(true)
  })

  test('sends in as many rounds as it needs', async () => {
    const join = laptop.cutOff()
    for (let count = 0; count < 520; count++) await note(`Note ${count}`)
    await wipe()
    join()
    expect(await isEmptied()).toBe(true)
    expect((await ask<{ count: number }>(`select count(*) as count from held where body like '%Note %'`))[0]?.count).toBe(520)
  })

  test('sends everything once more: the server may have lost what it had answered', async () => {
    await signIn()
    await note('Knee is better')
    await allSent(laptop.worker)
    const [last] = await ask<{ have: number }>(`select have from device where id = '${deviceId}'`)
    await surgery.sql.transaction({ team: surgery.team, as: 'owner' }, (tx) => tx.script(`delete from change_log where device = '${deviceId}'`))
    await wipe()
    expect(await isEmptied()).toBe(true)
    expect((await ask<{ n: number }>(`select count(*) as n from held where device = '${deviceId}'`))[0]?.n).toBe(last!.have)
  })

  test('without a network keeps everything, sealed, and goes on at the door', async () => {
    const join = laptop.cutOff()
    await wipe()
    expect((await signIn()).ok).toBe(true)
    await laptop.worker.call('sendNow')
    await until(laptop.worker, 'status', null, (status) => status.trouble?.what === 'offline' && status.pending > 0)
    expect(laptop.host.keys).not.toBe(null)
    await laptop.restart()
    expect(await laptop.worker.call('unlock', passphrase)).toEqual(ok(null))
    await until(laptop.worker, 'register', { sessionId }, (register) => register?.hereCount === 1)
    join()
    expect(await isEmptied()).toBe(true)
    expect((await ask('select id from held')).length).toBeGreaterThan(0)
  })

  test('that is locked has no keys to send with: it keeps all until it is unlocked', async () => {
    const join = laptop.cutOff()
    await signIn()
    await laptop.worker.call('lock')
    await wipe()
    join()
    await laptop.restart()
    laptop.worker.hostSays('networkUp')
    expect([laptop.worker.phase?.phase, laptop.host.keys === null]).toEqual(['locked', false])
    await laptop.worker.call('unlock', passphrase)
    expect(await isEmptied()).toBe(true)
    expect((await ask('select id from held')).length).toBeGreaterThan(0)
  })

  test('sends also what is ticked while the last answer is on its way, and afterwards says that nothing is done', async () => {
    await wipe()
    const send = laptop.host.send
    const typed: { text: string; ok: boolean }[] = []
    laptop.host.send = async (request) => {
      const answer = await send(request)
      const last = request.path === '/exchange' && (request.body as { changes: unknown[] }).changes.length === 0
      if (last && typed.length < 3) {
        const text = `At the last moment ${typed.length}.`
        typed.push({ text, ok: (await note(text)).ok })
      }
      return answer
    }
    expect(await isEmptied()).toBe(true)
    const there = (await ask<{ body: string }>('select body from held')).map((one) => one.body).join()
    expect(typed.map((one) => [one.ok, there.includes(one.text)])).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ])
    expect(await note('afterwards')).toEqual(fail('locked'))
  })

  test('ends the kiosk that is open, and sends how today was', async () => {
    await laptop.worker.call('run', 'addMember', { groupId, personId: jean, since: '2026-10-22' })
    await laptop.worker.call('startKiosk', { sessionId })
    const kiosk = laptop.worker.kiosk()
    const found = await kiosk.ask('find', { text: 'jean', all: true })
    await kiosk.ask('signIn', { ticket: found.found === 'one' ? found.ticket : '' })
    expect(await kiosk.ask('today', { value: 4 })).toEqual({ saved: true })
    await wipe()
    expect(
      await comesTrue(async () => {
        laptop.worker.hostSays('networkUp')
        return laptop.worker.phase?.phase === 'new'
      }),
    ).toBe(true)
    expect([kiosk.closed, kiosk.heard.at(-1)]).toEqual([true, { ended: true }])
    const bodies = (await ask<{ body: string }>('select body from held union all select body::text from change_log')).map((one) => one.body).join()
    expect(bodies).toContain('"record":"mood"')
  })

  test.each([1, 2, 3])('killed at step %i of emptying, it is emptied at the next start or asked again', async (step) => {
    await signIn()
    await wipe()
    laptop.host.emptying.cutAt = { step, how: 'killed' }
    expect(
      await comesTrue(async (tries) => {
        if (tries % 20 === 0) await laptop.worker.call('sendNow')
        return laptop.host.emptying.killed
      }),
    ).toBe(true)
    await laptop.restart('killed')
    if (step === 1) {
      expect(laptop.worker.phase?.phase).toBe('locked')
      await laptop.worker.call('unlock', passphrase)
      expect(await isEmptied()).toBe(true)
    }
    await nothingLeft()
  })

  test.each([1, 2, 3])('on a disk that fails once at step %i, it is emptied or locked, and no screen is left hanging', async (step) => {
    await wipe()
    laptop.host.emptying.cutAt = { step, how: 'failed' }
    expect(
      await comesTrue(async (tries) => {
        if (tries % 20 === 0 && laptop.worker.phase?.phase === 'open') await laptop.worker.call('sendNow')
        return laptop.worker.phase?.phase !== 'open'
      }),
    ).toBe(true)
    expect(laptop.worker.phase?.phase).toBe(step === 1 ? 'locked' : 'new')
    if (step === 1) {
      expect(await laptop.worker.call('unlock', passphrase)).toEqual(ok(null))
      expect(await isEmptied()).toBe(true)
    }
    await nothingLeft()
  })

  test('says so at each start until somebody joins, and joins anew as another laptop', async () => {
    await wipe()
    await isEmptied()
    await laptop.restart()
    expect(laptop.worker.phase).toEqual(emptied)
    const join = { server: 'https://gather.example', code: await surgery.codeFor(surgery.lead), deviceName: 'Laptop', passphrase }
    expect(await laptop.worker.call('join', join)).toEqual(ok(null))
    await until(laptop.worker, 'register', { sessionId }, (register) => register?.group === 'Walk and Talk')
    await laptop.restart()
    expect(laptop.worker.phase?.phase).toBe('locked')
    expect((await devicesOf(surgery.sql, surgery.team)).length).toBe(2)
  })

  test('is believed by its proof alone: nobody else can say that a laptop was emptied', async () => {
    const told = { team: surgery.team, device: deviceId, proof: 'a'.repeat(64) }
    expect((await surgery.handle('/emptied', told)).status).toBe(401)
    await wipe()
    expect((await surgery.handle('/emptied', told)).status).toBe(401)
    expect((await surgery.handle('/emptied', { ...told, proof: 'x' })).status).toBe(400)
    expect((await device()).emptied).toBe(null)
  })
})

describe('[SY22] a laptop that was only taken off the team', () => {
  test('[S3] delivers more than one exchange takes, and keeps its store', async () => {
    const join = laptop.cutOff()
    for (let count = 0; count < 520; count++) await note(`Note ${count}`)
    await revokeDevice(surgery.sql, surgery.team, deviceId, false, time)
    join()
    await until(laptop.worker, 'status', null, (status) => status.pending === 0 && status.trouble?.what === 'deviceRevoked')
    expect((await ask<{ count: number }>(`select count(*) as count from held where body like '%Note %'`))[0]?.count).toBe(520)
    expect(laptop.worker.phase?.phase).toBe('open')
  })
})
