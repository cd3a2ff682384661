import { serverRefusals, type ServerRefusal } from '../../shared/ipc/contract.ts'
import { fail, ok } from '../../shared/std/result.ts'
import { failureOf } from '../../shared/sync/comeBack.ts'
import type { LinkResult, LinkTrouble } from '../../shared/sync/protocol.ts'

type Trouble = LinkTrouble | ServerRefusal

/** Reads an answer to its end or to the deadline. Throws where the line breaks. */
export async function readReply(response: Response, deadline: AbortSignal): Promise<LinkResult<unknown, Trouble>> {
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '')
  const comeBack = response.headers.get('retry-after')
  if (!isJson) {
    void response.body?.cancel().catch(() => undefined)
    return failureOf(response.status, troubleOfPage(response.status), comeBack)
  }
  const text = await readText(response, deadline)
  const value = text === null ? undefined : parse(text)
  if (value === undefined) return fail('notOurServer')
  return response.ok ? ok(value) : failureOf(response.status, troubleOfStatus(response.status, value), comeBack)
}

/** An answer that is no JSON: a proxy before our server that says no, or a page of somebody else. */
function troubleOfPage(status: number): Trouble {
  if (status === 429) return 'busy'
  if (status === 413 || (status >= 500 && status !== 511)) return 'serverTrouble' // 511: a network wants a log-in
  return 'notOurServer'
}

function troubleOfStatus(status: number, value: unknown): Trouble {
  if (status === 401) return 'signedOut'
  if (status === 426) return 'upgradeNeeded'
  if (status === 429) return 'busy'
  return status < 500 ? (refusalIn(value) ?? 'serverTrouble') : 'serverTrouble'
}

function refusalIn(value: unknown): ServerRefusal | undefined {
  const word = typeof value === 'object' && value !== null && 'error' in value ? value.error : undefined
  return serverRefusals.find((refusal) => refusal === word)
}

/** 64 MB: ten times the largest page of a first load; more is not from us, and would fill the memory. */
const mostBytes = 64 * 1024 * 1024

/** The text, or null if it is longer than anything of ours. Held to the deadline piece by piece: a drip never ends a fetch. */
async function readText(response: Response, deadline: AbortSignal): Promise<string | null> {
  const reader = response.body?.getReader()
  if (!reader) return ''
  const stop = () => void reader.cancel().catch(() => undefined)
  deadline.addEventListener('abort', stop, { once: true })
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (deadline.aborted) throw deadline.reason
      if (done) return Buffer.concat(pieces).toString('utf8')
      pieces.push(value)
      bytes += value.length
      if (bytes > mostBytes) return (stop(), null)
    }
  } finally {
    deadline.removeEventListener('abort', stop)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
