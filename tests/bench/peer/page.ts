import PouchDB from 'pouchdb-browser'

/** What the bench may ask in the peer's page. */
export interface PeerPage {
  /** Puts these one after the other, so long apart; milliseconds of each. */
  putEach(documents: object[], pauseMs: number): Promise<number[]>
  /** Replicates all of a database of the server into a fresh one; seconds, and how many documents came. */
  pull(remote: string, batch: number): Promise<{ seconds: number; documents: number }>
  /** Writes documents and sends them; seconds of the sending. */
  push(remote: string, documents: object[]): Promise<number>
}

declare global {
  interface Window {
    peer: PeerPage
  }
}

let databases = 0
const fresh = () => new PouchDB(`bench-${Date.now()}-${++databases}`)

window.peer = {
  async putEach(documents, pauseMs) {
    const db = fresh()
    const times: number[] = []
    for (const document of documents) {
      const began = performance.now()
      await db.put(document)
      times.push(performance.now() - began)
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs)
      })
    }
    await db.destroy()
    return times
  },
  async pull(remote, batch) {
    const db = fresh()
    const began = performance.now()
    await db.replicate.from(remote, { batch_size: batch, batches_limit: 10 })
    const seconds = (performance.now() - began) / 1000
    const { doc_count: documents } = await db.info()
    await db.destroy()
    return { seconds, documents }
  },
  async push(remote, documents) {
    const db = fresh()
    await db.bulkDocs(documents)
    const began = performance.now()
    await db.replicate.to(remote, { batch_size: 500 })
    const seconds = (performance.now() - began) / 1000
    await db.destroy()
    return seconds
  },
}
