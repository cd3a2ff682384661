import type { Host } from '../../shared/ipc/contract.ts'
import { correctionsReplySchema, type CorrectionsReply } from '../../shared/sync/office.ts'
import { ask, askMs } from './link.ts'
import type { Store } from './store.ts'

/** Asks the surgery what was written of a person: a laptop knows who wrote a change only of its own. null: it could not be asked. */
export async function askCorrections(store: Store, host: Host, personIds: readonly string[]): Promise<CorrectionsReply | null> {
  const { server } = store.opened.identity
  const parts = await Promise.all(
    personIds.map((person) => ask(host, { server, path: '/office/corrections', query: { person }, timeoutMs: askMs }, correctionsReplySchema)),
  )
  const known = parts.flatMap((one) => (one.ok ? [one.value] : []))
  if (known.length < parts.length) return null
  const changes = known.flatMap((one) => one.changes).sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
  return { changes, more: known.some((one) => one.more) }
}
