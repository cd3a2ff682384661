/** An act so large that somebody waits for it: how many of its changes are sealed, counted once for the log and once for their rows. */
export class Writing {
  /** Told whenever the count has moved on. */
  onCount: () => void = () => {}
  private act: { done: number; of: number } | null = null

  /** A few hundred are written before anybody asks. */
  begin(changes: number): void {
    if (changes > fewChanges) this.act = { done: 0, of: changes * 2 }
  }

  /** One more is sealed. Costs nothing while no large act is under way. */
  step(): void {
    if (!this.act) return
    this.act.done += 1
    if (this.act.done % everySo === 0) this.onCount()
  }

  end(): void {
    if (!this.act) return
    this.act = null
    this.onCount()
  }

  /** How much of it is done, of 1; null while none is under way. */
  get part(): number | null {
    return this.act && Math.min(1, this.act.done / this.act.of)
  }
}

const fewChanges = 400
const everySo = 200
