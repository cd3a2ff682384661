import type { StoreApi } from 'zustand/vanilla'
import { quietMs } from './quietMs.ts'
import { isHere, type RegisterPorts } from './registerPorts.ts'
import type { Pending, RegisterShown } from './registerShown.ts'

/** Most sign-ins are on disk sooner: drawing a ring first would only take the time from the tick. Milliseconds. */
const slowMs = 120

/** How long a sign-in that was answered may wait for its row before its place is given up. Milliseconds. */
const rowMs = 2000

/** Sign-ins that were pressed and have no row yet: not answered, or answered a moment ago. */
export class PendingSignIns {
  private readonly shown: StoreApi<RegisterShown>
  private readonly ports: Pick<RegisterPorts, 'register' | 'later'>
  private next = 1
  /** On their way to the disk, shown or not. */
  private readonly unanswered = new Set<number>()

  constructor(shown: StoreApi<RegisterShown>, ports: Pick<RegisterPorts, 'register' | 'later'>) {
    this.shown = shown
    this.ports = ports
  }

  /** Somebody is being signed in. @param personId null where only a text is known. @returns its number */
  begin(personId: string | null, name: string): number {
    const one: Pending = { number: this.next++, personId, name, slow: false, landed: null }
    this.unanswered.add(one.number)
    const showAfter = (ms: number, slow: boolean) =>
      this.ports.later(ms, () => {
        if (this.unanswered.has(one.number)) this.show({ ...one, slow })
      })
    showAfter(quietMs, false)
    showAfter(slowMs, true)
    return one.number
  }

  /** It is on disk: the tick is shown until the row comes, which is often there before the answer. */
  landed(number: number, personId: string, name: string, time: string): void {
    if (isHere(this.ports.register(), personId)) return this.drop(number)
    this.unanswered.delete(number)
    this.show({ number, personId, name, slow: false, landed: time })
    this.ports.later(rowMs, () => this.drop(number))
  }

  /** It was not done. */
  drop(number: number): void {
    this.unanswered.delete(number)
    this.keep((one) => one.number !== number)
  }

  /** The worker has told the register anew: whoever has a row needs no place any more. */
  registerCame(): void {
    this.keep((one) => !one.personId || !isHere(this.ports.register(), one.personId))
  }

  private show(one: Pending): void {
    this.shown.setState(({ pending }) => ({ pending: [one, ...pending.filter(({ number }) => number !== one.number)] }))
  }

  private keep(which: (one: Pending) => boolean): void {
    const { pending } = this.shown.getState()
    if (!pending.every(which)) this.shown.setState({ pending: pending.filter(which) })
  }
}
