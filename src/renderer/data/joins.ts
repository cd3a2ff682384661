import { withJoined, withSurvivors } from '../../shared/rules/asJoined.ts'
import { survivorsOf, type SaidOfTwo, type Standing } from '../../shared/rules/joined.ts'
import type { Entity, RecordName } from '../../shared/records/index.ts'

/** Rows as they were written, as the joins read them. */
export interface Written {
  said(): Iterable<SaidOfTwo>
  person(id: string): Entity<'person'> | undefined
}

const nobody: ReadonlyMap<string, string> = new Map()

/**
 * Who is shown with whom (story 18), worked out again when an answer or one of those people changes. While nobody is joined, nothing is
 * looked up: a register with three hundred names asks for each of them.
 */
export class Joins {
  /** Everybody of whom somebody has said something. */
  readonly named = new Set<string>()
  private readonly written: Written
  private survivors = nobody
  private joined = new Map<string, string[]>()
  private stale = false
  /** Told when others are shown than before; or whose own row has changed. */
  private readonly onChanged: (changed: 'all' | readonly string[]) => void

  constructor(written: Written, onChanged: (changed: 'all' | readonly string[]) => void) {
    this.written = written
    this.onChanged = onChanged
  }

  /** A row was put down or taken away. */
  touched(record: string, id: string): void {
    if (record === 'samePerson' || (record === 'person' && this.named.has(id))) this.stale = true
  }

  /** Whether anybody is joined to anybody. */
  get any(): boolean {
    if (this.stale) this.workOut()
    return this.survivors !== nobody
  }

  /** By whose id somebody is shown. */
  survivorOf(id: string): string {
    return this.any ? (this.survivors.get(id) ?? id) : id
  }

  /** Every id that somebody has, the one they are shown by first. */
  idsOf(id: string): string[] {
    if (!this.any) return [id]
    const survivor = this.survivors.get(id) ?? id
    return [survivor, ...(this.joined.get(survivor) ?? [])]
  }

  /** A row as it is shown. */
  shown<Name extends RecordName>(name: Name, entity: Entity<Name>): Entity<Name> {
    if (!this.any) return entity
    if (name !== 'person') return withSurvivors(name, entity, this.survivors)
    const others = (this.joined.get(entity.id) ?? []).flatMap((id) => this.written.person(id) ?? [])
    return others.length === 0 ? entity : (withJoined(entity as Entity<'person'>, others) as unknown as Entity<Name>)
  }

  /** Fields of a row that names people, with the ids by which they are shown. */
  resolved<Row extends Record<string, unknown>>(record: RecordName, row: Row): Row {
    return this.any ? (withSurvivors(record, row as never, this.survivors) as Row) : row
  }

  private workOut(): void {
    this.stale = false
    const said = [...this.written.said()]
    this.named.clear()
    for (const { personId, otherId } of said) this.named.add(personId).add(otherId)
    const found = survivorsOf(said, (id) => this.standing(id))
    const isSame = found.size === this.survivors.size && [...found].every(([id, survivor]) => this.survivors.get(id) === survivor)
    if (isSame) return this.onChanged([...this.joined.keys()])
    this.survivors = found.size > 0 ? found : nobody
    this.joined = new Map()
    for (const [id, survivor] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
      this.joined.set(survivor, [...(this.joined.get(survivor) ?? []), id])
    }
    this.onChanged('all')
  }

  private standing(id: string): Standing {
    const person = this.written.person(id)
    return !person ? 'unknown' : person.removedBecause ? 'removed' : 'here'
  }
}
