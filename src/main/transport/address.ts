import type { SendRequest } from '../../shared/ipc/contract.ts'

const thisMachine = ['localhost', '127.0.0.1', '[::1]']

/**
 * Where a request goes, or null if it may not go there: https anywhere, http to this machine alone, and no password, query
 * or fragment in the server's address that would end up somewhere unexpected.
 */
export function addressOf({ server, path, query }: SendRequest): string | null {
  const base = new URL(server)
  const safe = base.protocol === 'https:' || (base.protocol === 'http:' && thisMachine.includes(base.hostname))
  if (!safe || base.username || base.password || base.search || base.hash) return null
  const address = new URL(base.pathname.replace(/\/+$/, '') + path, base)
  for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value)
  return address.href
}
