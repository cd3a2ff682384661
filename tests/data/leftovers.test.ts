import { describe, expect, test } from 'vitest'
import { Leftovers } from '../../src/renderer/data/leftovers.ts'

/** A window that is quiet when the test says so. */
function aWindow() {
  let quiet: (now: boolean) => void = () => {}
  let collected = 0
  const leftovers = new Leftovers(
    () =>
      new Promise((settle) => {
        quiet = settle
      }),
    () => collected++,
  )
  const becomes = async (now: boolean) => {
    quiet(now)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { leftovers, becomes, collected: () => collected }
}

describe('what a load leaves in memory', () => {
  test('goes while it is under way each 20,000 rows, and only once nobody is at the door', async () => {
    const { leftovers, becomes, collected } = aWindow()
    for (let page = 0; page < 45; page++) leftovers.add(500)
    expect(collected()).toBe(0)
    await becomes(true)
    expect(collected()).toBe(1)
    leftovers.add(9000)
    await becomes(true)
    expect(collected()).toBe(1)
  })

  test('goes at its end if it was much', async () => {
    const { leftovers, becomes, collected } = aWindow()
    leftovers.add(9000)
    leftovers.end()
    leftovers.add(9000)
    leftovers.end()
    await becomes(true)
    expect(collected()).toBe(0)
    leftovers.add(10_000)
    leftovers.end()
    await becomes(true)
    expect(collected()).toBe(1)
  })

  test('of a whole morning at the door goes once nobody is there', async () => {
    const { leftovers, becomes, collected } = aWindow()
    for (let act = 0; act < 399; act++) leftovers.addAct()
    await becomes(true)
    expect(collected()).toBe(0)
    leftovers.addAct()
    await becomes(true)
    expect(collected()).toBe(1)
  })

  test('stays when the laptop was locked meanwhile: its worker has ended', async () => {
    const { leftovers, becomes, collected } = aWindow()
    leftovers.add(20_000)
    await becomes(false)
    expect(collected()).toBe(0)
  })
})
