import { seesCases } from '../../shared/rules/policies.ts'
import type { DraftText } from '../workerLink/contract.ts'
import type { Store } from './store.ts'

/** A form does not hold more; what is longer is no draft. Characters. */
const longest = 60_000

/**
 * What is typed and not yet written down, so that it outlives a crash (story 5). Sealed like rows, never sent, and gone
 * when its form is saved. Not in the journal: a draft is no fact.
 */
export class Drafts {
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /**
   * All of them, the oldest first. One that cannot be unsealed any more is left out, and what was typed about a case where this laptop
   * belongs to somebody who works with none: it stays sealed.
   * @param ofCases names of forms, which their keys begin with
   */
  async list(ofCases: readonly string[]): Promise<DraftText[]> {
    const all = await this.store.db.drafts.toArray()
    const hidden = seesCases(this.store.role()) ? [] : ofCases
    const stored = all.filter(({ key }) => !hidden.includes(key.slice(0, key.indexOf('/'))))
    const opened = await Promise.all(
      stored.map(({ key, box }) =>
        this.store.opened.rows.open<Omit<DraftText, 'key'>>(`draft/${key}`, box).then(
          (inside) => ({ key, ...inside }),
          () => null,
        ),
      ),
    )
    return opened.filter((one) => one !== null).sort((a, b) => (a.at < b.at ? -1 : 1))
  }

  /**
   * Keeps a text, or drops the draft (null). In the store's turn, so that two strokes land in their order and the lock waits
   * for them. Never throws: on a full disk typing must go on, and saving the form says what is wrong.
   */
  save(key: string, text: string | null): Promise<void> {
    if (text !== null && text.length > longest) return Promise.resolve()
    return this.store
      .exclusive(async () => {
        const { db, opened, ports } = this.store
        if (text === null) return db.drafts.delete(key)
        const at = new Date(ports.now()).toISOString()
        await db.drafts.put({ key, box: await opened.rows.seal(`draft/${key}`, { text, at }) })
      })
      .catch(() => {})
  }
}
