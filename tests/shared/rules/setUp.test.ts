import { expect, test } from 'vitest'
import { setUpOf, type KnownOfTeam } from '../../../src/shared/rules/setUp.ts'
import { idFor } from '../../support/builders.ts'

const nothing: KnownOfTeam = { team: { id: idFor('team'), name: 'Nuneaton North' }, venues: 0, groups: 0, memberships: 0, devices: [], durable: 0 }
const device = (name: string, revokedAt: string | null = null) => ({
  id: idFor(name),
  name,
  colleagueId: idFor('Priya'),
  enrolledAt: '2026-10-01T09:00:00.000Z',
  revokedAt,
})
const doneIn = (more: Partial<KnownOfTeam>) =>
  setUpOf({ ...nothing, ...more })
    .filter((one) => one.done)
    .map((one) => one.step)

test('a new team has everything to do, in an order of work', () => {
  expect(setUpOf(nothing).map((one) => one.step)).toEqual(['numbers', 'place', 'group', 'members', 'laptop', 'backup'])
  expect(doneIn({})).toEqual([])
})

test('each step ticks itself by what the laptop knows, and by nothing else', () => {
  const duty = { ...nothing.team!, dutyPhone: '01632 960 500' }
  expect(doneIn({ team: duty })).toEqual([]) // without a safeguarding contact nobody knows who to call
  expect(doneIn({ team: { ...duty, safeguarding: { name: 'Farida', phone: '01632 960 501' } } })).toEqual(['numbers'])
  expect(doneIn({ venues: 1, groups: 1, memberships: 1 })).toEqual(['place', 'group', 'members'])
  expect(doneIn({ devices: [device('one'), device('lost', '2026-10-02T09:00:00.000Z')] })).toEqual([])
  expect(doneIn({ devices: [device('one'), device('two')] })).toEqual(['laptop'])
  expect(doneIn({ durable: 12 })).toEqual(['backup'])
})
