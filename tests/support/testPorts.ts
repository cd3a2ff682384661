import { v7 } from 'uuid'
import type { LaptopPorts } from '../../src/renderer/data/laptop.ts'
import { at } from './builders.ts'

/** Time and chance as the test tells them. The loop rests until it is told to go. */
export class TestPorts implements LaptopPorts {
  time = Date.parse(at('10:31'))
  readonly rests: number[] = []
  private rested: () => void = () => {}
  private setBy = 0

  now = () => this.time
  newId = () => v7()
  random = () => 1
  /** Goes with the time, but for what `setClock` did to it. */
  elapsed = () => this.time - this.setBy
  collect = () => {}

  wait = (ms: number, cut: Promise<void>): Promise<void> => {
    this.rests.push(ms)
    this.rested()
    return cut
  }

  /** Resolves when the loop rests the next time. */
  nextRest(): Promise<void> {
    return new Promise((resolve) => {
      this.rested = resolve
    })
  }

  /** Somebody sets the clock ahead, or back: no time passes. */
  setClock(byMs: number): void {
    this.time += byMs
    this.setBy += byMs
  }

  /** Sets the clock to a time on a day. */
  set(time: string, date?: string): void {
    this.time = Date.parse(at(time, date))
  }
}
