import type { Reason } from '../../../shared/commands/reasons.ts'
import { looksScanned } from '../../../shared/rules/cards.ts'
import { fullName } from '../../words/apartInWords.ts'
import { reasonInWords } from '../../words/sentences.ts'
import type { Outcomes } from './outcomes.ts'
import type { PendingSignIns } from './pendingSignIns.ts'
import type { RegisterPorts } from './registerPorts.ts'

/** Signs people in: by who they are, or by what was typed. Each ends in a tick or in a sentence under the search. */
export class SignIns {
  private readonly ports: RegisterPorts
  private readonly pending: PendingSignIns
  private readonly outcomes: Outcomes

  constructor(ports: RegisterPorts, pending: PendingSignIns, outcomes: Outcomes) {
    this.ports = ports
    this.pending = pending
    this.outcomes = outcomes
  }

  /** @param because why a closed register is corrected; asked for where it is not known */
  async signIn(personId: string, name: string, because?: string): Promise<void> {
    const { register, askWhy, worker } = this.ports
    const why = register().closed && !because ? await askWhy(name) : because
    if (why === null) return
    const number = this.pending.begin(personId, name)
    const result = await worker.run('signInPerson', { session: register().which, personId, ...(why ? { because: why } : {}) })
    if (result.ok) return this.landed(number, personId, name)
    this.pending.drop(number)
    return this.refused(result.reason, personId, name, why, () => void this.signIn(personId, name, why))
  }

  /** Signs in whom a text means best. @returns whether the text is done with: nobody may be meant, and one types on */
  async signInBest(text: string): Promise<boolean> {
    const { register, worker, words } = this.ports
    const number = this.pending.begin(null, words().say('register.signingIn', { text }))
    const result = await worker.signInBest({ sessionId: register().sessionId, text })
    if (result.ok && !('nobody' in result.value)) {
      const { personId, refused } = result.value
      const name = fullName(result.value, words())
      if (!refused) this.landed(number, personId, name)
      else {
        this.pending.drop(number)
        await this.refused(refused, personId, name, undefined, () => void this.signInBest(text))
      }
      return true
    }
    this.pending.drop(number)
    if (result.ok) return this.nobody(text)
    this.outcomes.failed(result.reason, () => void this.signInBest(text))
    return true
  }

  /** Somebody was chosen who is here: said, and never undone. */
  alreadyHere(name: string): void {
    this.outcomes.tell({ tone: 'plain', text: this.ports.words().say('register.wasHere', { name }) })
  }

  private landed(number: number, personId: string, name: string): void {
    const words = this.ports.words()
    const time = words.clock(this.ports.now())
    this.pending.landed(number, personId, name, time)
    this.outcomes.tell({ tone: 'good', personId, text: words.say('register.signedIn', { name, time }) })
  }

  /** @param again the very same once more: what stands in the journal already is known by what was asked, and a card stays a card */
  private async refused(reason: Reason, personId: string, name: string, why: string | undefined, again: () => void): Promise<void> {
    if (reason === 'alreadyHere') this.alreadyHere(name)
    else if (reason === 'sessionClosed') await this.correct(personId, name)
    else if (reason === 'archived') this.archived(personId, name, why)
    else this.outcomes.failed(reason, again)
  }

  private async correct(personId: string, name: string): Promise<void> {
    const because = await this.ports.askWhy(name)
    if (because) await this.signIn(personId, name, because)
  }

  /** Somebody who was archived stands at the gate: one press brings them back and signs them in (story 4). */
  private archived(personId: string, name: string, why: string | undefined): void {
    const words = this.ports.words()
    const bringBack = async () => {
      const back = await this.ports.worker.run('editPerson', { personId, fields: { archivedOn: null } })
      if (back.ok || back.reason === 'nothingChanged') await this.signIn(personId, name, why)
      else this.outcomes.failed(back.reason, () => void bringBack())
    }
    const more = { label: words.say('register.bringBack'), run: () => void bringBack() }
    this.outcomes.tell({ tone: 'plain', text: words.say('register.archived', { name }), more })
  }

  /** @returns whether that is all: a name is typed on or added, a scan that failed leaves the field free for the next */
  private nobody(text: string): boolean {
    const words = this.ports.words()
    const scanned = looksScanned(text)
    if (scanned) this.outcomes.tell({ tone: 'trouble', text: reasonInWords('cardUnknown', words) })
    else this.outcomes.tell({ tone: 'plain', text: words.say('register.nobody', { text }), nobody: text })
    return scanned
  }
}
