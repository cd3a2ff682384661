import type { Transaction } from '../sql/sql.ts'

/** Version of the backup file. 1 = 0.1. */
export const backupVersion = 1

/** A team's tables in the order they are written, with the key that orders each. */
export const tables = {
  team_list: ['team'],
  team_head: ['team'],
  change_log: ['revision'],
  held: ['id'],
  record_row: ['record', 'id'],
  device: ['id'],
  code: ['hash'],
  notice: ['id'],
  let_in: ['id'],
  open_item: ['kind', 'id'],
  media_piece: ['media', 'number'],
} as const
export type TableName = keyof typeof tables
export const tableNames = Object.keys(tables) as TableName[]
/** All that holds rows of a team: the tables of a backup, and what is made again from them. */
export const everyTable: readonly string[] = [...tableNames, 'person_link', 'open_feed']

/** The first line of a backup. */
export interface Opening {
  gather: number
  at: string
  epoch: string
  migrations: string[]
  /**
   * Private halves of the server's recovery keys, only in a file that is sealed. Without them no forgotten passphrase could be
   * helped after the machine is gone. Whoever can open the file reads everything the laptops hold already; beside an unsealed
   * backup they would have opened the laptops too, which is why they once were never in one.
   */
  recoveryKeys?: string[]
}
/** A line of a table: its row as the database writes it. */
export interface Line {
  table: TableName
  row: Record<string, unknown>
}
/** The last line: without it the file is cut short. */
export interface Ending {
  lines: number
}

/** Rows read at once: a few megabytes. A piece of a film is a megabyte by itself. */
const atOnce = 2000
const piecesAtOnce = 4

/** All of these teams as lines of JSON, oldest change first. The transaction must see one moment (scope `snapshot`). */
export async function* dumpLines(
  tx: Transaction,
  teams: readonly string[],
  nowMs: number,
  recoveryKeys: readonly string[] = [],
): AsyncGenerator<string> {
  const [epoch] = await tx.query<{ value: string }>(`select value from meta where key = 'epoch'`)
  const migrations = await tx.query<{ name: string }>(`select name from migration where name <> 'lock' order by name`)
  const opening: Opening = {
    gather: backupVersion,
    at: new Date(nowMs).toISOString(),
    epoch: epoch?.value ?? '',
    migrations: migrations.map((one) => one.name),
    ...(recoveryKeys.length > 0 ? { recoveryKeys: [...recoveryKeys] } : {}),
  }
  yield JSON.stringify(opening)
  let lines = 0
  for (const team of teams) {
    await tx.enterTeam(team)
    for (const table of tableNames) {
      for await (const row of rowsOf(tx, table, team)) {
        lines += 1
        yield JSON.stringify({ table, row } satisfies Line)
      }
    }
  }
  yield JSON.stringify({ lines } satisfies Ending)
}

async function* rowsOf(tx: Transaction, table: TableName, team: string): AsyncGenerator<Record<string, unknown>> {
  const keys = tables[table]
  const most = table === 'media_piece' ? piecesAtOnce : atOnce
  let last: unknown[] | null = null
  for (;;) {
    const after = last ? `and (${keys.join(', ')}) > (${keys.map((_, place) => `$${place + 2}`).join(', ')})` : ''
    const found: { row: Record<string, unknown> }[] = await tx.query(
      `select to_jsonb(t) as row from ${table} t where team = $1 ${after} order by ${keys.join(', ')} limit ${most}`,
      [team, ...(last ?? [])],
    )
    for (const { row } of found) yield row
    const end = found.at(-1)
    if (!end || found.length < most) return
    last = keys.map((key) => end.row[key])
  }
}
