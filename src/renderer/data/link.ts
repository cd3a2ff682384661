import type { z } from 'zod'
import { type Host, type SendRequest, type ServerRefusal } from '../../shared/ipc/contract.ts'
import {
  exchangeReplySchema,
  linkTroubles,
  snapshotPageSchema,
  splitReplySchema,
  type ExchangeReply,
  type LinkResult,
  type LinkTrouble,
} from '../../shared/sync/protocol.ts'
import type { Link } from '../../shared/sync/exchangeOnce.ts'
import { fail, ok } from '../../shared/std/result.ts'

/** An exchange carries up to a megabyte over a surgery's Wi-Fi. */
const exchangeMs = 30_000
/** A page of the first load may be worked out by a small server. */
const snapshotMs = 60_000
/** Joining and codes: somebody waits in front of the screen. */
export const askMs = 15_000

/** One question to the server, its answer checked. An answer of another shape is not from our server. */
export async function ask<Schema extends z.ZodType>(
  host: Pick<Host, 'send'>,
  request: SendRequest,
  schema: Schema,
): Promise<LinkResult<z.infer<Schema>, LinkTrouble | ServerRefusal>> {
  const answer = await host.send(request)
  if (!answer.ok) return answer
  const parsed = schema.safeParse(answer.value)
  return parsed.success ? ok(parsed.data) : fail('notOurServer')
}

/** The exchange over a host's network. @param onHeard told each answer, before it is settled */
export function linkOver(host: Pick<Host, 'send'>, server: string, onHeard: (reply: ExchangeReply) => Promise<void>): Link {
  return {
    async exchange(body) {
      const reply = await ask(host, { server, path: '/exchange', body, timeoutMs: exchangeMs }, exchangeReplySchema)
      if (reply.ok) await onHeard(reply.value)
      return reply.ok ? reply : { ...reply, reason: asTrouble(reply.reason) }
    },
    async snapshot(query) {
      const page = await ask(host, { server, path: '/snapshot', query, timeoutMs: snapshotMs }, snapshotPageSchema)
      return page.ok ? page : { ...page, reason: asTrouble(page.reason) }
    },
    async split(body) {
      const reply = await ask(host, { server, path: '/split', body, timeoutMs: askMs }, splitReplySchema)
      return reply.ok ? reply : { ...reply, reason: asTrouble(reply.reason) }
    },
  }
}

/** The exchange has no codes to refuse; a refusal there is the server's own trouble. */
function asTrouble(reason: LinkTrouble | ServerRefusal): LinkTrouble {
  return (linkTroubles as readonly string[]).includes(reason) ? (reason as LinkTrouble) : 'serverTrouble'
}
