import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

const at = '2026-10-22T09:40:00.000Z'
let surgery: Surgery
let lead: TestLaptop
beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => Date.parse('2026-10-22T10:00:00Z') })
})
beforeEach(async () => {
  await surgery.empty()
  lead = await surgery.enrol()
})
afterAll(() => surgery.close())

const concern = (writer: TestLaptop, byId: string, more: object = {}) =>
  writer.write('concern', v7(), { what: 'She said he takes her card', told: 'Tom, 10:40', who: 'Mavis', inDanger: true, at, byId, ...more })
const accepted = async (laptop: TestLaptop, ...changes: unknown[]) => {
  const { results } = await laptop.exchange(changes)
  return results.map((one) => (one.state === 'held' ? one.code : one.state))
}
/** What a laptop has of a row, as the first load and the exchanges bring it. */
const loaded = async (laptop: TestLaptop, id: string) => (await laptop.load()).flatMap((page) => page.rows).find((row) => row.id === id)
const told = async (laptop: TestLaptop, id: string) => (await laptop.exchange()).changes.filter((change) => change.row === id)

describe('story 11: who receives a concern', () => {
  it('a facilitator’s laptop learns of it only when, by whom and whether the lead has read it: in rows and in changes', async () => {
    const [sam, ada] = [await surgery.hire('facilitator', 'Sam'), await surgery.hire('facilitator', 'Ada')]
    const [writer, other] = [await surgery.enrol(sam), await surgery.enrol(ada)]
    await other.load()
    const one = concern(writer, sam)
    expect(await accepted(writer, one)).toEqual(['accepted'])
    const fields = Object.keys((await told(other, one.row))[0]!.fields)
    expect(fields.sort()).toEqual(['at', 'byId'])
    expect(await accepted(lead, lead.write('concern', one.row, { acknowledgedAt: at, acknowledgedBy: surgery.lead }))).toEqual(['accepted'])
    expect(Object.keys((await told(other, one.row))[0]!.fields).sort()).toEqual(['acknowledgedAt', 'acknowledgedBy'])
    const row = await loaded(await surgery.enrol(ada), one.row)
    expect(Object.keys(row!.fields).sort()).toEqual(['acknowledgedAt', 'acknowledgedBy', 'at', 'byId'])
    expect(JSON.stringify(row)).not.toMatch(/Mavis|takes her card|Tom, 10:40/)
  })

  it('a link worker no more than a facilitator; a lead all of it', async () => {
    const sam = await surgery.hire('facilitator', 'Sam')
    const writer = await surgery.enrol(sam)
    const one = concern(writer, sam)
    await accepted(writer, one)
    expect(Object.keys((await loaded(await surgery.enrol(await surgery.hire('linkWorker')), one.row))!.fields).sort()).toEqual(['at', 'byId'])
    expect((await loaded(await surgery.enrol(await surgery.hire('lead')), one.row))!.fields).toMatchObject({
      what: 'She said he takes her card',
      inDanger: true,
    })
  })

  it.each(['lead', 'facilitator'] as const)(
    'a %s it is about receives nothing of it, neither by exchange nor by first load, nor of what is added',
    async (role) => {
      const [sam, about] = [await surgery.hire('facilitator', 'Sam'), await surgery.hire(role, 'Owen')]
      const [writer, theirs] = [await surgery.enrol(sam), await surgery.enrol(about)]
      await theirs.load()
      const one = concern(writer, sam, { aboutColleagueId: about })
      const more = concern(writer, sam, { aboutColleagueId: about, addsTo: one.row })
      expect(await accepted(writer, one, more)).toEqual(['accepted', 'accepted'])
      const { changes } = await theirs.exchange()
      expect(changes.filter((change) => change.record === 'concern')).toEqual([])
      await accepted(lead, lead.write('concern', one.row, { acknowledgedAt: at, acknowledgedBy: surgery.lead }))
      expect((await theirs.exchange()).changes.filter((change) => change.record === 'concern')).toEqual([])
      const rows = (await (await surgery.enrol(about)).load()).flatMap((page) => page.rows)
      expect(rows.filter((row) => row.record === 'concern')).toEqual([])
      expect((await loaded(await surgery.enrol(), one.row))?.fields).toMatchObject({ aboutColleagueId: about })
    },
  )

  it('only a lead can say that it was read: anybody else’s word is held', async () => {
    const sam = await surgery.hire('facilitator', 'Sam')
    const writer = await surgery.enrol(sam)
    const one = concern(writer, sam)
    await accepted(writer, one)
    expect(await accepted(writer, writer.write('concern', one.row, { acknowledgedAt: at, acknowledgedBy: sam }))).toEqual(['notAllowed'])
  })
})

describe('story 6: who receives who looked', () => {
  it('a lead: each look, also one at a desk; a facilitator nothing of it', async () => {
    const sam = await surgery.hire('facilitator', 'Sam')
    const [groupId, personId] = [v7(), v7()]
    await accepted(lead, lead.write('group', groupId, { name: 'A', schedule: [], counts: false, state: 'running', facilitatorIds: [sam] }))
    const sessionId = sessionIdOf(groupId, '2026-10-22', 1)
    await accepted(lead, lead.write('session', sessionId, { groupId, date: '2026-10-22', slot: 1 }))
    const writer = await surgery.enrol(sam)
    const look = (more: object) => writer.write('contactLook', v7(), { personIds: [personId], what: 'emergencyContact', at, byId: sam, ...more })
    const looks = [look({ sessionId }), look({ sessionId: null })]
    expect(await accepted(writer, ...looks)).toEqual(['accepted', 'accepted'])
    const ids = looks.map((one) => one.row)
    const seen = async (laptop: TestLaptop) =>
      (await laptop.load()).flatMap((page) => page.rows).filter((row) => ids.includes(row.id) && Object.keys(row.fields).length > 0)
    expect(await seen(await surgery.enrol())).toHaveLength(2)
    expect(await seen(await surgery.enrol(sam))).toEqual([])
  })
})
