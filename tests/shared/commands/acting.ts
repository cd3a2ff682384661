import { commands, type AnswerOf, type CommandName, type InputOf } from '../../../src/shared/commands/index.ts'
import type { AnyCommand, Reader } from '../../../src/shared/commands/command.ts'
import type { Reason } from '../../../src/shared/commands/reasons.ts'
import type { LooseDraft } from '../../../src/shared/changes/change.ts'
import { entityOf, fieldsAreValid } from '../../../src/shared/changes/entity.ts'
import { fold } from '../../../src/shared/changes/fold.ts'
import { keyOf, type Row, type RowKey } from '../../../src/shared/changes/row.ts'
import type { Entity, RecordName } from '../../../src/shared/records/index.ts'
import { fail, ok, type Result } from '../../../src/shared/std/result.ts'
import { tick, zeroStamp, type Stamp } from '../../../src/shared/std/stamp.ts'
import { aChange, aRow, at, idFor } from '../../support/builders.ts'

/** Rows on which commands decide, one after the other, as a laptop would let them: no store, no journal, no network. */
export class Acting {
  now = at('10:31')
  actor = 'Tom'
  private readonly rows = new Map<RowKey, Row>()
  private clock: Stamp = zeroStamp
  private ids = 0

  /** Records that are there before. */
  with<Name extends RecordName>(record: Name, ...entities: Entity<Name>[]): this {
    for (const entity of entities) this.rows.set(keyOf(record, entity.id), aRow(record, entity))
    return this
  }

  /** What a command decides. Ids it makes are `idFor('new 1')`, `idFor('new 2')` … */
  decide<Name extends CommandName>(name: Name, input: InputOf<Name>): Result<{ drafts: LooseDraft[]; answer: AnswerOf<Name> }, Reason> {
    const command = commands[name] as unknown as AnyCommand<InputOf<Name>, AnswerOf<Name>>
    const checked = command.input.safeParse(input)
    if (!checked.success) return fail('badInput')
    command.needs(checked.data)
    const newId = () => idFor(`new ${++this.ids}`)
    const decided = command.decide(this.reader(), checked.data, { now: this.now, newId, actor: idFor(this.actor), team: idFor('team') })
    return decided as Result<{ drafts: LooseDraft[]; answer: AnswerOf<Name> }, Reason> // as the store takes them (data/run.ts)
  }

  /** The same, and it happens. Throws when a draft would be held at the surgery for being wrong. */
  does<Name extends CommandName>(name: Name, input: InputOf<Name>): Result<AnswerOf<Name>, Reason> {
    const decision = this.decide(name, input)
    if (!decision.ok) return decision
    for (const draft of decision.value.drafts) this.fold(draft)
    return ok(decision.value.answer)
  }

  /** What a row is now. */
  sees<Name extends RecordName>(record: Name, id: string): Entity<Name> | undefined {
    return entityOf(record, this.rows.get(keyOf(record, id)))
  }

  /** Every row of a record, in the order in which they were written. */
  all<Name extends RecordName>(record: Name): Entity<Name>[] {
    return [...this.rows.values()].flatMap((one) => (one.record === record ? (entityOf(record, one) ?? []) : []))
  }

  row(record: RecordName, id: string): Row | undefined {
    return this.rows.get(keyOf(record, id))
  }

  /** Puts a change of another laptop in. */
  hears(record: RecordName, row: string, fields: LooseDraft['fields'], stamp: Stamp): void {
    const key = keyOf(record, row)
    this.rows.set(key, fold(this.rows.get(key), aChange(record, row, fields, { stamp })))
  }

  private fold({ record, row, fields, basedOn }: LooseDraft): void {
    if (!fieldsAreValid(record as RecordName, fields)) throw new Error(`the surgery would hold this ${record}: ${JSON.stringify(fields)}`)
    this.clock = tick(this.clock, Date.parse(this.now), idFor(`${this.actor}’s laptop`))
    const key = keyOf(record, row)
    this.rows.set(key, fold(this.rows.get(key), aChange(record, row, fields, { stamp: this.clock, ...(basedOn ? { basedOn } : {}) })))
  }

  private reader(): Reader {
    const row = (record: RecordName, id: string) => this.rows.get(keyOf(record, id))
    return {
      get: (record, id) => entityOf(record, row(record, id)),
      all: <Name extends RecordName>(record: Name, where: string, is: string): Entity<Name>[] =>
        [...this.rows.values()].flatMap((one) => (one.record === record && one.fields[where] === is ? (entityOf(record, one) ?? []) : [])),
      every: (record) => this.all(record),
      row,
    }
  }
}
