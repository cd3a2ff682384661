import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import { openSurgery, type Surgery, type TestLaptop } from '../support/surgery.ts'

const today = '2026-10-22'
let now = Date.parse(`${today}T09:00:00Z`)
let surgery: Surgery
let lead: TestLaptop
let partner: TestLaptop
const [theirs, other, member, stranger] = [v7(), v7(), v7(), v7()]

beforeAll(async () => {
  surgery = await openSurgery({ kind: 'memory', now: () => now })
  lead = await surgery.enrol()
  const [sam, samId] = ['Sam', v7()]
  const accepted = async (...changes: unknown[]) =>
    expect((await lead.exchange(changes)).results.map((one) => one.state)).toEqual(changes.map(() => 'accepted'))
  const group = (id: string, facilitatorIds: string[]) =>
    lead.write('group', id, { name: 'A group', schedule: [], counts: false, state: 'running', facilitatorIds })
  const joins = (personId: string, groupId: string) =>
    lead.write('membership', membershipIdOf(groupId, personId), { groupId, personId, since: today })
  await accepted(
    lead.write('colleague', samId, { name: sam, role: 'lead', partnerOf: 'Age Well', partnerUntil: '2026-10-23' }), // whatever the role says
    group(theirs, [samId]),
    group(other, []),
    lead.write('person', member, { givenName: 'Jean', nhsNumber: '9990000018', ethnicity: 'A' }),
    lead.write('person', stranger, { givenName: 'Stan' }),
    joins(member, theirs),
    joins(stranger, other),
  )
  partner = await surgery.enrol(samId)
})
afterAll(() => surgery.close())

describe('[story 36] a facilitator of a partner', () => {
  it('sees the people of their group and nothing else, whatever role they were given; the NHS number is not among it', async () => {
    const rows = (await partner.load()).flatMap((page) => page.rows)
    expect(rows.filter((row) => row.record === 'person').map((row) => row.id)).toEqual([member])
    expect(JSON.stringify(rows)).not.toMatch(/9990000018|ethnicity/)
  })

  it('adds a newcomer with no practice, who stays theirs', async () => {
    const newcomer = v7()
    const reply = await partner.exchange([
      partner.write('person', newcomer, { givenName: 'Ann' }),
      partner.write('membership', membershipIdOf(theirs, newcomer), { groupId: theirs, personId: newcomer, since: today }),
    ])
    expect(reply.results.map((one) => one.state)).toEqual(['accepted', 'accepted'])
  })

  it('agrees in their own name, and the lead is told', async () => {
    const agreed = partner.write('partnerAgreement', v7(), { wording: 'partner-1', at: `${today}T09:00:00Z`, byId: partner.joined.colleague.id })
    expect((await partner.exchange([agreed])).results).toMatchObject([{ state: 'accepted' }])
    const forged = partner.write('partnerAgreement', v7(), { wording: 'partner-1', at: `${today}T09:00:00Z`, byId: surgery.lead })
    expect((await partner.exchange([forged])).results).toMatchObject([{ state: 'held' }])
    expect((await lead.load()).flatMap((page) => page.rows).some((row) => row.record === 'partnerAgreement')).toBe(true)
  })

  it('works on the last day; after it the laptop may deliver, is told nothing, its writes are held, and it is asked to empty itself', async () => {
    now = Date.parse('2026-10-23T20:00:00Z')
    expect((await partner.exchange([])).device).toBe('ok')
    now = Date.parse('2026-10-24T08:00:00Z')
    const late = partner.write('person', member, { phone: '01632 960999' })
    const reply = await partner.exchange([late])
    expect(reply).toMatchObject({ device: 'wipe', changes: [] })
    expect(reply.results).toMatchObject([{ state: 'held' }])
    await expect(partner.load()).rejects.toThrow()
  })

  it('gets no new laptop after the last day, until the lead sets another', async () => {
    const asked = () =>
      surgery.codeFor(partner.joined.colleague.id).then(
        () => 'a code',
        () => 'refused',
      )
    expect(await asked()).toBeDefined()
    await lead.exchange([lead.write('colleague', partner.joined.colleague.id, { partnerUntil: '2027-01-31' })])
    expect((await partner.exchange([])).device).toBe('ok')
  })
})
