import { entityOf } from '../../shared/changes/entity.ts'
import type { Row, RowKey } from '../../shared/changes/row.ts'
import { isOfPerson } from '../../shared/rules/asJoined.ts'
import { definitionOf, type Entity, type LinkOf, type RecordName } from '../../shared/records/index.ts'
import { Joins } from './joins.ts'

/** A row with its two sides: what the server said, and that with this laptop's own changes on top. */
export interface HeldRow {
  key: RowKey
  record: string
  base: Row | null
  /** What the screens show. */
  view: Row | null
  /** Why the server keeps a change to it aside, if it does. */
  held: string | null
  generation: number
}

/** By which of its fields a row is found: "signIn.sessionId:…id…". */
export function linkOf(record: string, field: string, id: string): string {
  return `${record}.${field}:${id}`
}

/** The links of a row. */
export function linksOf(row: HeldRow): string[] {
  const fields = definitionOf(row.record)?.links ?? []
  const found = [row.view, row.base].flatMap((side) => fields.map((field) => [field, side?.fields[field]] as const))
  const links = found.flatMap(([field, ids]) =>
    (Array.isArray(ids) ? ids : [ids]).flatMap((id) => (typeof id === 'string' ? [linkOf(row.record, field, id)] : [])),
  )
  return [...new Set(links)]
}

/** The rows in memory while unlocked: all of the resident records, and of the others what was asked for. */
export class Memory {
  /** By record, then by id: a key is put together for no look-up, which took longer than the look-up. */
  private readonly byRecord = new Map<string, Map<string, HeldRow>>()
  private readonly byLink = new Map<string, Set<HeldRow>>()
  private entities = new WeakMap<HeldRow, Entity<RecordName> | null>()
  /** Who is shown with whom: rows are read here as they are shown, so whoever reads follows a join without knowing of it. */
  readonly joins = new Joins({ said: () => this.allWritten('samePerson'), person: (id) => this.written('person', id) }, (changed) =>
    this.forgetShown(changed),
  )
  /** Counts what was written of who was erased. */
  erasures = 0
  /** Links of non-resident records of which every row is here. */
  readonly complete = new Set<string>()

  row(key: RowKey): HeldRow | undefined {
    return this.byRecord.get(recordIn(key))?.get(idIn(key))
  }

  /** Whether the row must be kept here when it changes. */
  wants(row: HeldRow): boolean {
    return Boolean(definitionOf(row.record)?.resident) || linksOf(row).some((link) => this.complete.has(link))
  }

  put(row: HeldRow): void {
    const id = row.view?.id ?? row.base?.id ?? idIn(row.key)
    const same = this.byRecord.get(row.record) ?? new Map<string, HeldRow>()
    this.unlink(same.get(id))
    if (row.record === 'erasure') this.erasures++
    this.byRecord.set(row.record, same.set(id, row))
    for (const link of linksOf(row)) this.byLink.set(link, (this.byLink.get(link) ?? new Set()).add(row))
    if (this.mayJoin(row.record)) this.joins.touched(row.record, id)
  }

  remove(key: RowKey): void {
    const row = this.row(key)
    if (!row) return
    const id = idIn(key)
    this.unlink(row)
    if (row.record === 'erasure') this.erasures++
    this.byRecord.get(row.record)?.delete(id)
    if (this.mayJoin(row.record)) this.joins.touched(row.record, id)
  }

  /** A row by its id; of a person who was joined, the one who goes on. */
  get<Name extends RecordName>(name: Name, id: string): Entity<Name> | undefined {
    const row = this.byRecord.get(name)?.get(name === 'person' ? this.joins.survivorOf(id) : id)
    return row && this.entity(name, row)
  }

  /** All rows of a record; of people, those who were not joined to another. */
  list<Name extends RecordName>(name: Name): Entity<Name>[] {
    const all = this.entitiesOf(name, this.byRecord.get(name)?.values() ?? [])
    return name === 'person' && this.joins.any ? all.filter((one) => this.joins.survivorOf(one.id) === one.id) : all
  }

  /** A row as it was written, joined or not. */
  written<Name extends RecordName>(name: Name, id: string): Entity<Name> | undefined {
    return entityOf(name, this.byRecord.get(name)?.get(id)?.view ?? undefined)
  }

  /** Those who were joined to somebody, as they were written. */
  joinedTo(id: string): Entity<'person'>[] {
    if (!this.joins.any) return []
    const [, ...others] = this.joins.idsOf(id)
    return others.flatMap((one) => this.written('person', one) ?? [])
  }

  /** Rows that name this id themselves, joined or not, as they were written. */
  linkedWritten<Name extends RecordName>(name: Name, field: LinkOf<Name>, id: string): Entity<Name>[] {
    return [...(this.byLink.get(linkOf(name, field, id)) ?? [])].flatMap((row) => entityOf(name, row.view ?? undefined) ?? [])
  }

  /** How many rows are here. */
  get size(): number {
    return [...this.byRecord.values()].reduce((sum, same) => sum + same.size, 0)
  }

  /** The rows of a record, whole or not. */
  rowsOf(name: RecordName): Iterable<HeldRow> {
    return this.byRecord.get(name)?.values() ?? []
  }

  /** Rows of a record whose link field names this id, as far as they are in memory; of a person, also what names those joined to them. */
  linked<Name extends RecordName>(name: Name, field: LinkOf<Name>, id: string): Entity<Name>[] {
    return this.entitiesOf(name, this.rowsBy(name, field, id))
  }

  private rowsBy<Name extends RecordName>(name: Name, field: LinkOf<Name>, id: string): Iterable<HeldRow> {
    const ids = this.joins.any && isOfPerson(name, field) ? this.joins.idsOf(id) : [id]
    if (ids.length === 1) return this.byLink.get(linkOf(name, field, ids[0]!)) ?? []
    return new Set(ids.flatMap((one) => [...(this.byLink.get(linkOf(name, field, one)) ?? [])]))
  }

  private allWritten<Name extends RecordName>(name: Name): Entity<Name>[] {
    const rows = [...(this.byRecord.get(name)?.values() ?? [])]
    return rows.flatMap((row) => entityOf(name, row.view ?? undefined) ?? [])
  }

  private mayJoin(record: string): boolean {
    return record === 'samePerson' || (record === 'person' && this.joins.named.size > 0)
  }

  private forgetShown(changed: 'all' | readonly string[]): void {
    if (changed === 'all') this.entities = new WeakMap()
    else for (const row of changed.flatMap((id) => this.byRecord.get('person')?.get(id) ?? [])) this.entities.delete(row)
  }

  private entitiesOf<Name extends RecordName>(name: Name, rows: Iterable<HeldRow>): Entity<Name>[] {
    const found: Entity<Name>[] = []
    for (const row of rows) {
      const entity = this.entity(name, row)
      if (entity) found.push(entity)
    }
    return found
  }

  private entity<Name extends RecordName>(name: Name, row: HeldRow): Entity<Name> | undefined {
    const { any } = this.joins // worked out first: it may forget what was shown before
    let entity = this.entities.get(row)
    if (entity === undefined) {
      const written = entityOf(name, row.view ?? undefined)
      entity = ((written && any ? this.joins.shown(name, written) : written) ?? null) as Entity<RecordName> | null
      this.entities.set(row, entity)
    }
    return (entity ?? undefined) as Entity<Name> | undefined
  }

  private unlink(before: HeldRow | undefined): void {
    if (before) for (const link of linksOf(before)) this.byLink.get(link)?.delete(before)
  }
}

function recordIn(key: RowKey): string {
  return key.slice(0, key.indexOf('/'))
}

function idIn(key: RowKey): string {
  return key.slice(key.indexOf('/') + 1)
}
