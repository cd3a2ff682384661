import type { Entity } from '../../shared/records/index.ts'
import { after } from './after.ts'
import { PeopleAlike } from './likeness.ts'
import type { Store } from './store.ts'

/** People listened to in one go: about 4 ms. */
const alikeAtOnce = 250

/** Everybody by what they sound like. Made when somebody new first comes: ten thousand names are not listened to for nothing. */
export class AlikeOnce {
  private readonly store: Store
  private known: PeopleAlike | null = null
  private made: Promise<PeopleAlike> | null = null

  constructor(store: Store) {
    this.store = store
  }

  readonly all = (): Promise<PeopleAlike> => (this.made ??= this.make())

  /** Keeps to what has become of people since. @param gone ids of those who are no longer there */
  update(known: readonly Entity<'person'>[], gone: readonly string[]): void {
    this.known?.update(known)
    this.known?.forget(gone)
  }

  /** Some people at a time: a sign-in that comes meanwhile must not wait for ten thousand names. */
  private async make(): Promise<PeopleAlike> {
    const alike = (this.known = new PeopleAlike())
    const { memory } = this.store
    const ids = memory.list('person').map((one) => one.id)
    for (let from = 0; from < ids.length; from += alikeAtOnce) {
      alike.update(ids.slice(from, from + alikeAtOnce).flatMap((id) => memory.get('person', id) ?? []))
      await after(0)
    }
    return alike
  }
}
