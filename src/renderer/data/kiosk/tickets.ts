import { ticketMs } from '../../../shared/ipc/kiosk.ts'
import { toBase64 } from '../base64.ts'

/** What a ticket stands for. It is known to the worker alone. */
export type TicketFor =
  | { kind: 'one'; personId: string; how: 'kiosk' | 'card' }
  | { kind: 'ask'; personIds: string[] }
  /** Signed in just now: may still ask for the leader. */
  | { kind: 'in'; personId: string }

/** Tickets of one kiosk. A new one ends all before it: there is one person before the screen. */
export class Tickets {
  private current: { ticket: string; until: number; means: TicketFor } | null = null

  give(means: TicketFor, now: number): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16))
    const ticket = toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    this.current = { ticket, until: now + ticketMs, means }
    return ticket
  }

  /** What it stands for, or null when it is too old or was never given. */
  read(ticket: string, now: number): TicketFor | null {
    const { current } = this
    return current && current.ticket === ticket && now < current.until ? current.means : null
  }

  /** Keeps the ticket and changes what it stands for, for another while. */
  become(means: TicketFor, now: number): void {
    if (this.current) this.current = { ...this.current, until: now + ticketMs, means }
  }

  forget(): void {
    this.current = null
  }
}
