/** How a laptop in memory is emptied: a note that stays, then steps that destroy, and a test that cuts between them. */
export class MemoryEmptying {
  /** Set: before this step, 1 (the note) and on, the app is killed (it is never answered) or the disk fails once. */
  cutAt: { step: number; how: 'killed' | 'failed' } | null = null
  killed = false
  private note: string | null = null
  private readonly steps: readonly (() => void)[]

  constructor(steps: readonly (() => void)[]) {
    this.steps = steps
  }

  empty = async (note: string) => {
    await this.cut(1)
    this.note = note
    await this.destroy()
  }

  emptied = async () => {
    if (this.note !== null) await this.destroy()
    return this.note
  }

  forgetEmptied = async () => {
    this.note = null
  }

  private async destroy(): Promise<void> {
    for (const [at, step] of this.steps.entries()) {
      await this.cut(at + 2)
      step()
    }
  }

  private async cut(step: number): Promise<void> {
    if (this.cutAt?.step !== step) return
    const { how } = this.cutAt
    this.cutAt = null
    if (how === 'failed') throw new Error('the disk failed')
    this.killed = true
    await new Promise(() => {})
  }
}
