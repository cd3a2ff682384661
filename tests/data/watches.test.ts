import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Watches } from '../../src/renderer/data/watches.ts'
import type { ToWindow } from '../../src/renderer/workerLink/contract.ts'
import { patience } from '../support/until.ts'

let told: [number, unknown][]
let messages: number
let values: Record<string, unknown>
let asked: string[]
let hold: Promise<void>
let watches: Watches

beforeEach(() => {
  told = []
  messages = 0
  values = { today: 1, status: 'a', people: null }
  asked = []
  hold = Promise.resolve()
  watches = new Watches(
    async (name) => {
      asked.push(name)
      const value = values[name]
      await hold
      if (value instanceof Error) throw value
      return value as never
    },
    (message: ToWindow) => {
      if (message.kind !== 'views') return
      messages++
      for (const { watch, value } of message.told) told.push([watch, value])
    },
  )
})
const settle = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 5)
  })

describe('a live question', () => {
  test('is answered at once, and again when it changes', async () => {
    watches.add(1, 'today', null as never)
    await settle()
    values['today'] = 2
    watches.askAgain((name) => name === 'today')
    await settle()
    expect(told).toEqual([
      [1, 1],
      [1, 2],
    ])
  })

  test('is told nothing when the answer is the same', async () => {
    watches.add(1, 'today', null as never)
    await settle()
    watches.askAgain(() => true)
    await settle()
    expect([told, asked]).toEqual([[[1, 1]], ['today', 'today']])
  })

  test('about the exchange is answered now, while lists wait until the tick is drawn', async () => {
    watches.add(1, 'today', null as never)
    watches.add(2, 'status', null as never)
    await settle()
    Object.assign(values, { today: 2, status: 'b' })
    watches.askAgainSoon((name) => name === 'today')
    watches.askAgain((name) => name === 'status')
    await settle()
    expect(told).toEqual([
      [1, 1],
      [2, 'a'],
      [2, 'b'],
    ])
    await vi.waitFor(() => expect(told.at(-1)).toEqual([1, 2]), patience)
  })

  test('of a list waits behind an act that is on its way to the disk, and not for ever', async () => {
    watches.add(1, 'today', null as never)
    await settle()
    let tick = () => {}
    const act = watches.during(
      () =>
        new Promise<void>((resolve) => {
          tick = resolve
        }),
    )
    values['today'] = 2
    vi.useFakeTimers()
    watches.askAgainSoon(() => true)
    await vi.advanceTimersByTimeAsync(60)
    expect(asked).toEqual(['today'])
    tick()
    await act
    await vi.advanceTimersByTimeAsync(60)
    expect(told.at(-1)).toEqual([1, 2])
    void watches.during(() => new Promise(() => {})) // an import that takes seconds
    values['today'] = 3
    watches.askAgainSoon(() => true)
    await vi.advanceTimersByTimeAsync(300)
    expect(told.at(-1)).toEqual([1, 3])
    vi.useRealTimers()
  })

  test('that others touched is left alone', async () => {
    watches.add(1, 'today', null as never)
    watches.add(2, 'status', null as never)
    await settle()
    watches.askAgain((name) => name === 'status')
    await settle()
    expect(asked).toEqual(['today', 'status', 'status'])
  })

  test('touched ten times while it is answered is answered once more, with the last', async () => {
    let release = () => {}
    hold = new Promise((resolve) => {
      release = resolve
    })
    watches.add(1, 'today', null as never)
    await settle()
    for (let touch = 2; touch <= 11; touch++) {
      values['today'] = touch
      watches.askAgain(() => true)
    }
    release()
    await settle()
    expect([told, asked.length]).toEqual([[[1, 11]], 2])
  })

  test('nobody listens to any more is told nothing', async () => {
    let release = () => {}
    hold = new Promise((resolve) => {
      release = resolve
    })
    watches.add(1, 'today', null as never)
    await settle()
    watches.remove(1)
    release()
    await settle()
    expect(told).toEqual([])
  })

  test('asked twice under two numbers is answered to both', async () => {
    watches.add(1, 'today', null as never)
    watches.add(2, 'today', null as never)
    await settle()
    expect(told).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('that has nothing to show says so: null is an answer', async () => {
    watches.add(1, 'people', null as never)
    await settle()
    expect(told).toEqual([[1, null]])
  })

  test('that breaks does not keep the others from their answers, nor itself from the next', async () => {
    values['today'] = new Error('one bad row')
    watches.add(1, 'today', null as never)
    watches.add(2, 'status', null as never)
    await settle()
    values['today'] = 1
    watches.askAgain(() => true)
    await settle()
    expect(told).toEqual([
      [2, 'a'],
      [1, 1],
    ])
  })
})

describe('an act', () => {
  test('has two frames for its tick before the lists that it changes are made', async () => {
    watches.add(1, 'today', null as never)
    await settle()
    values['today'] = 2
    watches.askAgainSoon(() => true)
    await settle()
    expect(told).toEqual([[1, 1]])
    await vi.waitFor(
      () =>
        expect(told).toEqual([
          [1, 1],
          [1, 2],
        ]),
      patience,
    )
  })

  test('is told in one message, whatever it changed', async () => {
    watches.add(1, 'today', null as never)
    watches.add(2, 'status', null as never)
    await settle()
    messages = 0
    values = { today: 2, status: 'b' }
    watches.askAgainSoon((name) => name === 'today')
    watches.askAgainSoon((name) => name === 'status')
    await vi.waitFor(
      () =>
        expect(told.slice(2)).toEqual([
          [1, 2],
          [2, 'b'],
        ]),
      patience,
    )
    expect(messages).toBe(1)
  })
})

describe('the lock', () => {
  test('lets no answer through that was ready and not yet told', async () => {
    watches.add(1, 'today', null as never)
    await Promise.resolve()
    watches.forgetAnswers()
    await settle()
    expect(told).toEqual([])
  })

  test('lets no answer through that was begun before it', async () => {
    let release = () => {}
    hold = new Promise((resolve) => {
      release = resolve
    })
    watches.add(1, 'today', null as never)
    await settle()
    watches.forgetAnswers()
    release()
    await settle()
    expect(told).toEqual([])
  })

  test('makes the same answer news again after the next unlock', async () => {
    watches.add(1, 'today', null as never)
    await settle()
    watches.forgetAnswers()
    watches.askAgain(() => true)
    await settle()
    expect(told).toEqual([
      [1, 1],
      [1, 1],
    ])
  })
})
