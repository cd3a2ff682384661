import type { ToWindow } from '../desk/contract.ts'
import type { ViewName, Views } from '../desk/views.ts'

interface Watch {
  view: ViewName
  params: unknown
  /** Written to since it was last answered. */
  stale: boolean
  answering: boolean
  /** What the window was told last, to tell it only what is new. */
  told: string | null
}

type Answer = (name: ViewName, params: never) => Promise<Views[ViewName]['view'] | undefined>

/** The live questions of the window: each is answered again when what it is made of changes, one answer at a time. */
export class Watches {
  private readonly watches = new Map<number, Watch>()
  /** Counts the locks: an answer that was begun before one is never told after it. */
  private era = 0
  private readonly answer: Answer
  private readonly post: (message: ToWindow) => void

  constructor(answer: Answer, post: (message: ToWindow) => void) {
    this.answer = answer
    this.post = post
  }

  add(id: number, view: ViewName, params: never): void {
    this.watches.set(id, { view, params, stale: true, answering: false, told: null })
    void this.tell(id)
  }

  remove(id: number): void {
    this.watches.delete(id)
  }

  /** These views may have changed. */
  askAgain(which: (name: ViewName) => boolean): void {
    for (const [id, watch] of this.watches) {
      if (!which(watch.view)) continue
      watch.stale = true
      void this.tell(id)
    }
  }

  /** The keys are gone: what was told must be told again after the next unlock. */
  forgetAnswers(): void {
    this.era++
    for (const watch of this.watches.values()) watch.told = null
  }

  private async tell(id: number): Promise<void> {
    const watch = this.watches.get(id)
    if (!watch || watch.answering) return
    watch.answering = true
    await answersFirst()
    while (watch.stale && this.watches.get(id) === watch) {
      watch.stale = false
      const { era } = this
      const value = await this.answer(watch.view, watch.params as never).catch(() => undefined)
      if (value !== undefined && era === this.era) this.tellIfNew(id, watch, value)
    }
    watch.answering = false
  }

  private tellIfNew(id: number, watch: Watch, value: Views[ViewName]['view']): void {
    const text = JSON.stringify(value)
    if (text === watch.told || this.watches.get(id) !== watch) return
    watch.told = text
    this.post({ kind: 'view', watch: id, value })
  }
}

/** Lets the act that touched a view be answered before the view is made: a tick must not wait for three lists. */
function answersFirst(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, 0) })
}
