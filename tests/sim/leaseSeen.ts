import type { StatusView } from '../../src/renderer/workerLink/views.ts'
import { waitsForConnection } from '../../src/renderer/data/questions/index.ts'
import type { ExchangeReply } from '../../src/shared/sync/protocol.ts'
import { faults } from './faults.ts'

const day = 86_400_000
/** SPEC SY28. */
const leaseMs = 14 * day
/** What is written down at most once an hour may be an hour old after a start. */
const staleMs = 3_600_000

/** What an outsider with a true clock knows of a laptop's lease: a second reckoning beside the shipped one (SPEC SY28). */
export class LeaseSeen {
  private known: { reached: number; ahead: number; takenOff: boolean } | null = null

  /** The laptop heard an answer. @param now of the true clock @param ahead how far the laptop's own is ahead */
  heard({ device, unconfirmed }: ExchangeReply, now: number, ahead: number): void {
    if (unconfirmed) return
    if (device === 'ok') this.known = { reached: now, ahead, takenOff: false }
    else if (this.known) this.known = { ...this.known, takenOff: true }
  }

  /** Its disk is another: nothing can be said before it is heard again. */
  forget(): void {
    this.known = null
  }

  /** What it says must fit the time that has passed. A clock that was moved since, for however short, may have ended it early: not judged. */
  check(lease: StatusView['lease'], now: number, ahead: number): void {
    if (this.known && this.known.ahead !== ahead) this.known = null
    const { known } = this
    if (!known) return
    const isOver = lease?.state === 'over'
    const since = now - known.reached
    if ((known.takenOff || since >= leaseMs) && !isOver) throw new Error(`the lease is not over ${since / day} days after it was one of the team`)
    if (!known.takenOff && since < leaseMs - staleMs && isOver) throw new Error(`the lease is over ${since / day} days after it was one of the team`)
    if (isOver) this.checkDoor()
    faults[isOver ? 'leaseOver' : 'leaseKept']++
  }

  /** Whatever the lease says, the door goes on. */
  private checkDoor(): void {
    if (waitsForConnection('register', { sessionId: '' }) || waitsForConnection('emergency', { sessionId: '' }))
      throw new Error('a lease hides a register')
    if (!waitsForConnection('people', { text: '', most: 1 })) throw new Error('a lease that is over hides nothing')
  }
}
