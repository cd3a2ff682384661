import { hostArguments, type Host, type HostAnswer, type HostCall } from '../shared/ipc/contract.ts'

/**
 * Answers one call of the worker. Names and arguments are checked first, as the other side may be anything; what throws is
 * answered by the name of the error alone, since messages of errors may hold data.
 */
export async function answerCall(host: Host, data: unknown): Promise<HostAnswer | null> {
  if (!isCall(data)) return null
  const { call, method, args } = data
  try {
    const checked = hostArguments[method].parse(args) as unknown[]
    const run = host[method] as (...given: unknown[]) => Promise<unknown>
    return { call, ok: true, value: await run(...checked) }
  } catch (error) {
    return { call, ok: false, error: error instanceof Error ? error.name : 'Error' }
  }
}

function isCall(data: unknown): data is HostCall {
  if (typeof data !== 'object' || data === null) return false
  const { call, method, args } = data as Partial<HostCall>
  return typeof call === 'number' && typeof method === 'string' && Object.hasOwn(hostArguments, method) && Array.isArray(args)
}
