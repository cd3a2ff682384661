import type { LinkTrouble } from '../../shared/sync/protocol.ts'

/**
 * Words in the errors of Chromium's network stack (net::ERR_…) and of Node's, by what they mean for the person. Somebody
 * else's certificate, a redirect or something that is not HTTP is a log-in page of a café or a wrong address; a line that
 * broke after it stood, or a machine that is there and does not listen, is a server that did not answer; all else is no network.
 */
const meanings: readonly (readonly [LinkTrouble, RegExp])[] = [
  ['notOurServer', /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|redirect|HPE_|INVALID_RESPONSE|INVALID_HTTP|DECODING|HTTP2|ParserError|Parse Error/i],
  ['noAnswer', /TIMED_?OUT|TIMEOUT|CONNECTION_RESET|ECONNRESET|EMPTY_RESPONSE|CONNECTION_CLOSED|CONNECTION_REFUSED|ECONNREFUSED|UND_ERR_SOCKET|INCOMPLETE|MISMATCH|terminated|Abort/i],
]

/** What an error of `fetch` means. */
export function troubleOf(error: unknown): LinkTrouble {
  const words = wordsOf(error)
  return meanings.find(([, pattern]) => pattern.test(words))?.[0] ?? 'offline'
}

/** Name, code and message of an error and of what caused it: Node hides the reason one level down. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return [error.name, code, error.message, error.cause ? wordsOf(error.cause) : ''].join(' ')
}
