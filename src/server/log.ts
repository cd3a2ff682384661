import pino, { type Logger } from 'pino'
import { describe } from './errors.ts'

export type { Logger } from 'pino'

/**
 * What a log line may hold: ids, counts, durations, words of ours. Everything else is left out, whatever was passed.
 */
const allowed = new Set([
  'msg',
  'route',
  'method',
  'status',
  'ms',
  'team',
  'sent',
  'held',
  'sessionCall',
  'rows',
  'reset',
  'revision',
  'count',
  'migrations',
])

/**
 * The server's log, with an allow-list: a name, a token, a body or a query never reaches it, also not by mistake
 * (sync-security 7.6).
 */
export function makeLog(level: string, stream?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: onlyAllowed },
    serializers: { err: () => undefined, req: () => undefined, res: () => undefined },
  }
  return stream ? pino(options, stream) : pino(options)
}

function onlyAllowed(line: Record<string, unknown>): Record<string, unknown> {
  const error = line['err'] ?? line['error']
  const kept = Object.fromEntries(Object.entries(line).filter(([key]) => allowed.has(key) && key !== 'error'))
  return error === undefined ? kept : { ...kept, error: describe(error) }
}
