import { expect, test } from 'vitest'
import { GivingWay } from '../../src/renderer/data/givingWay.ts'

test('what can wait goes at once while nobody is at the door', async () => {
  const way = new GivingWay(() => 1000)
  let went = false
  const turn = way.turn().then(() => (went = true))
  await Promise.resolve()
  await Promise.resolve()
  expect(went).toBe(true)
  await turn
})

test('while somebody types it waits, until they rest, and never for ever', async () => {
  let now = 1000
  const way = new GivingWay(() => (now += 10)) // each look takes a while
  way.atDoor()
  await way.turn()
  const rested = now
  expect(rested).toBeGreaterThanOrEqual(1150)
  expect(rested).toBeLessThan(1400)
  const queue = new GivingWay(() => (now += 10))
  const began = now
  const typing = setInterval(() => queue.atDoor(), 1)
  queue.atDoor()
  await queue.turn()
  clearInterval(typing)
  expect(now - began).toBeGreaterThanOrEqual(300)
})
