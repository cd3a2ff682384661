import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeReplySchema, enrolReplySchema } from '../../src/shared/sync/protocol.ts'
import { hashOfCode, makeCode } from '../../src/server/codes.ts'
import { prepare } from '../../src/server/firstStart.ts'
import { seal } from '../support/escrow.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

let surgery: Surgery
let now = 0
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(async () => {
  now = Date.parse('2026-10-22T09:00:00Z')
  await surgery.empty()
})
afterAll(() => surgery.close())

const join = (code: string) => surgery.handle('/enrol', { code, deviceName: 'Priya’s laptop' })
const refusal = (status: number, error: string) => ({ status, body: { error } })

describe('joining', () => {
  it('answers 400 to what is no request, and says what is wrong with a code', async () => {
    for (const bad of [{}, { code: 'x' }, { code: 5, deviceName: 'a' }, { code: 'KX7M-2PQ9', deviceName: '' }]) {
      expect(await surgery.handle('/enrol', bad)).toEqual(refusal(400, 'badRequest'))
    }
    expect(await join('KX7M-2PQ9')).toEqual(refusal(403, 'wrongCode'))
    const code = await surgery.codeFor(surgery.lead)
    now += 600_000
    expect(await join(code)).toEqual(refusal(403, 'codeExpired'))
    const fresh = await surgery.codeFor(surgery.lead)
    expect((await join(fresh)).status).toBe(200)
    expect(await join(fresh)).toEqual(refusal(403, 'codeUsed'))
  })

  it('answers who one is, and writes the laptop into the log for everyone', async () => {
    const [lead, priya] = [await surgery.enrol(), await surgery.hire('facilitator', 'Priya Nair')]
    await lead.load()
    const joined = enrolReplySchema.parse((await join(await surgery.codeFor(priya))).body)
    expect(joined).toMatchObject({ team: { id: surgery.team, name: 'Our team' }, colleague: { id: priya, name: 'Priya Nair', role: 'facilitator' } })
    expect((await lead.exchange()).changes).toMatchObject([
      { record: 'device', row: joined.device, actor: priya, fields: { name: 'Priya’s laptop', colleagueId: priya } },
    ])
  })

  it('gives no two laptops of a team one name: the second gets a number', async () => {
    const lead = await surgery.enrol()
    await lead.load()
    for (let at = 0; at < 3; at++) await join(await surgery.codeFor(surgery.lead))
    await surgery.handle('/enrol', { code: await surgery.codeFor(surgery.lead), deviceName: 'PRIYA’S LAPTOP' })
    const names = (await lead.exchange()).changes.filter((change) => change.record === 'device').map((change) => change.fields['name'])
    expect(names).toEqual(['Priya’s laptop', 'Priya’s laptop 2', 'Priya’s laptop 3', 'PRIYA’S LAPTOP 4'])
  })

  it('keeps neither token nor code in the database', async () => {
    const code = await surgery.codeFor(surgery.lead)
    const { token } = enrolReplySchema.parse((await join(code)).body)
    const [found] = await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ text: string }>(
        `select (select jsonb_agg(d) from device d)::text || (select jsonb_agg(c) from code c)::text || (select jsonb_agg(l) from change_log l)::text as text`,
      ),
    )
    expect(found!.text).toContain(hashOfCode(code))
    expect(found!.text).not.toContain(code)
    expect(found!.text).not.toContain(token.split('.')[1])
  })

  it('reads codes as people type them', async () => {
    const code = await surgery.codeFor(surgery.lead)
    const typed = ` ${code.toLowerCase().replace('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l')} `
    expect((await join(typed)).status).toBe(200)
  })

  it('makes codes of forty bits without letters that look alike', () => {
    const codes = Array.from({ length: 500 }, makeCode)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(new Set(codes).size).toBe(500)
  })

  it('gives the first laptop a code at every start until somebody has joined; the first that joins ends the others', async () => {
    const codes = [await prepare(surgery.sql, { team: 'T', lead: 'L' }, now), await prepare(surgery.sql, { team: 'T', lead: 'L' }, now)].map(
      (one) => one.firstCode,
    )
    now += 90 * 86_400_000
    expect((await join(codes[0]!)).body).toMatchObject({ colleague: { id: surgery.lead, role: 'lead' } })
    expect(await join(codes[1]!)).toEqual(refusal(403, 'wrongCode'))
    expect((await prepare(surgery.sql, { team: 'T', lead: 'L' }, now)).firstCode).toBeNull()
  })
})

describe('codes for colleagues', () => {
  it('answers 401 and 400 first, and 403 to everyone but a lead', async () => {
    expect(await surgery.handle('/codes', { colleagueId: surgery.lead })).toEqual(refusal(401, 'signedOut'))
    const lead = await surgery.enrol()
    expect(await surgery.handle('/codes', { colleagueId: 'x' }, lead.joined.token)).toEqual(refusal(400, 'badRequest'))
    for (const role of ['facilitator', 'linkWorker'] as const) {
      const laptop = await surgery.enrol(await surgery.hire(role))
      expect(await surgery.handle('/codes', { colleagueId: surgery.lead }, laptop.joined.token)).toEqual(refusal(403, 'refused'))
    }
  })

  it('is made for a colleague who works here, lives ten minutes, and joins as that colleague', async () => {
    const [lead, sam] = [await surgery.enrol(), await surgery.hire('facilitator', 'Sam')]
    expect(await surgery.handle('/codes', { colleagueId: v7() }, lead.joined.token)).toEqual(refusal(403, 'refused'))
    const answer = codeReplySchema.parse((await surgery.handle('/codes', { colleagueId: sam }, lead.joined.token)).body)
    expect(Date.parse(answer.expiresAt)).toBe(now + 600_000)
    expect((await join(answer.code)).body).toMatchObject({ colleague: { id: sam } })
    now += 1000
    await lead.exchange([lead.write('colleague', sam, { leftOn: '2026-10-21' })])
    expect(await surgery.handle('/codes', { colleagueId: sam }, lead.joined.token)).toEqual(refusal(403, 'refused'))
  })

  it('is not made by a lead whose laptop was revoked', async () => {
    const lead = await surgery.enrol()
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query('update device set revoked_at = now() where id = $1', [lead.joined.device]),
    )
    expect(await surgery.handle('/codes', { colleagueId: surgery.lead }, lead.joined.token)).toEqual(refusal(403, 'refused'))
  })
})

describe('getting a key back', () => {
  const secret = Uint8Array.from(Array.from({ length: 32 }, (_, place) => place * 7))
  const recover = (device: string, code: string) => surgery.handle('/recover', { device, code })

  it('answers 401 and 400 first', async () => {
    expect(await surgery.handle('/escrow', { sealed: 'x' })).toEqual(refusal(401, 'signedOut'))
    const laptop = await surgery.enrol()
    expect(await surgery.handle('/escrow', { sealed: 'x'.repeat(2001) }, laptop.joined.token)).toEqual(refusal(400, 'badRequest'))
    expect(await surgery.handle('/recover', { device: 'x', code: 'KX7M-2PQ9' })).toEqual(refusal(400, 'badRequest'))
    expect(await recover(laptop.joined.device, 'KX7M-2PQ9')).toEqual(refusal(403, 'wrongCode'))
  })

  it('opens what the laptop sealed, for a new code of the same colleague', async () => {
    const laptop = await surgery.enrol()
    const sealed = await seal(laptop.joined.recoveryKey, secret)
    expect((await surgery.handle('/escrow', { sealed }, laptop.joined.token)).status).toBe(200)
    const code = await surgery.codeFor(surgery.lead)
    expect(await recover(laptop.joined.device, code)).toEqual({ status: 200, body: { key: Buffer.from(secret).toString('base64') } })
    expect(await recover(laptop.joined.device, code)).toEqual(refusal(403, 'codeUsed'))
  })

  it('gives nothing, and lets nobody join, once the last day of the one it was made for is over', async () => {
    const lead = await surgery.enrol()
    const sam = await surgery.hire('facilitator', 'Sam')
    const laptop = await surgery.enrol(sam)
    await surgery.handle('/escrow', { sealed: await seal(laptop.joined.recoveryKey, secret) }, laptop.joined.token)
    const codes = [await surgery.codeFor(sam), await surgery.codeFor(sam)]
    await lead.exchange([lead.write('colleague', sam, { leftOn: '2026-10-21' })])
    expect(await recover(laptop.joined.device, codes[0]!)).toEqual(refusal(403, 'codeExpired'))
    expect(await join(codes[1]!)).toEqual(refusal(403, 'codeExpired'))
  })

  it('gives nothing for another colleague’s code, an unknown laptop, a revoked one, or what it cannot open; the code stays good', async () => {
    const [laptop, bare, spoilt] = [await surgery.enrol(), await surgery.enrol(), await surgery.enrol()]
    await surgery.handle('/escrow', { sealed: await seal(laptop.joined.recoveryKey, secret) }, laptop.joined.token)
    await surgery.handle('/escrow', { sealed: 'AAAA' }, spoilt.joined.token)
    const others = await surgery.codeFor(await surgery.hire('facilitator'))
    expect(await recover(laptop.joined.device, others)).toEqual(refusal(403, 'wrongCode'))
    const code = await surgery.codeFor(surgery.lead)
    for (const device of [v7(), bare.joined.device, spoilt.joined.device]) expect(await recover(device, code)).toEqual(refusal(404, 'noSuchDevice'))
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query('update device set revoked_at = now() where id = $1', [laptop.joined.device]),
    )
    expect(await recover(laptop.joined.device, code)).toEqual(refusal(403, 'refused'))
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query('update device set revoked_at = null where id = $1', [laptop.joined.device]),
    )
    expect((await recover(laptop.joined.device, code)).status).toBe(200)
  })
})
