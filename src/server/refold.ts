import { randomUUID } from 'node:crypto'
import { lockHead } from './append.ts'
import { teamsOf } from './codes.ts'
import { dataFolderOf } from './dataFolder.ts'
import { differencesOf, keyOfLine, LogFold, type LogLine } from './logFold.ts'
import { makeLog } from './log.ts'
import { keptOf, linkAgain, writeRows, type FoundRow, type Kept } from './rows.ts'
import { secretsIn } from './secrets.ts'
import { migrate } from './sql/migrate.ts'
import { openDatabase } from './sql/open.ts'
import type { Sql, Transaction } from './sql/sql.ts'

/** A row that was not the fold of its log: no word of what is in it. */
export interface Difference {
  record: string
  id: string
  /** Names of fields, or what else differed. */
  what: string[]
}

/** What a look at every row found. */
export interface Refolded {
  rows: number
  differences: Difference[]
}

/** Rows made again under one lock of the team: a tenth of a second, in which laptops wait. */
const atOnce = 500

/** A row's name in the log and in the table of rows. */
interface Name {
  record: string
  id: string
}

/**
 * Makes a team's rows again from its log and says what differed, while the server goes on serving. Where something differed, every
 * laptop loads afresh: it may have been told the wrong row. @param mend false only looks @param progress told how many are done
 */
export async function refold(sql: Sql, team: string, mend: boolean, progress: (rows: number) => void = () => {}): Promise<Refolded> {
  const differences: Difference[] = []
  let rows = 0
  for (const sessions of [true, false]) {
    let after: Name | null = null
    for (;;) {
      const names: Name[] = await sql.transaction({ team, as: 'owner' }, (tx) => namesAfter(tx, team, sessions, after))
      differences.push(...(await sql.transaction({ team, as: 'owner' }, (tx) => refoldSome(tx, team, names, mend))))
      rows += names.length
      progress(rows)
      after = names.at(-1) ?? null
      if (names.length < atOnce) break
    }
  }
  if (mend && differences.length > 0) await sql.transaction({ team, as: 'owner' }, (tx) => startAfresh(tx, team))
  return { rows, differences }
}

/** The next names, of sessions first: where a row belongs depends on its session. */
function namesAfter(tx: Transaction, team: string, sessions: boolean, after: Name | null): Promise<Name[]> {
  const which = sessions ? `= 'session'` : `<> 'session'`
  return tx.query<Name>(
    `select record, id from (select record, row_id as id from change_log where team = $1 and record ${which}
       union select record, id from record_row where team = $1 and record ${which}) n
     where $2::text is null or (record, id) > ($2::text, $3::uuid) order by record, id limit ${atOnce}`,
    [team, after?.record ?? null, after?.id ?? null],
  )
}

/** Makes these rows again. The team's lock keeps out what would be folded into them meanwhile. */
async function refoldSome(tx: Transaction, team: string, names: readonly Name[], mend: boolean): Promise<Difference[]> {
  if (names.length === 0) return []
  const head = await lockHead(tx, team)
  const kept = await readKept(tx, team, names)
  const made = await makeFromLog(tx, team, names)
  const wrong = names.flatMap((name) => {
    const what = differencesOf(made.row(keyOfLine(name)), kept.get(keyOfLine(name)))
    return what.length > 0 ? [{ ...name, what }] : []
  })
  if (mend) await mendRows(tx, team, wrong, (name) => made.row(keyOfLine(name)), head.revision)
  return wrong
}

async function readKept(tx: Transaction, team: string, names: readonly Name[]): Promise<Map<string, Kept>> {
  const found = await tx.query<FoundRow & Name>(
    `select r.record, r.id, r.body, r.revision, r.linked, r.group_id, r.session_id, r.person_id, r.day from record_row r
     join unnest($2::text[], $3::uuid[]) as w(record, id) on r.record = w.record and r.id = w.id where r.team = $1`,
    [team, names.map((name) => name.record), names.map((name) => name.id)],
  )
  return new Map(found.map((one) => [keyOfLine(one), keptOf(one)]))
}

/** Folds the log of these rows, and of the sessions that they hang on. */
async function makeFromLog(tx: Transaction, team: string, names: readonly Name[]): Promise<LogFold> {
  const lines = await linesOf(tx, team, names)
  const sessions = [...new Set(lines.flatMap(({ body: { fields } }) => [fields['sessionId'], fields['aboutId']]))]
  const hungOn = sessions.filter((id): id is string => typeof id === 'string').map((id) => ({ record: 'session', id }))
  const own = new Set(names.map(keyOfLine))
  const made = new LogFold()
  for (const line of await linesOf(
    tx,
    team,
    hungOn.filter((name) => !own.has(keyOfLine(name))),
  ))
    made.add(line)
  for (const line of lines) made.add(line)
  return made
}

function linesOf(tx: Transaction, team: string, names: readonly Name[]): Promise<LogLine[]> {
  return tx.query<LogLine>(
    `select l.record, l.row_id, l.revision, l.effective, l.body from change_log l
     join unnest($2::text[], $3::uuid[]) as w(record, id) on l.record = w.record and l.row_id = w.id
     where l.team = $1 order by l.revision`,
    [team, names.map((name) => name.record), names.map((name) => name.id)],
  )
}

async function mendRows(
  tx: Transaction,
  team: string,
  wrong: readonly Difference[],
  made: (name: Name) => Kept | undefined,
  revision: number,
): Promise<void> {
  const right = wrong.flatMap((one) => made(one) ?? []).map((one) => ({ ...one, linked: revision }))
  const stray = wrong.filter((one) => made(one) === undefined)
  if (right.length > 0) await writeRows(tx, team, right)
  for (const { record, id } of stray) await tx.query('delete from record_row where team = $1 and record = $2 and id = $3', [team, record, id])
}

/** What is worked out from rows is worked out again, and a new epoch sends every laptop to load (SPEC SY17). */
async function startAfresh(tx: Transaction, team: string): Promise<void> {
  await tx.query('delete from person_link where team = $1', [team])
  await linkAgain(tx, team)
  await tx.query(`update meta set value = $1 where key = 'epoch'`, [randomUUID()])
}

const usage = `npm run refold              makes the rows again from the log, beside a running server, and says what differed
npm run refold -- --check   only says what differs`

/** `npm run refold`. */
async function main(env: NodeJS.ProcessEnv, words: string[]): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  if (words.some((word) => word !== '--check')) return say(usage)
  const mend = words.length === 0
  const folder = dataFolderOf(env)
  const { databasePassword: password } = await secretsIn(folder)
  const sql = await openDatabase({ env, folder, password, say, log: makeLog('warn'), beside: true })
  try {
    await migrate(sql)
    for (const team of await teamsOf(sql))
      sayOf(
        say,
        mend,
        await refold(sql, team, mend, (rows) => {
          if (rows % 10_000 === 0) say(`${rows} rows …`)
        }),
      )
  } finally {
    await sql.close()
  }
}

function sayOf(say: (line: string) => void, mend: boolean, { rows, differences }: Refolded): void {
  for (const { record, id, what } of differences) say(`${record} ${id}: ${what.join(', ')}`)
  if (differences.length === 0) return say(`${rows} rows, each as the log says.`)
  say(
    mend
      ? `${rows} rows, ${differences.length} made again. Every laptop loads afresh at its next exchange; nothing that it has yet to send is lost.`
      : `${rows} rows, ${differences.length} differ. Run \`npm run refold\` to make them again.`,
  )
}

if (import.meta.main) {
  main(process.env, process.argv.slice(2)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
}
