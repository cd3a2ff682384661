import type { KioskPort } from '../../src/renderer/data/workerApi.ts'
import type { KioskAnswer, KioskCallName, KioskInput, KioskMessage } from '../../src/shared/ipc/kiosk.ts'

/** The kiosk's window as the worker meets it: an end of a port, and everything that ever crossed it. */
export class TestKiosk implements KioskPort {
  onmessage: ((event: MessageEvent) => void) | null = null
  readonly heard: KioskMessage[] = []
  closed = false
  /** Told once the line has ended: left with the passphrase, or locked. */
  ended: () => void = () => {}
  private calls = 0
  private readonly waiting = new Map<number, (message: KioskMessage) => void>()

  postMessage(message: unknown): void {
    const told = structuredClone(message) as KioskMessage
    this.heard.push(told)
    if ('call' in told) this.waiting.get(told.call)?.(told)
    else this.ended()
  }

  close(): void {
    this.closed = true
  }

  async ask<Name extends KioskCallName>(method: Name, input: KioskInput<Name>): Promise<KioskAnswer<Name>> {
    const answer = await this.raw({ call: ++this.calls, method, input })
    if (!('ok' in answer) || !answer.ok) throw new Error(`${method} was refused`)
    return answer.value as KioskAnswer<Name>
  }

  raw(message: { call: number; method: string; input: unknown }): Promise<KioskMessage> {
    const answer = new Promise<KioskMessage>((resolve) => this.waiting.set(message.call, resolve))
    this.onmessage?.({ data: structuredClone(message) } as MessageEvent)
    return answer
  }
}
