import { openValues, type Row } from '../../src/shared/changes/row.ts'
import { planTexts, type PlanText } from '../../src/shared/records/plan.ts'
import { planIdOf } from '../../src/shared/std/ids.ts'
import type { Random } from './random.ts'
import type { SimLaptop } from './simLaptop.ts'

/** A box of a plan that somebody has open: what stood in it when it was opened. */
interface Form {
  personId: string
  episodeId: string
  box: PlanText
  seen: string[]
  texts: string[]
}

/** The boxes of plans that colleagues write in, and what each had before them: a second reckoning of what may be gone in the end (story 21). */
export class PlanTexts {
  private readonly random: Random
  private readonly forms = new Map<SimLaptop, Form>()
  /** Texts that somebody had before them when they wrote another in their place, or settled it. */
  private readonly replaced = new Set<string>()
  private written = 0

  constructor(random: Random) {
    this.random = random
  }

  /** Somebody opens a box; they may write on for hours, while others' texts come. */
  open(laptop: SimLaptop, episodeId: string, box: PlanText = this.random.pick(planTexts.slice(0, 3))): void {
    const episode = laptop.store.memory.get('episode', episodeId)
    if (!episode) return
    const open = valuesOf(laptop, episodeId, box)
    const [seen, texts] = [open.map((one) => one.stamp), open.map((one) => String(one.value))]
    this.forms.set(laptop, { personId: episode.personId, episodeId, box, seen, texts })
  }

  /** They save what they wrote. Answers whether it was taken. */
  async save(laptop: SimLaptop, disk: 'good' | 'full' | 'storeFails' = 'good'): Promise<boolean> {
    const form = this.forms.get(laptop)
    if (!form) return false
    this.forms.delete(laptop)
    const { personId, episodeId, box, seen } = form
    const { memory } = laptop.store
    if (memory.get('episode', episodeId)?.personId !== memory.joins.survivorOf(personId)) return false // taken apart meanwhile: it has left the page (seed 730451)
    this.remember(form)
    const done = await laptop.act('writePlan', { personId, episodeId, fields: { [box]: this.nextText() }, seen: { [box]: seen } }, disk)
    if (done) checkSeen(laptop, form)
    checkFound(laptop)
    return done
  }

  /** Somebody says which of two texts is right. */
  async settle(laptop: SimLaptop, episodeId: string): Promise<void> {
    for (const box of planTexts) {
      const open = valuesOf(laptop, episodeId, box)
      if (open.length < 2) continue
      const [id, seen] = [planIdOf(episodeId), open.map((one) => one.stamp)]
      this.remember({ episodeId, box, texts: open.map((one) => String(one.value)) })
      await laptop.act('settlePlanText', { of: 'plan', id, field: box, text: this.nextText(), seen })
    }
  }

  /** Throws unless each text that is in the log and that nobody had before them while writing another still stands. */
  check(log: readonly { effective: string; body: unknown }[], rows: readonly Row[]): void {
    const lines = log.map(({ effective, body }) => ({ effective, ...(body as { record: string; row: string; fields: Record<string, unknown> }) }))
    const ofPlans = lines.filter((one) => one.record === 'plan')
    for (const one of ofPlans) {
      for (const box of planTexts.filter((name) => name in one.fields)) {
        const laterOfSame = ofPlans.some((it) => it.row === one.row && box in it.fields && isLaterOfSame(it.effective, one.effective))
        if (laterOfSame || this.replaced.has(nameOf(one.row, box, one.fields[box]))) continue
        const row = rows.find((it) => it.record === 'plan' && it.id === one.row)
        const stands = row && openValues(row, box).some((it) => it.value === one.fields[box])
        if (!stands) throw new Error(`a text in ${box} of a plan is gone, and nobody had seen it`)
      }
    }
  }

  private remember({ episodeId, box, texts }: Pick<Form, 'episodeId' | 'box' | 'texts'>): void {
    for (const text of texts) this.replaced.add(nameOf(planIdOf(episodeId), box, text))
  }

  private nextText(): string {
    return `Text ${++this.written}`
  }
}

/** What is asked by what a laptop shows is never told that there is no such thing: whoever was joined meanwhile has their case still. */
export function checkFound({ refusedFor, store }: SimLaptop): void {
  if (!store.state.bookmark) return // a load brings cases before it brings people
  if (refusedFor && ['noSuchCase', 'noSuchPlan', 'noSuchPerson', 'noSuchOffer', 'noSuchGap'].includes(refusedFor))
    throw new Error(`what the laptop shows is refused: ${refusedFor}`)
}

function valuesOf(laptop: SimLaptop, episodeId: string, box: PlanText): ReturnType<typeof openValues> {
  const view = laptop.store.memory.row(`plan/${planIdOf(episodeId)}`)?.view
  return view ? openValues(view, box) : []
}

/** What was just written may name as replaced only what was on the screen. */
function checkSeen(laptop: SimLaptop, { episodeId, box, seen }: Form): void {
  const last = laptop.store.own.get(`plan/${planIdOf(episodeId)}`)?.at(-1)?.change
  const unseen = (last?.basedOn?.[box] ?? []).filter((stamp) => !seen.includes(stamp))
  if (unseen.length > 0) throw new Error(`a text of a plan replaces ${unseen.length} that nobody had seen`)
}

function nameOf(row: string, box: string, text: unknown): string {
  return `${row}/${box}/${String(text)}`
}

/** The last part of a stamp says who wrote. */
function isLaterOfSame(other: string, stamp: string): boolean {
  return other > stamp && other.split('.').at(-1) === stamp.split('.').at(-1)
}
