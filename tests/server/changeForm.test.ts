import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../../src/shared/changes/change.ts'
import type { Row } from '../../src/shared/changes/row.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { attendanceOnServer } from '../support/attendanceOnServer.ts'
import { openSurgery, type Surgery } from '../support/surgery.ts'

const now = Date.parse('2026-10-22T09:00:00Z')
let surgery: Surgery
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
})
beforeEach(() => surgery.empty())
afterAll(() => surgery.close())

const held = () =>
  surgery.sql.transaction({ team: surgery.team }, (tx) =>
    tx.query<{ id: string; code: string; body: string }>('select * from held order by sequence, id'),
  )
const rowOf = async (record: string, id: string) =>
  (
    await surgery.sql.transaction({ team: surgery.team }, (tx) =>
      tx.query<{ body: Row }>('select body from record_row where team = $1 and record = $2 and id = $3', [surgery.team, record, id]),
    )
  )[0]?.body

describe('a change has one form, and what is accepted is kept', () => {
  it('[S13] keeps two changes that are nested too deep apart, each with all that came', async () => {
    const laptop = await surgery.enrol()
    const deep = (word: string) => `{"fields":{"a":${'['.repeat(20_000)}"${word}"${']'.repeat(20_000)}},"b":[1,true,null,{"c":"\\u0000"}]}`
    const send = (changes: string) =>
      surgery.server.app.inject({
        method: 'POST',
        url: '/exchange',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${laptop.joined.token}` },
        body: `{"protocol":1,"appVersion":"1","team":"${surgery.team}","deviceNow":${now},"bookmark":null,"waiting":0,"changes":[${changes}]}`,
      })
    const answer = await send(`${deep('one')},${deep('two')}`)
    expect(answer.json().results.map((one: { code: string }) => one.code)).toEqual(['invalid', 'invalid'])
    expect((await held()).map((one) => one.body).sort()).toEqual([deep('one'), deep('two')])
    expect((await send(deep('two'))).json().results).toEqual([answer.json().results[1]])
  })

  it('[S12] holds a field that the parser would drop, and calls nothing accepted that it does not keep', async () => {
    const laptop = await surgery.enrol()
    const poisoned = JSON.parse(
      JSON.stringify(laptop.write('person', v7(), { givenName: 'Jean' })).replace('{"givenName"', '{"__proto__":"x","givenName"'),
    ) as Change
    const within = JSON.parse(
      JSON.stringify(laptop.write('person', v7(), { givenName: 'Jean', address: { town: 'N' } })).replace('{"town"', '{"__proto__":{"a":1},"town"'),
    ) as Change
    const { results } = await laptop.exchange([poisoned, within])
    expect(results).toMatchObject([
      { state: 'held', code: 'invalid' },
      { state: 'held', code: 'invalid' },
    ])
    expect((await held()).map((one) => one.body)).toEqual([JSON.stringify(poisoned), JSON.stringify(within)])
    expect(JSON.stringify(poisoned)).toContain('__proto__')
  })

  it('[S12][SY18] holds a change that says more than this server knows, for the server that will', async () => {
    const laptop = await surgery.enrol()
    const newer = { ...laptop.write('person', v7(), { givenName: 'Jean' }), because: 'a newer app says why' }
    expect((await laptop.exchange([newer])).results).toMatchObject([{ state: 'held', code: 'unknownSchema' }])
    expect(JSON.parse((await held())[0]!.body)).toEqual(newer)
  })

  it('[S12] keeps another change under a known id aside, and answers it as what it is', async () => {
    const laptop = await surgery.enrol()
    const good = laptop.write('person', v7(), { givenName: 'Jean' })
    const other = { ...good, fields: { givenName: 'Other' } }
    expect((await laptop.exchange([good])).results).toMatchObject([{ state: 'accepted', id: good.id }])
    for (let times = 0; times < 2; times++) {
      expect((await laptop.exchange([other, good])).results).toMatchObject([
        { state: 'held', id: good.id, code: 'invalid' },
        { state: 'accepted', id: good.id },
      ])
    }
    expect((await held()).map((one) => JSON.parse(one.body) as Change)).toEqual([other])
    expect((await rowOf('person', good.row))?.fields['givenName']).toBe('Jean')
  })

  it('[S1][S7] takes an id in one form only: capitals are held, in every place and beside the right one', async () => {
    const laptop = await surgery.enrol()
    const person = laptop.write('person', v7(), { givenName: 'Jean', phone: '01632 960001' })
    await laptop.exchange([person])
    const again = (more: object) => ({ ...laptop.write('person', person.row, { knownAs: 'J' }), ...more })
    const small = again({})
    const capitals = [
      again({ row: person.row.toUpperCase() }),
      again({ id: v7().toUpperCase() }),
      again({ act: v7().toUpperCase() }),
      again({ device: laptop.joined.device.toUpperCase() }),
      again({ actor: surgery.lead.toUpperCase() }),
      again({ team: surgery.team.toUpperCase() }),
      again({ fields: { importId: v7().toUpperCase() } }),
    ]
    const { results } = await laptop.exchange([...capitals, small])
    expect(results.map((one) => one.state)).toEqual([...capitals.map(() => 'held'), 'accepted'])
    expect((await rowOf('person', person.row))?.fields).toEqual({ givenName: 'Jean', phone: '01632 960001', knownAs: 'J' })
    const kept = (await held()).map((one) => one.body)
    expect(kept.sort()).toEqual(capitals.map((one) => JSON.stringify(one)).sort())
  })

  it('[S9] holds a day that no calendar of ours has, so that reports go on', async () => {
    const laptop = await surgery.enrol()
    const groupId = v7()
    const dated = (date: string) => laptop.write('session', sessionIdOf(groupId, date, 1), { groupId, date, slot: 1 })
    const { results } = await laptop.exchange([
      dated('0000-01-01'),
      dated('1500-01-01'),
      dated('9999-01-01'),
      dated('2026-02-29'),
      dated('2026-10-22'),
      laptop.write('person', v7(), { givenName: 'A', bornOn: '0000-12-31' }),
      laptop.write('session', sessionIdOf(groupId, '2026-10-22', 1), { closedAt: '0000-01-01T00:00:00Z' }),
    ])
    expect(results.map((one) => one.state)).toEqual(['held', 'held', 'held', 'held', 'accepted', 'held', 'held'])
    expect(await surgery.sql.transaction({ team: surgery.team }, (tx) => attendanceOnServer(tx, surgery.team, '2026-12-31'))).toBe(1)
  })
})
