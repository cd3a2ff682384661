import type { LinkTrouble } from '../../shared/sync/protocol.ts'

/**
 * Words in the errors of Chromium's network stack (net::ERR_…) and of Node's, by what they mean for the person. Somebody
 * else's certificate, a redirect or something that is not HTTP is a log-in page of a café or a wrong address; a machine where
 * nobody listens is there, and so is the network; a line that broke after it stood may have delivered the request; all else
 * means that nobody was reached.
 */
const meanings: readonly (readonly [LinkTrouble, RegExp])[] = [
  ['notOurServer', /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|redirect|HPE_|INVALID_RESPONSE|INVALID_HTTP|DECODING|HTTP2|ParserError|Parse Error/i],
  ['noSuchAddress', /NAME_NOT_RESOLVED|ENOTFOUND|ERR_INVALID_URL/],
  [
    'noAnswer',
    /CONNECTION_REFUSED|ECONNREFUSED|TIMED_?OUT|TIMEOUT|CONNECTION_RESET|ECONNRESET|EMPTY_RESPONSE|CONNECTION_CLOSED|UND_ERR_SOCKET|INCOMPLETE|MISMATCH|terminated|Abort/i,
  ],
]

/** What an error of `fetch` means. @param hasNetwork without one no name is known, and that is not the name's fault */
export function troubleOf(error: unknown, hasNetwork: boolean): LinkTrouble {
  const words = wordsOf(error)
  const trouble = meanings.find(([, pattern]) => pattern.test(words))?.[0] ?? 'offline'
  return trouble === 'noSuchAddress' && !hasNetwork ? 'offline' : trouble
}

/** Name, code and message of an error and of what caused it: Node hides the reason one level down. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  return [error.name, code, error.message, error.cause ? wordsOf(error.cause) : ''].join(' ')
}
