import { expect, test } from 'vitest'
import { aGroup, aMembership, idFor } from '../support/builders.ts'
import { laptopWith, type Known } from '../support/laptop.ts'

const known: Known = {
  group: [aGroup('Walk and Talk')],
  membership: [aMembership('Walk and Talk', 'Jean Oakes')],
  colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'lead' }],
}

test('a lead is told what a new team still has to do, and it ticks itself', async () => {
  const laptop = await laptopWith(known)
  const undone = async () => (await laptop.view('setUp', null))?.steps.filter((one) => !one.done).map((one) => one.step)
  expect(await undone()).toEqual(['numbers', 'place', 'laptop', 'backup'])
  await laptop.does('createVenue', { fields: { name: 'Riversley Park' } })
  expect(await undone()).toEqual(['numbers', 'laptop', 'backup'])
})

test('a facilitator is told nothing of setting up', async () => {
  const laptop = await laptopWith({ ...known, colleague: [{ id: idFor('Tom'), name: 'Tom Ashby', role: 'facilitator' }] })
  expect(await laptop.view('setUp', null)).toBeNull()
})
