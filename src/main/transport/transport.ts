import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { LinkResult, LinkTrouble } from '../../shared/sync/protocol.ts'
import type { SendRequest, ServerRefusal } from '../../shared/ipc/contract.ts'
import { fail } from '../../shared/std/result.ts'
import { readReply } from './reply.ts'
import { addressOf } from './address.ts'
import { troubleOf } from './trouble.ts'

/** `net.fetch` of Electron, which knows the proxy and the certificates of the system; or Node's in tests. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** The only way out of the laptop. */
export interface Transport {
  useToken(token: string | null): void
  send(request: SendRequest): Promise<LinkResult<unknown, LinkTrouble | ServerRefusal>>
}

/** 1 KB: below it a gzip header costs more than it saves. */
const worthPacking = 1024
const pack = promisify(gzip)

/** A transport with the token in memory alone. @param hasNetwork as far as the system knows */
export function openTransport(fetch: Fetch, hasNetwork: () => boolean = () => true): Transport {
  let token: string | null = null
  return {
    useToken(next) {
      token = next
    },
    async send(request) {
      const address = addressOf(request)
      if (!address) return fail('notOurServer')
      const deadline = AbortSignal.timeout(request.timeoutMs)
      try {
        return await readReply(await fetch(address, await initOf(request, token, deadline)), deadline)
      } catch (error) {
        return fail(deadline.aborted ? 'noAnswer' : troubleOf(error, hasNetwork()))
      }
    },
  }
}

async function initOf({ body }: SendRequest, token: string | null, signal: AbortSignal): Promise<RequestInit> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token !== null) headers['authorization'] = `Bearer ${token}`
  // A redirect is never ours: followed, it would carry the token to whoever answered.
  const init: RequestInit = { headers, signal, redirect: 'error', credentials: 'omit', cache: 'no-store' }
  if (body === undefined) return init
  headers['content-type'] = 'application/json'
  const text = Buffer.from(JSON.stringify(body))
  if (text.length <= worthPacking) return { ...init, method: 'POST', body: text }
  headers['content-encoding'] = 'gzip'
  return { ...init, method: 'POST', body: await pack(text) }
}
