import { Refusal } from './errors.ts'

/** How jobs of one kind take their turns. */
export interface TurnRules<Job, Answer> {
  /** How many lots are worked on at once. */
  atOnce: number
  /** How many jobs make a lot, and how heavy it may be by `weightOf`. One job alone may be heavier. */
  most: number
  mostWeight?: number
  weightOf?(job: Job): number
  /** Jobs with the same key are never in the same lot, nor worked on at once. */
  keyOf?(job: Job): string
  /** Whether others go first for now. */
  stepAside?(): boolean
  /** Works on a lot: an outcome for each, in order. Throws when the lot failed as a whole. */
  together(jobs: readonly Job[]): Promise<Outcome<Answer>[]>
  /** Works on one of a lot that failed. */
  alone(job: Job): Promise<Answer>
  /** Milliseconds. */
  clock(): number
}

/** What became of one job of a lot. */
export type Outcome<Answer> = { value: Answer } | { refused: Refusal }

interface Waiting<Job, Answer> {
  job: Job
  since: number
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/** How long a laptop listens before it gives up. Milliseconds. */
const listensMs = 30_000
/** Who would wait longer is told to come back instead. Milliseconds. */
const longestWaitMs = 12_000
/** Nobody steps aside for longer. Milliseconds. */
const patienceMs = 10_000
/** How long a job is thought to take before one was seen. Milliseconds. */
const firstPaceMs = 5
/** How much the last lot says about the next. */
const learns = 0.3

/**
 * A bounded queue before the database: connections that all wait for one lock are no faster, and the last of them wait
 * longer than they may. What waits while another is worked on is taken together, so one lock and one flush serve many.
 */
export class Turns<Job, Answer> {
  /** Told when a lot is done: whoever stepped aside may look again. */
  onDone: () => void = () => {}
  private waiting: Waiting<Job, Answer>[] = []
  private readonly keys = new Set<string>()
  private atWork = 0
  private jobsAtWork = 0
  private paceMs = firstPaceMs
  private lastDone = 0
  private readonly rules: TurnRules<Job, Answer>

  constructor(rules: TurnRules<Job, Answer>) {
    this.rules = rules
  }

  /** Whether more than one is there, waiting or at work. */
  get isCrowded(): boolean {
    return this.waiting.length + this.jobsAtWork > 1
  }

  /** Waits for its turn, and for its answer. Throws `Refusal` busy, with when to come back, where the wait would be too long. */
  async take(job: Job): Promise<Answer> {
    const waitMs = this.waiting.length * this.paceMs
    if (waitMs > longestWaitMs) throw new Refusal('busy', Math.ceil(waitMs / 1000))
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, since: this.rules.clock(), resolve, reject })
      this.look()
    })
  }

  /** Begins whatever may begin now. */
  look(): void {
    while (this.atWork < this.rules.atOnce && this.mayBegin()) {
      const lot = this.nextLot()
      if (lot.length === 0) return
      void this.work(lot)
    }
  }

  private mayBegin(): boolean {
    const [first] = this.waiting
    if (!first) return false
    return !this.rules.stepAside?.() || this.rules.clock() - first.since > patienceMs
  }

  private nextLot(): Waiting<Job, Answer>[] {
    const { most, mostWeight = Infinity, weightOf = () => 0, keyOf } = this.rules
    const lot: Waiting<Job, Answer>[] = []
    let weight = 0
    for (const one of this.waiting) {
      const key = keyOf?.(one.job)
      if (key !== undefined && this.keys.has(key)) continue
      weight += weightOf(one.job)
      if (lot.length === most || (lot.length > 0 && weight > mostWeight)) break
      lot.push(one)
      if (key !== undefined) this.keys.add(key)
    }
    const taken = new Set(lot)
    this.waiting = this.waiting.filter((one) => !taken.has(one))
    return lot
  }

  private async work(lot: readonly Waiting<Job, Answer>[]): Promise<void> {
    this.atWork += 1
    this.jobsAtWork += lot.length
    const began = this.rules.clock()
    try {
      const outcomes = await this.rules.together(lot.map((one) => one.job))
      lot.forEach((one, place) => {
        settle(one, outcomes[place])
      })
    } catch (error) {
      if (lot.length === 1) lot[0]?.reject(error)
      else for (const one of lot) await this.rules.alone(one.job).then(one.resolve, one.reject)
    }
    this.learn(began, lot.length)
    for (const { job } of lot) if (this.rules.keyOf) this.keys.delete(this.rules.keyOf(job))
    this.atWork -= 1
    this.jobsAtWork -= lot.length
    this.look()
    this.onDone()
  }

  /** A lot says the more of a crowd the more of one it is, or the longer it takes: the first of a crowd is one job alone, and slow. */
  private learn(began: number, jobs: number): void {
    const now = this.rules.clock()
    const took = Math.max(0, now - Math.max(began, this.lastDone)) // a clock may be set back
    const tells = Math.min(1, Math.max(jobs / this.rules.most, took / listensMs))
    this.lastDone = now
    this.paceMs += learns * tells * (took / jobs - this.paceMs)
  }
}

function settle<Answer>(one: Waiting<unknown, Answer>, outcome: Outcome<Answer> | undefined): void {
  if (!outcome) one.reject(new Error('impossible: a job without an outcome'))
  else if ('value' in outcome) one.resolve(outcome.value)
  else one.reject(outcome.refused)
}
