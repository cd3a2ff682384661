import { v7 } from 'uuid'
import type { LaptopPorts } from '../../../src/renderer/data/laptop.ts'

/** The worker's time: that of a script while it makes a world, then the page's, which Playwright drives. */
export class ScriptedClock implements LaptopPorts {
  /** Set: it stands there, and the exchange rests until it is told to go. Milliseconds since 1970. */
  stands: number | null = null
  private rested: () => void = () => {}

  now = () => this.stands ?? Date.now()
  newId = () => v7()
  random = () => 0.5
  elapsed = () => performance.now()
  collect = () => {}

  wait = async (ms: number, cut: Promise<void>): Promise<void> => {
    this.rested()
    if (this.stands !== null) return cut
    let timer: ReturnType<typeof setTimeout> | undefined
    await Promise.race([
      cut,
      new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      }),
    ])
    clearTimeout(timer)
  }

  /** Resolves when the exchange rests the next time. */
  nextRest(): Promise<void> {
    return new Promise((resolve) => {
      this.rested = resolve
    })
  }
}
