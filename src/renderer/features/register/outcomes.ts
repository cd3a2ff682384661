import type { StoreApi } from 'zustand/vanilla'
import type { Reason } from '../../../shared/commands/reasons.ts'
import { reasonInWords } from '../../words/sentences.ts'
import { isHere, type RegisterPorts } from './registerPorts.ts'
import type { Outcome, RegisterShown } from './registerShown.ts'

/** Says what came of the last act: until the next one, or until it is no longer true, as Ctrl+Z or another laptop may undo it. */
export class Outcomes {
  private readonly shown: StoreApi<RegisterShown>
  private readonly ports: Pick<RegisterPorts, 'register' | 'readOut' | 'words'>
  /** Whether the register has shown who it is about since it was said. */
  private seen = false

  constructor(shown: StoreApi<RegisterShown>, ports: Pick<RegisterPorts, 'register' | 'readOut' | 'words'>) {
    this.shown = shown
    this.ports = ports
  }

  tell(outcome: Outcome): void {
    this.seen = false
    this.shown.setState({ outcome })
    this.ports.readOut(outcome.text)
    this.registerCame()
  }

  /** @param retry offered where the disk was the reason */
  failed(reason: Reason, retry: () => void): void {
    const text = reasonInWords(reason, this.ports.words())
    this.tell(reason === 'diskFull' || reason === 'notSaved' ? { tone: 'trouble', text, retry } : { tone: 'trouble', text })
  }

  forget(): void {
    if (this.shown.getState().outcome) this.shown.setState({ outcome: null })
  }

  /** The worker has told the register anew. */
  registerCame(): void {
    const about = this.shown.getState().outcome?.personId
    if (!about) return
    if (isHere(this.ports.register(), about)) this.seen = true
    else if (this.seen) this.forget()
  }
}
