import { openTransport, type Transport } from '../../src/main/transport/transport.ts'
import type { Surgery } from './surgery.ts'

/** The way out of a laptop as it ships, to the real doors of a surgery; only the socket between them is missing. */
export function transportTo(surgery: () => Surgery): Transport {
  return openTransport(async (address, init) => {
    const { pathname, search } = new URL(address)
    const payload = init.body as Buffer | undefined
    const answer = await surgery().server.app.inject({
      method: payload ? 'POST' : 'GET',
      url: pathname + search,
      headers: init.headers as Record<string, string>,
      ...(payload ? { payload } : {}),
    })
    return new Response(answer.rawPayload as unknown as BodyInit, {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
    })
  })
}
