import { expect, test } from 'vitest'
import type { Host } from '../../src/shared/ipc/contract.ts'
import { answerCall } from '../../src/main/hostCalls.ts'

/** Remembers what reached it. */
function recorder(): { host: Host; seen: unknown[][] } {
  const seen: unknown[][] = []
  const host = new Proxy(
    {},
    {
      get:
        (_host, method) =>
        async (...args: unknown[]) => {
          seen.push([method, ...args])
          return 'done'
        },
    },
  )
  return { host: host as Host, seen }
}

test('a good call is done and answered under its number', async () => {
  const { host, seen } = recorder()
  expect(await answerCall(host, { call: 7, method: 'journalDropTo', args: [12] })).toEqual({ call: 7, ok: true, value: 'done' })
  expect(seen).toEqual([['journalDropTo', 12]])
})

const send = { server: 'https://gather.example.nhs.uk', path: '/exchange', timeoutMs: 1000 }
test.each([
  ['too few arguments', 'journalDropTo', []],
  ['too many arguments', 'readKeys', ['x']],
  ['the wrong kind', 'journalAppend', ['text', 1, 1]],
  ['a sequence that is none', 'journalAppend', [new Uint8Array(1), 0, 1]],
  ['memory without measure', 'argon2id', ['x', new Uint8Array(16), 1e9, 1]],
  ['a path that is no door of the server', 'send', [{ ...send, path: '/admin' }]],
  ['a path that climbs', 'send', [{ ...send, path: '/exchange/../admin' }]],
  ['a device that is a path', 'journalNumbers', ['../../keys.json']],
  ['no address', 'send', [{ ...send, server: 'gather' }]],
  ['no patience', 'send', [{ ...send, timeoutMs: 0 }]],
])('%s never reaches the host', async (_name, method, args) => {
  const { host, seen } = recorder()
  expect(await answerCall(host, { call: 1, method, args })).toMatchObject({ call: 1, ok: false })
  expect(seen).toEqual([])
})

test.each([
  ['nothing', null],
  ['text', 'readKeys'],
  ['an unknown method', { call: 1, method: 'exec', args: [] }],
  ['a method of every object', { call: 1, method: 'constructor', args: [] }],
  ['a number that is none', { call: '1', method: 'readKeys', args: [] }],
  ['arguments that are no list', { call: 1, method: 'readKeys', args: { length: 0 } }],
])('%s is not answered at all', async (_name, data) => {
  const { host, seen } = recorder()
  expect(await answerCall(host, data)).toBe(null)
  expect(seen).toEqual([])
})

test('an error crosses by its name alone', async () => {
  const host = {
    readKeys: async () => {
      throw new TypeError('Jean Brown, 07700 900123')
    },
  } as unknown as Host
  expect(await answerCall(host, { call: 3, method: 'readKeys', args: [] })).toEqual({ call: 3, ok: false, error: 'TypeError' })
})
