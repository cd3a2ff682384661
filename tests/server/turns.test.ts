import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/server/errors.ts'
import { Turns, type Outcome, type TurnRules } from '../../src/server/turns.ts'

/** Turns whose lots end when the test says so, on a clock that the test moves. */
function begin(more: Partial<TurnRules<string, string>> = {}) {
  const lots: { jobs: readonly string[]; end(outcomes?: Outcome<string>[]): Promise<void>; fail(): Promise<void> }[] = []
  const time = { ms: 0 }
  const settled = () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  const turns = new Turns<string, string>({
    atOnce: 1,
    most: 3,
    clock: () => time.ms,
    alone: async (job) => {
      if (job.startsWith('bad')) throw new Error('fault')
      return `${job} alone`
    },
    together: (jobs) =>
      new Promise((resolve, reject) => {
        lots.push({
          jobs,
          async end(outcomes = jobs.map((job) => ({ value: `${job} done` }))) {
            resolve(outcomes)
            await settled()
          },
          async fail() {
            reject(new Error('fault'))
            await settled()
          },
        })
      }),
    ...more,
  })
  return { turns, lots, time, jobs: () => lots.map((lot) => lot.jobs) }
}

describe('a crowd at the server', () => {
  it('takes together what waited while others were worked on, in the order it came', async () => {
    const { turns, lots, jobs } = begin()
    const answers = ['a', 'b', 'c', 'd', 'e'].map((job) => turns.take(job))
    expect(jobs()).toEqual([['a']])
    await lots[0]!.end()
    expect(jobs()).toEqual([['a'], ['b', 'c', 'd']])
    await lots[1]!.end()
    await lots[2]!.end()
    expect(await Promise.all(answers)).toEqual(['a done', 'b done', 'c done', 'd done', 'e done'])
  })

  it('puts two batches of one laptop neither into one lot nor into two at once', async () => {
    const { turns, lots, jobs } = begin({ atOnce: 2, keyOf: (job) => job[0] as string })
    for (const job of ['a1', 'a2', 'b1', 'a3']) void turns.take(job)
    expect(jobs()).toEqual([['a1'], ['b1']])
    await lots[0]!.end()
    expect(jobs()).toEqual([['a1'], ['b1'], ['a2']])
  })

  it('makes lots no heavier than they may be, and lets a heavier one through alone', async () => {
    const { turns, lots, jobs } = begin({ mostWeight: 5, weightOf: (job) => job.length })
    for (const job of ['x', 'aaa', 'bb', 'ccccccc', 'd']) void turns.take(job)
    for (const place of [0, 1, 2]) await lots[place]!.end()
    expect(jobs()).toEqual([['x'], ['aaa', 'bb'], ['ccccccc'], ['d']])
  })

  it('gives each its own no', async () => {
    const { turns, lots } = begin()
    const [, good, bad] = ['first', 'good', 'bad'].map((job) => turns.take(job).catch((error: unknown) => error))
    await lots[0]!.end()
    await lots[1]!.end([{ value: 'taken' }, { refused: new Refusal('signedOut') }])
    expect(await good).toBe('taken')
    expect(await bad).toMatchObject({ word: 'signedOut' })
  })

  it('tries each alone when a lot fails: one bad batch costs nobody else theirs', async () => {
    const { turns, lots } = begin()
    const [, ...answers] = ['first', 'a', 'bad', 'c'].map((job) => turns.take(job).catch((error: Error) => error.message))
    await lots[0]!.end()
    await lots[1]!.fail()
    expect(await Promise.all(answers)).toEqual(['a alone', 'fault', 'c alone'])
    const next = turns.take('next')
    await lots[2]!.end()
    expect(await next).toBe('next done')
  })

  it('says when to come back instead of letting anybody wait longer than they listen', async () => {
    const { turns, lots, time } = begin({ most: 1 })
    void turns.take('slow')
    time.ms = 30_000
    await lots[0]!.end()
    void turns.take('under way')
    const waiting = [turns.take('a'), turns.take('b')]
    await expect(turns.take('c')).rejects.toMatchObject({ word: 'busy', afterS: 19, status: 429 })
    for (const place of [1, 2, 3]) await lots[place]!.end()
    expect(await Promise.all(waiting)).toEqual(['a done', 'b done'])
  })

  it('lets others go first, but does not wait for ever', async () => {
    const others = { wait: true }
    const { turns, lots, time, jobs } = begin({ stepAside: () => others.wait })
    void turns.take('reader')
    expect(jobs()).toEqual([])
    others.wait = false
    turns.look()
    expect(jobs()).toEqual([['reader']])
    others.wait = true
    void turns.take('next reader')
    await lots[0]!.end()
    expect(jobs()).toEqual([['reader']])
    time.ms += 10_001
    turns.look()
    expect(jobs()).toEqual([['reader'], ['next reader']])
  })
})
