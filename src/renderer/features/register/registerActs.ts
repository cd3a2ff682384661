import type { StoreApi } from 'zustand/vanilla'
import type { SearchHit } from '../../workerLink/views.ts'
import { fullName } from '../../words/apartInWords.ts'
import { Outcomes } from './outcomes.ts'
import { PendingSignIns } from './pendingSignIns.ts'
import type { RegisterPorts } from './registerPorts.ts'
import { createShown, type Outcome, type RegisterShown } from './registerShown.ts'
import { createRowActs, type RowActs } from './rowActs.ts'
import { SignIns } from './signIns.ts'

/** What one can do on an open register, and what it shows of it. Knows no React: the screen draws what `shown` says. */
export class RegisterActs {
  readonly shown: StoreApi<RegisterShown> = createShown()
  readonly ofRow: RowActs
  private readonly ports: RegisterPorts
  private readonly outcomes: Outcomes
  private readonly pending: PendingSignIns
  private readonly signIns: SignIns

  constructor(ports: RegisterPorts) {
    this.ports = ports
    this.outcomes = new Outcomes(this.shown, ports)
    this.pending = new PendingSignIns(this.shown, ports)
    this.signIns = new SignIns(ports, this.pending, this.outcomes)
    this.ofRow = createRowActs(ports, this.outcomes)
  }

  /** The worker has told the register anew. */
  registerCame(): void {
    this.pending.registerCame()
    this.outcomes.registerCame()
  }

  tell(outcome: Outcome): void {
    this.outcomes.tell(outcome)
  }

  /** The search holds this text now. */
  readonly type = (text: string): void => {
    this.shown.setState({ text, chosen: null })
    if (text) this.outcomes.forget()
  }

  readonly clear = (): void => this.type('')

  /** An arrow key: the next result, or the one before, in a circle. */
  step(by: 1 | -1, hits: readonly SearchHit[]): void {
    if (hits.length > 0) this.shown.setState(({ chosen }) => ({ chosen: ((chosen ?? 0) + by + hits.length) % hits.length }))
  }

  /** Somebody was pressed, wherever they stand. */
  readonly pick = (personId: string, name: string): void => {
    this.clear()
    this.ports.toSearch()
    void this.signIns.signIn(personId, name)
  }

  /** A result was pressed or chosen: who is here already is never undone by it. */
  readonly pickHit = (hit: SearchHit): void => {
    const name = fullName(hit, this.ports.words())
    if (hit.state !== 'here') return this.pick(hit.personId, name)
    this.clear()
    this.ports.toSearch()
    this.signIns.alreadyHere(name)
  }

  /**
   * Enter: the chosen result, or the best for the text as it is typed at this moment, whether a list has come or not. The box
   * is empty at once, as the next name may be typed before the disk has answered.
   */
  async enter(hits: readonly SearchHit[]): Promise<void> {
    const { text, chosen } = this.shown.getState()
    if (text.trim() === '') return
    const hit = chosen === null ? undefined : hits[chosen]
    if (hit) return this.pickHit(hit)
    const { heldBack, afterDrawing } = this.ports
    heldBack.hold(() => this.shown.setState({ asked: text, text: '', chosen: null }))
    const done = await this.signIns.signInBest(text)
    heldBack.letGo()
    void afterDrawing().then(() => this.answered(text)) // the tick is drawn first, then the list of the others
    if (!done) this.shown.setState((now) => ({ text: now.text || text }))
  }

  private answered(text: string): void {
    if (this.shown.getState().asked === text) this.shown.setState({ asked: '' })
  }
}
