import { entityOf } from '../../shared/changes/entity.ts'
import { keyOf, type Row, type RowKey } from '../../shared/changes/row.ts'
import { definitionOf, type Entity, type LinkOf, type RecordName } from '../../shared/records/index.ts'

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
  private readonly rows = new Map<RowKey, HeldRow>()
  private readonly byRecord = new Map<string, Map<RowKey, HeldRow>>()
  private readonly byLink = new Map<string, Set<RowKey>>()
  private readonly entities = new WeakMap<HeldRow, Entity<RecordName> | null>()
  /** Links of non-resident records of which every row is here. */
  readonly complete = new Set<string>()

  row(key: RowKey): HeldRow | undefined {
    return this.rows.get(key)
  }

  /** Whether the row must be kept here when it changes. */
  wants(row: HeldRow): boolean {
    return Boolean(definitionOf(row.record)?.resident) || linksOf(row).some((link) => this.complete.has(link))
  }

  put(row: HeldRow): void {
    this.unlink(row.key)
    this.rows.set(row.key, row)
    const same = this.byRecord.get(row.record) ?? new Map<RowKey, HeldRow>()
    this.byRecord.set(row.record, same.set(row.key, row))
    for (const link of linksOf(row)) this.byLink.set(link, (this.byLink.get(link) ?? new Set()).add(row.key))
  }

  remove(key: RowKey): void {
    this.unlink(key)
    const row = this.rows.get(key)
    this.rows.delete(key)
    if (row) this.byRecord.get(row.record)?.delete(key)
  }

  get<Name extends RecordName>(name: Name, id: string): Entity<Name> | undefined {
    const row = this.rows.get(keyOf(name, id))
    return row && this.entity(name, row)
  }

  list<Name extends RecordName>(name: Name): Entity<Name>[] {
    return this.entitiesOf(name, this.byRecord.get(name)?.values() ?? [])
  }

  /** How many rows are here. */
  get size(): number {
    return this.rows.size
  }

  /** The rows of a record, whole or not. */
  rowsOf(name: RecordName): Iterable<HeldRow> {
    return this.byRecord.get(name)?.values() ?? []
  }

  /** Rows of a record whose link field names this id, as far as they are in memory. */
  linked<Name extends RecordName>(name: Name, field: LinkOf<Name>, id: string): Entity<Name>[] {
    const keys = this.byLink.get(linkOf(name, field, id)) ?? new Set<RowKey>()
    return this.entitiesOf(
      name,
      [...keys].flatMap((key) => this.rows.get(key) ?? []),
    )
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
    let entity = this.entities.get(row)
    if (entity === undefined) {
      entity = (entityOf(name, row.view ?? undefined) ?? null) as Entity<RecordName> | null
      this.entities.set(row, entity)
    }
    return (entity ?? undefined) as Entity<Name> | undefined
  }

  private unlink(key: RowKey): void {
    const before = this.rows.get(key)
    if (before) for (const link of linksOf(before)) this.byLink.get(link)?.delete(key)
  }
}
