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
  let isTyping = true
  const queue: GivingWay = new GivingWay(() => {
    now += 10
    if (isTyping) {
      isTyping = false // a letter at each look, which looks at the clock itself
      queue.atDoor()
      isTyping = true
    }
    return now
  })
  const began = now
  await queue.turn()
  expect(now - began).toBeGreaterThanOrEqual(300)
})
