import { serverRefusals, type SendRequest, type ServerRefusal } from '../../shared/ipc/contract.ts'
import { failureOf } from '../../shared/sync/comeBack.ts'
import type { LinkResult, LinkTrouble } from '../../shared/sync/protocol.ts'
import { fail, ok } from '../../shared/std/result.ts'

/** Bodies above this are worth compressing. */
const gzipFrom = 1024

/** One request by `fetch`; everything that can go wrong comes back as a word. */
export async function webSend(request: SendRequest, token: string | null): Promise<LinkResult<unknown, LinkTrouble | ServerRefusal>> {
  const url = new URL(request.path, request.server)
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value)
  try {
    const response = await fetch(url, { ...(await written(request, token)), signal: AbortSignal.timeout(request.timeoutMs) })
    return await read(response)
  } catch (error) {
    return fail(
      error instanceof DOMException && error.name === 'TimeoutError' ? 'noAnswer' : unreached(url.origin, navigator.onLine, self.location.origin),
    )
  }
}

/** A browser says no more than that it failed. A page of ours reaches the server that it came from and no other (its policy says so). */
export function unreached(server: string, hasNetwork: boolean, own: string): LinkTrouble {
  if (!hasNetwork) return 'offline'
  return server === own ? 'noAnswer' : 'noSuchAddress'
}

async function written(request: SendRequest, token: string | null): Promise<RequestInit> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token) headers['authorization'] = `Bearer ${token}`
  if (request.body === undefined) return { headers, cache: 'no-store', redirect: 'error' }
  headers['content-type'] = 'application/json'
  const text = JSON.stringify(request.body)
  if (text.length < gzipFrom) return { method: 'POST', headers, body: text, redirect: 'error' }
  headers['content-encoding'] = 'gzip'
  const packed = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')))
  return { method: 'POST', headers, body: await packed.arrayBuffer(), redirect: 'error' }
}

async function read(response: Response): Promise<LinkResult<unknown, LinkTrouble | ServerRefusal>> {
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  if (!isJson) return fail(response.status >= 500 ? 'serverTrouble' : 'notOurServer') // a café's log-in page answers 200
  const body: unknown = await response.json()
  return response.ok ? ok(body) : failureOf(response.status, reasonOf(response.status, body), response.headers.get('retry-after'))
}

/** The server's own word if it gave one, else what the status means. */
export function reasonOf(status: number, body: unknown): LinkTrouble | ServerRefusal {
  const word = typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : ''
  const refusal = serverRefusals.find((one) => one === word)
  if (refusal) return refusal
  if (status === 401) return 'signedOut'
  if (status === 426) return 'upgradeNeeded'
  if (status === 429) return 'busy'
  return status >= 500 ? 'serverTrouble' : 'refused'
}
