import type { Change } from '../../shared/changes/change.ts'
import { recordNow } from '../../shared/records/index.ts'
import { erasedChange } from '../../shared/rules/erased.ts'
import { zeroChain } from '../../shared/sync/protocol.ts'
import { hashOf, linkAfter } from '../hash.ts'
import { differencesOf, keyOfLine, LogFold, type LogLine } from '../logFold.ts'
import { keptOf, type FoundRow } from '../rows.ts'
import { backupVersion, tableNames, type Ending, type Line, type Opening, type TableName } from './dump.ts'

/** A backup that is cut short, altered or not ours. */
export class BadBackup extends Error {
  override name = 'BadBackup'
}

/** What a backup holds of one team, found by reading it from the first line to the last. */
export interface TeamSummary {
  revision: number
  chain: string
  counts: Partial<Record<TableName, number>>
  /** Its laptops, and whether each was trusted. */
  laptops: Map<string, { trusted: boolean }>
}
export interface Summary {
  opening: Opening
  teams: Map<string, TeamSummary>
}

/**
 * Reads a backup back: it is whole, every change still has its hash, the changes are linked without a gap, and the last
 * link is the head's (SPEC SY14, SY21). Throws `BadBackup`.
 */
export async function verifyLines(lines: AsyncIterable<string> | Iterable<string>): Promise<Summary> {
  const reader = new Reader()
  for await (const text of lines) reader.read(parse(text))
  return reader.summary()
}

/** A line of JSON. Throws `BadBackup`. */
export function parse(text: string): Opening | Line | Ending {
  try {
    return underNamesNow(JSON.parse(text) as Opening | Line | Ending)
  } catch {
    throw new BadBackup('a line is no JSON')
  }
}

/** A backup made before a record was renamed: its rows and what the log is searched by, as a migration would have left them. The log's bodies stay. */
function underNamesNow(line: Opening | Line | Ending): Opening | Line | Ending {
  if (!('table' in line) || !('record' in line.row)) return line
  const record = recordNow(String(line.row['record']))
  if (record === line.row['record']) return line
  const body = line.table === 'record_row' ? { body: { ...(line.row['body'] as object), record } } : {}
  return { ...line, row: { ...line.row, record, ...body } }
}

/** Goes along the lines and remembers what the next must fit to. */
class Reader {
  private opening: Opening | null = null
  private readonly teams = new Map<string, TeamSummary>()
  private readonly links = new Map<string, { revision: number; chain: string }>()
  private readonly folds = new Map<string, RowsOfTeam>()
  private lines = 0
  private ended = false

  read(line: Opening | Line | Ending): void {
    if (this.ended) throw new BadBackup('something follows the last line')
    if (!this.opening) this.open(line)
    else if ('lines' in line) this.end(line)
    else if ('table' in line) this.row(line)
    else throw new BadBackup('an unknown line')
  }

  summary(): Summary {
    if (!this.opening || !this.ended) throw new BadBackup('it is cut short')
    return { opening: this.opening, teams: this.teams }
  }

  private open(line: Opening | Line | Ending): void {
    if (!('gather' in line) || line.gather !== backupVersion) throw new BadBackup('no backup that this server can read')
    this.opening = line
  }

  private row({ table, row }: Line): void {
    if (!tableNames.includes(table)) throw new BadBackup('an unknown table')
    this.lines += 1
    const team = String(row['team'])
    const summary: TeamSummary = this.teams.get(team) ?? { revision: 0, chain: zeroChain, counts: {}, laptops: new Map() }
    summary.counts[table] = (summary.counts[table] ?? 0) + 1
    this.teams.set(team, summary)
    if (table === 'team_head') Object.assign(summary, { revision: row['revision'], chain: row['chain'] })
    if (table === 'device' && row['kind'] === 'laptop') {
      summary.laptops.set(String(row['id']), { trusted: row['revoked_at'] === null && row['wipe'] !== true })
    }
    if (table === 'change_log') this.link(team, row)
    this.compare(table, team, row)
  }

  /** The rows must be the fold of the log, or laptops would load what nobody wrote (case S1). */
  private compare(table: TableName, team: string, row: Record<string, unknown>): void {
    const rows = this.folds.get(team) ?? new RowsOfTeam()
    this.folds.set(team, rows)
    if (table === 'change_log') rows.log(row as unknown as LogLine)
    if (table === 'record_row') rows.row(row as unknown as FoundRow & { record: string; id: string })
  }

  private link(team: string, row: Record<string, unknown>): void {
    const last = this.links.get(team) ?? { revision: 0, chain: zeroChain }
    const hash = String(row['hash'])
    if (row['revision'] !== last.revision + 1) throw new BadBackup(`revision ${last.revision + 1} is missing`)
    const body = row['body'] as Change
    // Of somebody who was erased the hash of what was written stays, and no word of it may (SPEC SY40).
    const known = row['erased_at'] ? hashOf(erasedChange(body)) === hashOf(body) : hashOf(body) === hash
    if (!known) throw new BadBackup(`change ${last.revision + 1} was altered`)
    const chain = linkAfter(last.chain, hash)
    if (row['chain'] !== chain) throw new BadBackup(`the chain breaks at revision ${last.revision + 1}`)
    this.links.set(team, { revision: last.revision + 1, chain })
  }

  private end({ lines }: Ending): void {
    if (lines !== this.lines) throw new BadBackup(`${this.lines} lines instead of ${lines}`)
    for (const rows of this.folds.values()) rows.end()
    for (const [team, { revision, chain }] of this.teams) {
      const last = this.links.get(team) ?? { revision: 0, chain: zeroChain }
      if (last.revision === revision && last.chain === chain) continue
      throw new BadBackup('the log does not end where the head says')
    }
    this.ended = true
  }
}

/** The rows of one team: as its log makes them, compared with each that follows. The whole team is in memory: a kilobyte a row. */
class RowsOfTeam {
  private readonly made = new LogFold()
  private readonly seen = new Set<string>()

  log(line: LogLine): void {
    this.made.add(line)
  }

  row(line: FoundRow & { record: string; id: string }): void {
    const key = keyOfLine(line)
    this.seen.add(key)
    const [what] = differencesOf(this.made.row(key), keptOf(line))
    if (what) throw new BadBackup(`a row of ${line.record} is not what the log says (${what}): run npm run refold, then back up again`)
  }

  end(): void {
    for (const key of this.made.keys()) if (!this.seen.has(key)) throw new BadBackup('a row is missing: run npm run refold, then back up again')
  }
}
