import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../../src/shared/std/result.ts'
import type { RoundDone, RoundTrouble } from '../../../src/shared/sync/exchangeOnce.ts'
import type { LinkResult } from '../../../src/shared/sync/protocol.ts'
import { SyncLoop } from '../../../src/shared/sync/syncLoop.ts'

type Outcome = LinkResult<RoundDone, RoundTrouble>
const well: Outcome = ok({ sent: 0, fetched: 0 })
const offline: Outcome = fail('offline')

/** A loop whose time passes only when the test says so. */
function begin(chance = 1, eager?: () => boolean) {
  let rounds = 0
  let finish: (outcome: Outcome | Error) => void = () => {}
  const waits: { ms: number; end: () => void; cut: boolean }[] = []
  const loop = new SyncLoop(
    () => {
      rounds++
      return new Promise((resolve, reject) => {
        finish = (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome))
      })
    },
    {
      now: () => 0,
      random: () => chance,
      ...(eager && { eager }),
      wait: (ms, cut) =>
        new Promise((resolve) => {
          const wait = { ms, end: resolve, cut: false }
          waits.push(wait)
          void cut.then(() => {
            wait.cut = true
            resolve()
          })
        }),
    },
  )
  let ended = false
  const run = loop.run().then(() => {
    ended = true
  })
  const settle = () =>
    new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  return {
    loop,
    run,
    waits,
    rounds: () => rounds,
    ended: () => ended,
    /** The exchange under way ends so. */
    async round(outcome: Outcome | Error) {
      finish(outcome)
      await settle()
    },
    /** The wait under way passes. */
    async pass() {
      waits.at(-1)!.end()
      await settle()
    },
    async poke() {
      loop.poke()
      await settle()
    },
    async goNow() {
      loop.goNow()
      await settle()
    },
    lengths: () => waits.map((wait) => wait.ms),
  }
}

describe('when to exchange', () => {
  test('at once when the laptop opens, then every minute', async () => {
    const laptop = begin()
    expect([laptop.rounds(), laptop.lengths()]).toEqual([1, []])
    await laptop.round(well)
    await laptop.pass()
    await laptop.round(well)
    expect([laptop.rounds(), laptop.lengths()]).toEqual([2, [60_000, 60_000]])
  })

  test('a second after a change was written', async () => {
    const laptop = begin()
    await laptop.round(well)
    await laptop.poke()
    expect([laptop.rounds(), laptop.lengths(), laptop.waits[0]!.cut]).toEqual([1, [60_000, 1_000], true])
    await laptop.pass()
    expect(laptop.rounds()).toBe(2)
  })

  test('a queue at the door is one exchange and not forty: the next change does not cut the second short', async () => {
    const laptop = begin()
    await laptop.round(well)
    for (let person = 0; person < 40; person++) await laptop.poke()
    expect([laptop.rounds(), laptop.lengths(), laptop.waits[1]!.cut]).toEqual([1, [60_000, 1_000], false])
    await laptop.pass()
    expect(laptop.rounds()).toBe(2)
  })

  test('a second after an exchange during which something was written', async () => {
    const laptop = begin()
    await laptop.poke()
    await laptop.round(well)
    expect(laptop.lengths()).toEqual([1_000])
    await laptop.pass()
    await laptop.round(well)
    expect(laptop.lengths()).toEqual([1_000, 60_000])
  })
})

describe('after a failure', () => {
  test('it waits 2 s, doubled up to a quarter of an hour, for ever', async () => {
    const laptop = begin()
    for (let attempt = 0; attempt < 14; attempt++) {
      await laptop.round(offline)
      await laptop.pass()
    }
    expect(laptop.lengths().map((ms) => ms / 1000)).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900, 900])
  })

  test('a thousand failures later the wait is still a number', async () => {
    const laptop = begin()
    for (let attempt = 0; attempt < 1_100; attempt++) {
      await laptop.round(offline)
      await laptop.pass()
    }
    expect(laptop.lengths().at(-1)).toBe(900_000)
  })

  test('laptops that failed together come back apart: half of the wait is chance', async () => {
    const laptop = begin(0)
    await laptop.round(offline)
    expect(laptop.lengths()).toEqual([1_000])
  })

  test('a change does not cut the wait short, and goes with the next attempt', async () => {
    const laptop = begin()
    await laptop.round(offline)
    await laptop.poke()
    expect([laptop.rounds(), laptop.lengths(), laptop.waits[0]!.cut]).toEqual([1, [2_000], false])
    await laptop.pass()
    expect(laptop.rounds()).toBe(2)
    await laptop.round(well)
    expect(laptop.lengths()).toEqual([2_000, 60_000])
  })

  test('the first success begins the waits again from the start', async () => {
    const laptop = begin()
    await laptop.round(offline)
    await laptop.pass()
    await laptop.round(offline)
    await laptop.pass()
    await laptop.round(well)
    await laptop.pass()
    await laptop.round(offline)
    expect(laptop.lengths()).toEqual([2_000, 4_000, 60_000, 2_000])
  })

  test('an exchange that breaks is a failure like any other: the loop goes on', async () => {
    const laptop = begin()
    await laptop.round(new Error('QuotaExceededError'))
    expect(laptop.lengths()).toEqual([2_000])
    await laptop.pass()
    expect(laptop.rounds()).toBe(2)
  })
})

describe('a server that was down while the network was there', () => {
  const sum = (waits: readonly number[]) => waits.reduce((all, ms) => all + ms, 0)

  test('is asked again within 30 seconds of its return, however long it was away, while something waits or a register is open', async () => {
    const laptop = begin(1, () => true)
    for (let attempt = 0; attempt < 10; attempt++) {
      await laptop.round(fail('noAnswer'))
      await laptop.pass()
    }
    expect(laptop.lengths().map((ms) => ms / 1000)).toEqual([2, 4, 8, 16, 30, 30, 30, 30, 30, 30])
  })

  test('is not asked by all laptops at once: half of that wait too is chance', async () => {
    const laptop = begin(0, () => true)
    for (let attempt = 0; attempt < 8; attempt++) {
      await laptop.round(fail('serverTrouble'))
      await laptop.pass()
    }
    expect(laptop.lengths().at(-1)).toBe(15_000)
  })

  test('is left alone for up to a quarter of an hour while nothing waits, and asked within 30 seconds once something does', async () => {
    let waiting = false
    const laptop = begin(1, () => waiting)
    for (let attempt = 0; attempt < 9; attempt++) {
      await laptop.round(offline)
      const rounds = laptop.rounds()
      while (laptop.rounds() === rounds) await laptop.pass()
    }
    await laptop.round(offline)
    const before = laptop.rounds()
    const slept = laptop.waits.length
    await laptop.pass()
    waiting = true
    await laptop.pass()
    expect(laptop.rounds()).toBe(before + 1)
    expect(sum(laptop.lengths().slice(slept - 1))).toBeLessThanOrEqual(60_000)
  })

  test('that answers and says no is asked no oftener than before', async () => {
    const laptop = begin(1, () => true)
    for (let attempt = 0; attempt < 8; attempt++) {
      await laptop.round(fail('signedOut'))
      await laptop.pass()
    }
    expect(laptop.lengths().at(-1)).toBe(256_000)
  })
})

describe('a busy server that says when to come back', () => {
  const busy: Outcome = { ok: false, reason: 'busy', afterMs: 5_000 }

  test('is obeyed, and no wait is doubled for it', async () => {
    const laptop = begin(0)
    for (let attempt = 0; attempt < 12; attempt++) {
      await laptop.round(busy)
      await laptop.pass()
    }
    expect(laptop.lengths()).toEqual(Array.from({ length: 12 }, () => 5_000))
    await laptop.round(offline)
    expect(laptop.lengths().at(-1)).toBe(1_000) // the first failure
  })

  test('finds the laptops it sent away coming back apart, none too early', async () => {
    const waits = await Promise.all(
      [0, 0.25, 0.5, 0.75, 1].map(async (chance) => {
        const laptop = begin(chance)
        await laptop.round(busy)
        return laptop.lengths()[0]
      }),
    )
    expect(waits).toEqual([5_000, 5_625, 6_250, 6_875, 7_500])
  })

  test('is asked at once when somebody presses "send now"', async () => {
    const laptop = begin()
    await laptop.round(busy)
    await laptop.goNow()
    expect(laptop.rounds()).toBe(2)
  })

  test('that does not say when is a failure like any other', async () => {
    const laptop = begin()
    await laptop.round(fail('busy'))
    await laptop.pass()
    await laptop.round(fail('busy'))
    expect(laptop.lengths()).toEqual([2_000, 4_000])
  })
})

describe('"send now" and the network coming back', () => {
  test.each([
    ['a rest', well],
    ['a wait after a failure', offline],
  ] as const)('cut %s short', async (_what, outcome) => {
    const laptop = begin()
    await laptop.round(outcome)
    await laptop.goNow()
    expect([laptop.rounds(), laptop.waits.length]).toEqual([2, 1])
  })

  test('cut the second after a change short', async () => {
    const laptop = begin()
    await laptop.round(well)
    await laptop.poke()
    await laptop.goNow()
    expect([laptop.rounds(), laptop.lengths()]).toEqual([2, [60_000, 1_000]])
  })

  test('during an exchange make another follow at once, and only one', async () => {
    const laptop = begin()
    await laptop.goNow()
    await laptop.goNow()
    await laptop.round(offline)
    expect([laptop.rounds(), laptop.lengths()]).toEqual([2, []])
    await laptop.round(offline)
    expect([laptop.rounds(), laptop.lengths()]).toEqual([2, [4_000]])
  })
})

describe('the lock', () => {
  test('ends a rest at once', async () => {
    const laptop = begin()
    await laptop.round(well)
    laptop.loop.stop()
    await laptop.run
    expect([laptop.rounds(), laptop.ended()]).toEqual([1, true])
  })

  test('lets the exchange under way end, and begins no other', async () => {
    const laptop = begin()
    laptop.loop.poke()
    laptop.loop.goNow()
    laptop.loop.stop()
    expect(laptop.ended()).toBe(false)
    await laptop.round(well)
    expect([laptop.rounds(), laptop.waits.length, laptop.ended()]).toEqual([1, 0, true])
  })
})
