import { describe, expect, test } from 'vitest'
import { aGroup, idFor } from '../support/builders.ts'
import { laptopWith } from '../support/laptop.ts'

const group = aGroup('Knit and Natter')
const colleague = { id: idFor('Sam'), name: 'Sam', role: 'facilitator' as const, partnerOf: 'Age Well', partnerUntil: '2026-12-31' }

describe('[story 36] a partner’s facilitator', () => {
  test('a lead adds one with who they work for, their group and a last day; half of it is refused', async () => {
    const laptop = await laptopWith({ group: [group] })
    const fields = { name: 'Sam', role: 'facilitator' as const, partnerOf: 'Age Well', partnerUntil: '2026-12-31' }
    const { colleagueId } = await laptop.does('createColleague', { fields, groupId: group.id })
    expect(laptop.store.memory.get('group', group.id)?.facilitatorIds).toContain(colleagueId)
    expect((await laptop.view('team', null)).colleagues.find((one) => one.id === colleagueId)?.partner).toEqual({
      of: 'Age Well',
      until: '2026-12-31',
      agreedOn: null,
    })
    expect(await laptop.run('createColleague', { fields: { ...fields, role: 'lead' } })).toMatchObject({ reason: 'badInput' })
    expect(await laptop.run('createColleague', { fields: { name: 'Sam', role: 'facilitator', partnerOf: 'Age Well' } })).toMatchObject({
      reason: 'badInput',
    })
  })

  test('they agree once, on their own laptop and without a network; nobody else has anything to agree to', async () => {
    const laptop = await laptopWith({ group: [group], colleague: [colleague] }, { name: 'Sam', role: 'facilitator' })
    expect((await laptop.view('me', null)).partner).toMatchObject({ of: 'Age Well', agreedOn: null })
    await laptop.does('agreeAsPartner', { wording: 'partner-1' })
    expect((await laptop.view('me', null)).partner?.agreedOn).not.toBeNull()
    const own = await laptopWith({ colleague: [{ id: idFor('Tom'), name: 'Tom', role: 'lead' }] })
    expect(await own.run('agreeAsPartner', { wording: 'partner-1' })).toMatchObject({ reason: 'nothingChanged' })
  })
})
