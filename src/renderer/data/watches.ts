import type { Told, ToWindow } from '../workerLink/contract.ts'
import type { QuestionAnswer, QuestionName } from '../workerLink/questions.ts'

interface Watch {
  view: QuestionName
  params: unknown
  /** Written to since it was last answered. */
  stale: boolean
  answering: boolean
  /** What the window was told last, to tell it only what is new. */
  told: string | null
}

type Answer = (name: QuestionName, params: never) => Promise<QuestionAnswer<QuestionName> | undefined>

/**
 * An act is answered before the lists that it changes: two frames, in which the window has the machine to itself and draws
 * the tick. Milliseconds.
 */
const tickFirstMs = 34
/** So often the lists give way to an act that is on its way to the disk, and no longer: an import takes seconds. */
const mostGivingWay = 4

/**
 * The live questions of the window: each is answered again when what it is made of changes, one answer at a time. Answers
 * that are ready together go as one message, so that the window draws once and not five times.
 */
export class Watches {
  private readonly watches = new Map<number, Watch>()
  /** Counts the locks: an answer that was begun before one is never told after it. */
  private era = 0
  private readonly ready = new Map<number, QuestionAnswer<QuestionName>>()
  private soon: ReturnType<typeof setTimeout> | null = null
  /** Acts on their way to the disk. */
  private acts = 0
  private gaveWay = 0
  private readonly answer: Answer
  private readonly post: (message: ToWindow) => void

  constructor(answer: Answer, post: (message: ToWindow) => void) {
    this.answer = answer
    this.post = post
  }

  add(id: number, view: QuestionName, params: never): void {
    this.watches.set(id, { view, params, stale: true, answering: false, told: null })
    void this.tell(id)
  }

  has(view: QuestionName): boolean {
    return [...this.watches.values()].some((watch) => watch.view === view)
  }

  remove(id: number): void {
    this.watches.delete(id)
  }

  /** These views may have changed: they are told now, and what waits for its two frames waits on. */
  askAgain(which: (name: QuestionName) => boolean): void {
    this.touch(which)
    for (const [id, watch] of this.watches) if (which(watch.view)) void this.tell(id)
  }

  /** An act may have changed these views: its tick comes first. */
  askAgainSoon(which: (name: QuestionName) => boolean): void {
    this.touch(which)
    this.tellSoon()
  }

  /** Does an act. Lists that others or the act before have changed are answered behind its tick: of 300 names they cost it 20 ms. */
  async during<Value>(act: () => Promise<Value>): Promise<Value> {
    this.acts++
    try {
      return await act()
    } finally {
      this.acts--
    }
  }

  /** The keys are gone: what was told must be told again after the next unlock. */
  forgetAnswers(): void {
    this.era++
    this.ready.clear()
    for (const watch of this.watches.values()) watch.told = null
  }

  private tellSoon(): void {
    this.soon ??= setTimeout(() => this.tellStale(), tickFirstMs)
  }

  private touch(which: (name: QuestionName) => boolean): void {
    for (const watch of this.watches.values()) if (which(watch.view)) watch.stale = true
  }

  private tellStale(): void {
    this.soon = null
    if (this.acts > 0 && this.gaveWay++ < mostGivingWay) return this.tellSoon()
    this.gaveWay = 0
    for (const [id, watch] of this.watches) if (watch.stale) void this.tell(id)
  }

  private async tell(id: number): Promise<void> {
    const watch = this.watches.get(id)
    if (!watch || watch.answering) return
    watch.answering = true
    while (watch.stale && this.watches.get(id) === watch) {
      watch.stale = false
      const { era } = this
      const value = await this.answer(watch.view, watch.params as never).catch(() => undefined)
      if (value !== undefined && era === this.era) this.keepIfNew(id, watch, value)
    }
    watch.answering = false
  }

  private keepIfNew(id: number, watch: Watch, value: QuestionAnswer<QuestionName>): void {
    const text = JSON.stringify(value)
    if (text === watch.told || this.watches.get(id) !== watch) return
    watch.told = text
    if (this.ready.size === 0) setTimeout(() => this.tellReady(), 0) // what else is in memory is ready by then
    this.ready.set(id, value)
  }

  private tellReady(): void {
    const told = [...this.ready].filter(([id]) => this.watches.has(id)).map(([watch, value]): Told => ({ watch, value }))
    this.ready.clear()
    if (told.length > 0) this.post({ kind: 'views', told })
  }
}
