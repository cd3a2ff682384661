import { describe, expect, test } from 'vitest'
import { exchangeAll, type Link, type Outbox, type SyncStore } from '../../../src/shared/sync/exchangeOnce.ts'
import {
  exchangeReplySchema,
  exchangeRequestSchema,
  linkTroubles,
  protocolVersion,
  snapshotPageSchema,
  zeroChain,
  type Bookmark,
  type ExchangeReply,
  type ExchangeRequest,
  type ResetReason,
  type SnapshotPage,
} from '../../../src/shared/sync/protocol.ts'
import { fail, ok } from '../../../src/shared/std/result.ts'
import { aChange, aPerson, aRow, idFor, stampAt } from '../../support/builders.ts'

const team = idFor('team')
const bookmark: Bookmark = { epoch: idFor('epoch'), revision: 7, chain: zeroChain }
const changes = [1, 2, 3, 4].map((sequence) =>
  aChange('person', idFor('Jean'), { phone: `${sequence}` }, { sequence, id: idFor(`change ${sequence}`) }),
)
const outbox = (more: Partial<Outbox> = {}): Outbox => ({ team, bookmark, changes: [], nowhere: [], waiting: 0, ...more })
const reply = (more: Partial<ExchangeReply> = {}): ExchangeReply =>
  exchangeReplySchema.parse({
    epoch: idFor('epoch'),
    now: 0,
    minClient: 1,
    haveN: 0,
    results: [],
    changes: [],
    revision: 7,
    chain: zeroChain,
    durable: 0,
    more: false,
    device: 'ok',
    ...more,
  })
const accepting = (sent: Outbox, more: Partial<ExchangeReply> = {}) =>
  reply({
    results: sent.changes.map((change, at) => ({
      state: 'accepted',
      id: change.id,
      revision: 8 + at,
      effective: change.stamp,
    })),
    ...more,
  })
const page = (more: Partial<SnapshotPage> = {}): SnapshotPage =>
  snapshotPageSchema.parse({
    epoch: idFor('epoch'),
    rows: [aRow('person', aPerson('Jean Oakes'))],
    total: 3,
    revision: 9,
    chain: zeroChain,
    ...more,
  })

/** Plays what the store and the server say, one after the other, and writes down what was asked of them. */
function play(script: {
  outbox: Outbox[]
  replies: Awaited<ReturnType<Link['exchange']>>[]
  resets?: (ResetReason | null)[]
  asks?: ({ after?: string } | null)[]
  pages?: Awaited<ReturnType<Link['snapshot']>>[]
}) {
  const said: unknown[] = []
  const requests: ExchangeRequest[] = []
  const next = <Item>(items: Item[] | undefined, what: string): Item => {
    const item = items?.shift()
    if (item === undefined) throw new Error(`nothing more is scripted for ${what}`)
    return item
  }
  const store: SyncStore = {
    outbox: async () => next(script.outbox, 'outbox'),
    toSplit: async () => null,
    become: async () => true,
    settle: async (told) => {
      said.push(['settle', told.results.length, told.changes.length])
      return script.resets?.shift() ?? null
    },
    reset: async (haveN) => {
      said.push(['reset', haveN])
    },
    nextPage: async () => next(script.asks, 'nextPage'),
    applyPage: async (told) => {
      said.push(['page', told.next ?? 'last'])
    },
  }
  const link: Link = {
    exchange: async (request) => {
      requests.push(request)
      return next(script.replies, 'exchange')
    },
    split: async () => fail('serverTrouble'),
    snapshot: async (query) => {
      said.push(['ask', query])
      return next(script.pages, 'snapshot')
    },
  }
  const progress = {
    sending: (sent: number, of: number) => said.push(['sending', sent, of]),
    loading: (loaded: number, of: number) => said.push(['loading', loaded, of]),
  }
  const outcome = exchangeAll(store, link, { appVersion: '0.1.0', now: () => 1234 }, progress)
  return { outcome, said, requests }
}

describe('an exchange', () => {
  test('with nothing to send asks for what is new, and says nothing of sending', async () => {
    const { outcome, said, requests } = play({ outbox: [outbox()], replies: [ok(reply({ revision: 9 }))] })
    expect(await outcome).toEqual(ok({ sent: 0, fetched: 0 }))
    expect(said).toEqual([['settle', 0, 0]])
    expect(requests).toEqual([{ protocol: protocolVersion, appVersion: '0.1.0', team, deviceNow: 1234, bookmark, waiting: 0, changes: [] }])
    expect(exchangeRequestSchema.safeParse(requests[0]).success).toBe(true)
  })

  test('sends in pieces and counts on, with all that still waits', async () => {
    const [first, second] = [outbox({ changes: changes.slice(0, 3), waiting: 1 }), outbox({ changes: changes.slice(3) })]
    const { outcome, said, requests } = play({
      outbox: [first, second],
      replies: [ok(accepting(first)), ok(accepting(second))],
    })
    expect(await outcome).toEqual(ok({ sent: 4, fetched: 0 }))
    expect(said).toEqual([
      ['sending', 0, 4],
      ['settle', 3, 0],
      ['sending', 3, 4],
      ['settle', 1, 0],
    ])
    expect(requests.map((request) => [request.changes.length, request.waiting])).toEqual([
      [3, 1],
      [1, 0],
    ])
  })

  test('goes on while the server has more to tell', async () => {
    const others = [{ ...changes[0]!, revision: 8, effective: stampAt('10:30') }]
    const { outcome } = play({
      outbox: [outbox(), outbox({ bookmark: { ...bookmark, revision: 8 } })],
      replies: [ok(reply({ changes: others, more: true })), ok(reply({ changes: others }))],
    })
    expect(await outcome).toEqual(ok({ sent: 0, fetched: 2 }))
  })

  test.each(linkTroubles)('that meets %s says so, and settles nothing', async (trouble) => {
    const { outcome, said } = play({ outbox: [outbox({ changes })], replies: [fail(trouble)] })
    expect([await outcome, said]).toEqual([fail(trouble), [['sending', 0, 4]]])
  })

  test('[SY4] that breaks in the middle keeps what was settled before', async () => {
    const first = outbox({ changes: changes.slice(0, 3), waiting: 1 })
    const { outcome, said } = play({
      outbox: [first, outbox({ changes: changes.slice(3) })],
      replies: [ok(accepting(first)), fail('noAnswer')],
    })
    expect([await outcome, said.filter((one) => (one as string[])[0] === 'settle')]).toEqual([fail('noAnswer'), [['settle', 3, 0]]])
  })

  test('[SY22] of a laptop that was taken off the team delivers everything first and says so then', async () => {
    const [first, second] = [outbox({ changes: changes.slice(0, 3), waiting: 1 }), outbox({ changes: changes.slice(3) })]
    const { outcome, said } = play({
      outbox: [first, second],
      replies: [ok(accepting(first, { device: 'revoked' })), ok(accepting(second, { device: 'revoked' }))],
    })
    expect([await outcome, said]).toEqual([
      fail('deviceRevoked'),
      [
        ['sending', 0, 4],
        ['settle', 3, 0],
        ['sending', 3, 4],
        ['settle', 1, 0],
      ],
    ])
  })

  test('[S3] [SY27] of a laptop to be emptied offers everything once more, and says so when nothing is left to send', async () => {
    const all = outbox({ changes, bookmark: null })
    const { outcome, said } = play({
      outbox: [outbox({ changes: changes.slice(3) }), all, outbox({ bookmark: null })],
      replies: [
        ok(accepting(outbox({ changes: changes.slice(3) }), { device: 'wipe' })),
        ok(accepting(all, { device: 'wipe' })),
        ok(reply({ device: 'wipe' })),
      ],
    })
    expect([await outcome, said]).toEqual([
      fail('wipe'),
      [
        ['sending', 0, 1],
        ['settle', 1, 0],
        ['reset', 0],
        ['sending', 1, 5],
        ['settle', 4, 0],
        ['settle', 0, 0],
      ],
    ])
  })

  test.each(['revoked', 'wipe'] as const)('[SY27] of a laptop that is %s believes no answer that leaves a change out', async (device) => {
    const { outcome } = play({ outbox: [outbox({ changes })], replies: [ok(reply({ device }))] })
    expect(await outcome).toEqual(fail('serverTrouble'))
  })
})

describe('[SY19] a first load', () => {
  const fresh = (more: Partial<Outbox> = {}) => outbox({ bookmark: null, ...more })

  test('comes page by page, counted, the next asked for while one is taken in, and then what has happened meanwhile', async () => {
    const { outcome, said, requests } = play({
      outbox: [fresh(), outbox()],
      replies: [ok(reply()), ok(reply())],
      asks: [{}, { after: 'a' }, null],
      pages: [ok(page({ next: 'a' })), ok(page())],
    })
    expect(await outcome).toEqual(ok({ sent: 0, fetched: 2 }))
    expect(said).toEqual([
      ['settle', 0, 0],
      ['ask', { team }],
      ['ask', { team, after: 'a' }],
      ['page', 'a'],
      ['loading', 1, 3],
      ['page', 'last'],
      ['loading', 2, 3],
      ['settle', 0, 0],
    ])
    expect(requests.map((request) => request.bookmark)).toEqual([null, bookmark])
  })

  test('sends what waits first, all of it (SY16)', async () => {
    const [first, second] = [fresh({ changes: changes.slice(0, 3), waiting: 1 }), fresh({ changes: changes.slice(3) })]
    const { outcome, said } = play({
      outbox: [first, second, outbox()],
      replies: [ok(accepting(first)), ok(accepting(second)), ok(reply())],
      asks: [{}, null],
      pages: [ok(page())],
    })
    expect(await outcome).toEqual(ok({ sent: 4, fetched: 1 }))
    expect(said.map((one) => (one as string[])[0])).toEqual(['sending', 'settle', 'sending', 'settle', 'ask', 'page', 'loading', 'settle'])
  })

  test('that is cut goes on at the next exchange where it stopped', async () => {
    const cut = play({
      outbox: [fresh()],
      replies: [ok(reply())],
      asks: [{}, { after: 'a' }],
      pages: [ok(page({ next: 'a' })), fail('noAnswer')],
    })
    expect(await cut.outcome).toEqual(fail('noAnswer'))
    expect(cut.said.slice(-3)).toEqual([
      ['ask', { team, after: 'a' }],
      ['page', 'a'],
      ['loading', 1, 3],
    ])
  })

  test('drops the page that was asked for ahead when the store then wants another', async () => {
    const { outcome, said } = play({
      outbox: [fresh(), outbox()],
      replies: [ok(reply()), ok(reply())],
      asks: [{}, {}, null],
      pages: [ok(page({ next: 'a' })), fail('noAnswer'), ok(page())],
    })
    expect(await outcome).toEqual(ok({ sent: 0, fetched: 2 }))
    expect(said.filter((one) => (one as string[])[0] === 'ask')).toEqual([
      ['ask', { team }],
      ['ask', { team, after: 'a' }],
      ['ask', { team }],
    ])
  })

  test('never counts more loaded than there are', async () => {
    const { outcome, said } = play({
      outbox: [fresh(), outbox()],
      replies: [ok(reply()), ok(reply())],
      asks: [{}, null],
      pages: [ok(page({ total: 0 }))],
    })
    await outcome
    expect(said).toContainEqual(['loading', 1, 1])
  })
})

describe('[SY16] a reset', () => {
  test('makes everything pending again, then sends, then loads afresh', async () => {
    const again = outbox({ bookmark: null, changes })
    const { outcome, said } = play({
      outbox: [outbox(), again, outbox()],
      replies: [ok(reply({ reset: 'epoch', haveN: 2 })), ok(accepting(again)), ok(reply())],
      resets: ['epoch', null, null],
      asks: [{}, null],
      pages: [ok(page())],
    })
    expect(await outcome).toEqual(ok({ sent: 4, fetched: 1 }))
    expect(said.map((one) => (one as unknown[])[0])).toEqual(['settle', 'reset', 'sending', 'settle', 'ask', 'page', 'loading', 'settle'])
    expect(said).toContainEqual(['reset', 2])
  })

  test('that never ends is given up and tried later, not for ever', async () => {
    const store: SyncStore = {
      outbox: async () => outbox(),
      toSplit: async () => null,
      become: async () => true,
      settle: async () => 'epoch',
      reset: async () => {},
      nextPage: async () => null,
      applyPage: async () => {},
    }
    let asked = 0
    const link: Link = {
      exchange: async () => {
        asked++
        return ok(reply({ reset: 'epoch' }))
      },
      split: async () => fail('serverTrouble'),
      snapshot: async () => fail('offline'),
    }
    const progress = { sending() {}, loading() {} }
    expect(await exchangeAll(store, link, { appVersion: '0', now: () => 0 }, progress)).toEqual(fail('serverTrouble'))
    expect(asked).toBeLessThan(100)
  })
})

describe('a server that does not answer for what was sent', () => {
  test('is not asked the same again and again', async () => {
    let asked = 0
    const store: SyncStore = {
      outbox: async () => outbox({ changes, waiting: 5 }),
      toSplit: async () => null,
      become: async () => true,
      settle: async () => null,
      reset: async () => {},
      nextPage: async () => null,
      applyPage: async () => {},
    }
    const link: Link = {
      exchange: async () => {
        asked++
        return ok(reply())
      },
      split: async () => fail('serverTrouble'),
      snapshot: async () => fail('offline'),
    }
    expect(await exchangeAll(store, link, { appVersion: '0', now: () => 0 }, { sending() {}, loading() {} })).toEqual(fail('serverTrouble'))
    expect(asked).toBe(1)
  })

  test('[SY23] is never taken for one that has everything', async () => {
    const { outcome } = play({ outbox: [outbox({ changes })], replies: [ok(reply())] })
    expect(await outcome).toEqual(fail('serverTrouble'))
  })
})
