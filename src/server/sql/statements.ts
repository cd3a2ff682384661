import { parse, protocol, type PGlite, type Transaction as LiteTransaction } from '@electric-sql/pglite'

const { serialize } = protocol
type Message = Parameters<typeof parse.parseResults>[0][number]

/** A statement that the database has read: of which types its values are, and how its rows look. */
interface Prepared {
  name: string
  types: readonly number[]
  fields: readonly Message[]
}

/** More than so many were made of pieces, and do not come again. */
const mostKnown = 1000
/** What changes tables may change what a statement answers. */
const changesTables = /\b(create|alter|drop)\b/i

/**
 * Statements to a database in memory. One that comes again is read and planned once, and sent in one piece where PGlite sends six:
 * for most statements that took longer than running them.
 */
export class Statements {
  private readonly lite: PGlite
  /** null: it came once. */
  private readonly known = new Map<string, Prepared | null>()
  private names = 0

  constructor(lite: PGlite) {
    this.lite = lite
  }

  /** The rows that one statement answers. */
  async rows<Found>(tx: LiteTransaction, text: string, values: readonly unknown[] = []): Promise<Found[]> {
    const known = this.known.get(text)
    if (known === undefined) {
      this.look(text)
      if (this.known.size < mostKnown) this.known.set(text, null)
      return (await tx.query(text, [...values])).rows as Found[]
    }
    if (tx.closed) throw new Error('this transaction has ended')
    return this.lite.runExclusive(async () => this.run<Found>(known ?? (await this.prepare(text)), values))
  }

  /** Is told of every text that is about to run for the first time. */
  look(text: string): void {
    if (changesTables.test(text)) this.known.clear()
  }

  private async run<Found>({ name, types, fields }: Prepared, values: readonly unknown[]): Promise<Found[]> {
    const texts = values.map((value, at) => this.textOf(value, types[at] ?? 0))
    const answered = await this.send(serialize.bind({ statement: name, values: texts }), serialize.execute({}))
    return (parse.parseResults([...fields, ...answered], this.lite.parsers)[0]?.rows ?? []) as Found[]
  }

  private async prepare(text: string): Promise<Prepared> {
    const name = `s${++this.names}`
    const told = await this.send(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const prepared = {
      name,
      types: parse.parseDescribeStatementResults(told),
      fields: told.filter((message) => message.name === 'rowDescription'),
    }
    this.known.set(text, prepared)
    return prepared
  }

  private textOf(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null
    return this.lite.serializers[type]?.(value) ?? String(value)
  }

  private send(...pieces: Uint8Array[]): Promise<Message[]> {
    return this.lite.execProtocolStream(new Uint8Array(Buffer.concat([...pieces, serialize.sync()])), { syncToFs: false })
  }
}
