import type { Database } from '../../src/renderer/data/database.ts'

/** Lets a laptop's loop go, and waits until it rests after a request. */
export async function roundOf(ports: { nextRest(): Promise<void> }, { sent }: { sent: readonly unknown[] }, go: () => void): Promise<void> {
  const before = sent.length
  let rest = ports.nextRest()
  go()
  for (await rest; sent.length === before; await rest) rest = ports.nextRest()
}

/** A store refuses commits until the answer is called: a quota, a broken disk. Its line stays open, so nothing waits for its end. */
export function refuseCommits(store: Database): () => void {
  const db = store as { write?: Database['write']; openAgain?: () => Promise<void> }
  const openAgain = store.openAgain.bind(store)
  db.openAgain = async () => {
    if (!store.isOpen()) await openAgain()
  }
  db.write = () => Promise.reject(new Error('QuotaExceededError'))
  return () => {
    delete db.openAgain
    delete db.write
  }
}
