import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SendRequest } from '../../src/shared/ipc/contract.ts'
import { openTransport } from '../../src/main/transport/transport.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void
let answer: Answer
let server: Server
let tcp: TcpServer | null
let address: string
const transport = openTransport((where, init) => fetch(where, init))

beforeEach(async () => {
  tcp = null
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => answer(request, response, Buffer.concat(pieces)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  transport.useToken(null)
  server.closeAllConnections()
  tcp?.close()
  await new Promise((closed) => server.close(closed))
})

const send = (more: Partial<SendRequest> = {}) => transport.send({ server: address, path: '/exchange', timeoutMs: 2000, ...more })
const json = (response: ServerResponse, status: number, value: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))

/** A server below HTTP: says these bytes to whoever connects. */
async function raw(say: (write: (text: string) => void, end: () => void) => void): Promise<string> {
  const made = createTcp((socket) => {
    socket
      .on('error', () => undefined)
      .once('data', () =>
        say(
          (text) => socket.write(text),
          () => socket.destroy(),
        ),
      )
  })
  tcp = made
  await new Promise<void>((ready) => made.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`
}

test('sends a body as JSON by POST with the token, and fetches without one by GET', async () => {
  const seen: unknown[] = []
  answer = (request, response, body) => {
    seen.push([request.method, request.url, request.headers['authorization'], body.toString()])
    json(response, 200, { ok: 1 })
  }
  expect(await send({ body: { a: 'é' } })).toEqual({ ok: true, value: { ok: 1 } })
  transport.useToken('secret')
  await send({ path: '/snapshot', query: { team: 'x y', after: '&' } })
  transport.useToken(null)
  await send({ path: '/health' })
  expect(seen).toEqual([
    ['POST', '/exchange', undefined, '{"a":"é"}'],
    ['GET', '/snapshot?team=x+y&after=%26', 'Bearer secret', ''],
    ['GET', '/health', undefined, ''],
  ])
})

test.each([
  ['ours, with when to come back', 429, { 'retry-after': '8' }, { ok: false, reason: 'busy', afterMs: 8000 }],
  ['a proxy, with when to come back', 503, { 'retry-after': '30' }, { ok: false, reason: 'busy', afterMs: 30_000 }],
  ['one that sends laptops away for a year', 429, { 'retry-after': '31536000' }, { ok: false, reason: 'busy', afterMs: 900_000 }],
  ['one that says a date', 429, { 'retry-after': 'Thu, 22 Oct 2026 09:31:00 GMT' }, { ok: false, reason: 'busy' }],
  ['one with a trouble of its own', 500, { 'retry-after': '8' }, { ok: false, reason: 'serverTrouble' }],
] as const)('a busy server, %s (%i)', async (_what, status, more, expected) => {
  answer = (_request, response) => response.writeHead(status, { ...more, 'content-type': 'application/json' }).end('{"error":"busy"}')
  expect(await send()).toEqual(expected)
})

test('packs a long body', async () => {
  const body = { text: 'walk and talk '.repeat(500) }
  let sent: { encoding: string | undefined; bytes: number; body: unknown } | null = null
  answer = (request, response, bytes) => {
    sent = { encoding: request.headers['content-encoding'], bytes: bytes.length, body: JSON.parse(gunzipSync(bytes).toString()) }
    json(response, 200, {})
  }
  await send({ body })
  expect(sent).toEqual({ encoding: 'gzip', bytes: expect.any(Number), body })
  expect(sent!.bytes).toBeLessThan(300)
})

const page = '<!doctype html><title>Café WiFi</title><form>'
const words: [string, number, string, unknown, string][] = [
  ['a log-in page with 200', 200, 'text/html', page, 'notOurServer'],
  ['a log-in page with 401', 401, 'text/html', page, 'notOurServer'],
  ['a network that wants a log-in', 511, 'text/html', page, 'notOurServer'],
  ['a page that is not found', 404, 'text/html', page, 'notOurServer'],
  ['no kind of content at all', 200, '', 'ok', 'notOurServer'],
  ['a page that calls itself JSON', 200, 'application/json', page, 'notOurServer'],
  ['JSON that is cut off but complete as a message', 200, 'application/json', '{"a":', 'notOurServer'],
  ['our server when it does not know the token', 401, 'application/json', { error: 'signedOut' }, 'signedOut'],
  ['our server when the app is too old', 426, 'application/json', { error: 'upgradeNeeded' }, 'upgradeNeeded'],
  ['our server when it has enough', 429, 'application/json', { error: 'busy' }, 'busy'],
  ['a proxy that has enough', 429, 'text/html', page, 'busy'],
  ['a proxy that finds the body too long', 413, 'text/html', page, 'serverTrouble'],
  ['our server that finds the body too long', 413, 'application/json', { error: 'tooLong' }, 'serverTrouble'],
  ['our server in trouble', 500, 'application/json', { error: 'serverTrouble' }, 'serverTrouble'],
  ['a proxy before a server that is down', 503, 'text/html', page, 'serverTrouble'],
  ['a code that was mistyped', 403, 'application/json', { error: 'wrongCode' }, 'wrongCode'],
  ['a code used before', 410, 'application/json', { error: 'codeUsed' }, 'codeUsed'],
  ['a refusal', 403, 'application/json', { error: 'refused' }, 'refused'],
  ['a refusal in a word we do not know', 400, 'application/json', { error: 'moonPhase' }, 'serverTrouble'],
  ['a refusal that calls itself trouble', 500, 'application/json', { error: 'wrongCode' }, 'serverTrouble'],
]
test.each(words)('%s (%i)', async (_name, status, type, body, reason) => {
  answer = (_request, response) => {
    response.writeHead(status, type ? { 'content-type': type } : {})
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
  expect(await send({ body: {} })).toEqual({ ok: false, reason })
})

test('a redirect is followed by nobody, token or not', async () => {
  transport.useToken('secret')
  const seen: unknown[] = []
  answer = (request, response) => {
    seen.push(request.url)
    response.writeHead(302, { location: `${address}/portal` }).end()
  }
  expect(await send()).toEqual({ ok: false, reason: 'notOurServer' })
  expect(seen).toEqual(['/exchange'])
})

test('a machine where nobody listens gives no answer; a name that nobody knows is no address, or offline where there is no network', async () => {
  const gone = await raw(() => undefined)
  await new Promise((closed) => tcp?.close(closed))
  expect(await send({ server: gone })).toEqual({ ok: false, reason: 'noAnswer' })
  const unknown = Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('getaddrinfo ENOTFOUND gather.example'), { code: 'ENOTFOUND' }),
  })
  for (const error of [unknown, new Error('net::ERR_NAME_NOT_RESOLVED')]) {
    const over = (hasNetwork: boolean) =>
      openTransport(
        async () => {
          throw error
        },
        () => hasNetwork,
      ).send({ server: 'https://gather.example', path: '/enrol', timeoutMs: 1000 })
    expect([await over(true), await over(false)]).toEqual([
      { ok: false, reason: 'noSuchAddress' },
      { ok: false, reason: 'offline' },
    ])
  }
})

test('a server that never answers is no answer, in time', async () => {
  answer = () => undefined
  expect(await send({ timeoutMs: 300 })).toEqual({ ok: false, reason: 'noAnswer' })
})

test('a server that drips is no answer, in time', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  }
  expect(await send({ timeoutMs: 300 })).toEqual({ ok: false, reason: 'noAnswer' })
})

test('a body cut in the middle is no answer: the request may have been done', async () => {
  const server = await raw((write, end) => {
    write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"results":[')
    setTimeout(end, 30)
  })
  expect(await send({ server })).toEqual({ ok: false, reason: 'noAnswer' })
})

test('a line that breaks before the answer is no answer', async () => {
  const server = await raw((_write, end) => end())
  expect(await send({ server })).toEqual({ ok: false, reason: 'noAnswer' })
})

test('something that does not speak HTTP is not our server', async () => {
  const server = await raw((write) => write('220 mail.example ESMTP\r\n'))
  expect(await send({ server })).toEqual({ ok: false, reason: 'notOurServer' })
})

test('TLS spoken to something that has none is not our server', async () => {
  const server = await raw((write) => write('HTTP/1.1 400 Bad Request\r\n\r\n'))
  expect(await send({ server: server.replace('http:', 'https:') })).toEqual({ ok: false, reason: 'notOurServer' })
})

test('an answer without end is not from us and does not fill the memory', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const piece = Buffer.alloc(4 * 1024 * 1024, 32)
    const pour = () => {
      while (!response.destroyed && response.write(piece));
    }
    response.on('drain', pour)
    pour()
  }
  expect(await send({ timeoutMs: 10_000 })).toEqual({ ok: false, reason: 'notOurServer' })
})

test.each([
  ['http://gather.example.nhs.uk', 'only this machine may be reached in clear'],
  ['http://127.0.0.1.example.com', 'a name that looks like this machine is not'],
  ['https://user:word@gather.example.nhs.uk', 'no password in an address'],
  ['https://gather.example.nhs.uk/?x=', 'no query that swallows the path'],
  ['ftp://gather.example.nhs.uk', 'no other protocol'],
  ['file:///etc/passwd', 'no file'],
])('%s is not called: %s', async (server) => {
  let called = false
  const watching = openTransport(async () => {
    called = true
    return Response.json({})
  })
  expect(await watching.send({ server, path: '/health', timeoutMs: 500 })).toEqual({ ok: false, reason: 'notOurServer' })
  expect(called).toBe(false)
})

test('a server may live under a path', async () => {
  answer = (request, response) => json(response, 200, request.url)
  expect(await send({ server: `${address}/gather/`, path: '/health' })).toEqual({ ok: true, value: '/gather/health' })
})
