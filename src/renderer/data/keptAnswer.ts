import type { Store } from './store.ts'

/** The last answer of the surgery to one question: kept sealed in the store under a name, so that it is there without a network. */
export class KeptAnswer<Known> {
  private readonly store: Store
  private readonly name: string

  constructor(store: Store, name: string) {
    this.store = store
    this.name = name
  }

  /** Null where there is none, or it cannot be read: that is no loss, the surgery is asked again. */
  async read(): Promise<Known | null> {
    const box = (await this.store.db.meta.get(this.name))?.value as Uint8Array | undefined
    return (box && (await this.store.opened.rows.open<Known>(this.name, box).catch(() => null))) ?? null
  }

  /** In the store's turn, so that the lock waits for it. A full disk costs the memory of it, nothing else. */
  async keep(known: Known): Promise<void> {
    const { store, name } = this
    await store
      .exclusive(async () => {
        await store.db.meta.put({ name, value: await store.opened.rows.seal(name, known) })
      })
      .catch(() => {})
  }

  /** To be called in the store's turn. */
  async forget(): Promise<void> {
    await this.store.db.meta.delete(this.name)
  }
}
