import type { KioskInput } from '../../../shared/ipc/kiosk.ts'
import { whyLead } from '../../../shared/rules/voices.ts'

/** How many answers are kept back and mixed before they are written. */
const mixed = 5

export type ToldAtKiosk = KioskInput<'tell'>

/** Writes one answer into the store, and says whether it is there. */
export interface WriteAnswers {
  face(today: number): Promise<boolean>
  told(told: ToldAtKiosk): Promise<boolean>
}

/**
 * What people answer at one kiosk, with no name. An answer goes into the change log with its time and number, right behind a
 * sign-in: that alone would say whose it is. So a few are kept back and written in another order, faces and words apart. The
 * price: a power cut may lose up to five of each, and no sign-in. What a full disk refuses is kept back and written with the next ones. Words for a lead to read are written at once, among all that is
 * kept back: they may not be lost, and a lead may read them while there is still time.
 */
export class Answers {
  private readonly write: WriteAnswers
  private faces: number[] = []
  private all: ToldAtKiosk[] = []
  /** Of whoever is before the screen: theirs to change until the next person begins. */
  private face: number | null = null
  private told: ToldAtKiosk | null = null
  /** One for each sign-in. */
  private mayFace = false
  private mayTell = false

  constructor(write: WriteAnswers) {
    this.write = write
  }

  /** Somebody has signed in: they may answer. @param fresh they were not in before */
  open(fresh: boolean): void {
    this.mayFace = fresh
    this.mayTell = fresh
  }

  sayToday(value: number | null): boolean {
    if (this.mayFace) this.face = value
    return this.mayFace
  }

  /** @returns whether it is kept, and whether it went to a lead at once */
  async say(told: ToldAtKiosk): Promise<{ saved: boolean; forLead: boolean }> {
    if (!this.mayTell) return { saved: false, forLead: false }
    const forLead = whyLead(told.words) !== null
    this.told = told
    if (!forLead) return { saved: true, forLead }
    await this.writeAll() // a second one would be another answer
    const isLeft = this.all.includes(told)
    this.all = this.all.filter((one) => one !== told) // they are told that it is not saved, and whom to speak to
    return { saved: !isLeft, forLead }
  }

  /** Nothing of the last person can be changed any more; their answers go among the others. */
  async next(): Promise<void> {
    this.keep()
    if (Math.max(this.faces.length, this.all.length) >= mixed) await this.writeAll()
  }

  /** Writes what is kept back; what cannot be written stays. */
  async writeAll(): Promise<void> {
    this.keep()
    const [faces, all] = [inAnyOrder(this.faces), inAnyOrder(this.all)]
    this.faces = []
    this.all = []
    for (const today of faces) if (!(await this.write.face(today))) this.faces.push(today)
    for (const told of all) if (!(await this.write.told(told))) this.all.push(told)
  }

  private keep(): void {
    if (this.face !== null) this.faces.push(this.face)
    if (this.told && saysAnything(this.told)) this.all.push(this.told)
    this.face = null
    this.told = null
    this.mayFace = false
    this.mayTell = false
  }
}

function saysAnything({ change, wishes, words }: ToldAtKiosk): boolean {
  return change !== null || wishes.length > 0 || words.trim() !== ''
}

/** In an order that nobody knows. */
function inAnyOrder<Answer>(answers: readonly Answer[]): Answer[] {
  const keys = crypto.getRandomValues(new Uint32Array(answers.length))
  return answers
    .map((answer, at) => ({ answer, key: keys[at] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map((one) => one.answer)
}
