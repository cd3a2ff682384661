import { fork } from 'node:child_process'
import { v7 } from 'uuid'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { results } from '../world/results.ts'
import { threeYears } from '../world/threeYears.ts'
import { comeIn, gather } from './gather.ts'
import { countyOptionsFrom, type CountyOptions } from './countyOptions.ts'
import { asked, worst, type Took } from './countyReports.ts'
import { withLoadSurgery, type LoadSurgery } from './surgery.ts'

/** How many teams are copied in one statement. */
const atOnce = 10

/** Bars of issue 12, line 4. Milliseconds. */
const bars = { alone: 300, meanwhile: 2000 }

/**
 * `npm run load:county` (issue 12): many teams of three years in one PostgreSQL, and the reports of one of them while laptops exchange. The rows
 * of the others are copies of its own: their logs, which no report reads, are not there. Exits 1 when a bar is missed.
 */
const words = process.argv.slice(process.argv.findIndex((word) => /load.county\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const options = countyOptionsFrom(words)
if (options) await withLoadSurgery((surgery, folder) => run(surgery, folder, options))

function say(line: string): void {
  process.stdout.write(`${new Date().toTimeString().slice(0, 8)} ${line}\n`)
}

async function run(surgery: LoadSurgery, folder: string, county: CountyOptions): Promise<void> {
  const sql = await surgery.database()
  say(`writing a team of ${county.people} people …`)
  await writeTeam(sql, surgery, county.people)
  say('its reports, alone in the database …')
  const first = await asks(folder, surgery.team, () => asked.length * 3)
  say(`copying it ${county.teams - 1} times …`)
  await copyTeam(sql, surgery.team, county.teams - 1, (done) => say(`  ${done} of ${county.teams - 1}`))
  const [size = { rows: 0, bytes: 0 }] = await sql.transaction({ team: null, as: 'owner' }, (tx) =>
    tx.query<{ rows: number; bytes: number }>(
      `select reltuples::float8 as rows, pg_total_relation_size(oid)::float8 as bytes from pg_class where relname = 'record_row'`,
    ),
  )
  say(`its reports among ${Math.round(size.rows).toLocaleString('en-GB')} rows (${Math.round(size.bytes / 1e9)} GB) …`)
  const among = await asks(folder, surgery.team, () => asked.length * 3)
  const laptops = await gather(surgery, sql, county, new Map())
  say(`its reports while ${county.devices} laptops exchange …`)
  let left = laptops.length
  const exchanging = comeIn(surgery, laptops, { over: county.over, kill: null }, () => left--)
  const meanwhile = await asks(folder, surgery.team, () => (left > 0 ? Infinity : 0))
  await exchanging
  await sql.close()
  tell(first, among, meanwhile)
}

/** Half of the people are of one made-up world and half of the other: together they have everything that a report reads. */
async function writeTeam(sql: Sql, { team, lead }: LoadSurgery, people: number): Promise<void> {
  for (const known of [threeYears({ people: Math.ceil(people / 2), seed: 5, timesEach: 6 }).known, results(Math.floor(people / 2))]) {
    const drafts = Object.entries(known).flatMap(([record, all]) => all.map(({ id, ...fields }) => ({ record, row: id, fields })))
    for (let from = 0; from < drafts.length; from += 1000)
      await sql.transaction({ team }, (tx) => writeAsServer(tx, team, lead, 'load', drafts.slice(from, from + 1000) as never, Date.now()))
  }
  await sql.transaction({ team: null, as: 'owner' }, (tx) => tx.script('analyze record_row'))
}

/** The same rows for other teams. Indexes are made again afterwards: kept meanwhile, they would take hours. */
async function copyTeam(sql: Sql, team: string, copies: number, onDone: (done: number) => void): Promise<void> {
  const owner = { team: null, as: 'owner' } as const
  const indexes = await sql.transaction(owner, (tx) =>
    tx.query<{ name: string; made: string }>(
      `select indexname as name, indexdef as made from pg_indexes where tablename = 'record_row' and indexname <> 'record_row_pkey'`,
    ),
  )
  for (const { name } of indexes) await sql.transaction(owner, (tx) => tx.script(`drop index ${name}`))
  for (let done = 0; done < copies; done += atOnce) {
    const teams = Array.from({ length: Math.min(atOnce, copies - done) }, () => v7())
    await sql.transaction(owner, (tx) =>
      tx.query(
        `insert into record_row (team, record, id, body, revision, linked, group_id, session_id, person_id, day)
         select other, record, id, body, revision, linked, group_id, session_id, person_id, day
         from record_row, unnest($2::uuid[]) as other where team = $1 order by other, record, id`,
        [team, teams],
      ),
    )
    onDone(Math.min(copies, done + atOnce))
  }
  for (const { made } of indexes) await sql.transaction(owner, (tx) => tx.script(`set local maintenance_work_mem = '1GB'; ${made}`))
  await sql.transaction(owner, (tx) => tx.script('analyze record_row'))
}

/** Has another process ask reports one after the other, as whoever looks after the server does. @param most told before each: how many at most */
function asks(folder: string, team: string, most: () => number): Promise<Took[]> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./countyReports.ts', import.meta.url), [folder, team])
    const took: Took[] = []
    child.on('message', (one: Took | 'ready') => {
      if (one !== 'ready') took.push(one)
      child.send(took.length < Math.max(most(), asked.length) ? asked[took.length % asked.length]! : 'enough')
    })
    child.once('exit', (code) => (code === 0 ? resolve(took) : reject(new Error(`the reports ended (${code})`))))
  })
}

function tell(first: readonly Took[], among: readonly Took[], meanwhile: readonly Took[]): void {
  for (const { name, params } of asked) {
    const each = [first, among, meanwhile].map((all) =>
      all.filter((one) => one.name === name && JSON.stringify(one.params) === JSON.stringify(params)),
    )
    const told = each.map((all) => all.map((one) => Math.round(one.ms)).join(' '))
    process.stdout.write(`${name} ${JSON.stringify(params)}\n  alone ${told[0]}   among others ${told[1]}   while they exchange ${told[2]} ms\n`)
  }
  const missed = [
    ...(worst(first) > bars.alone ? [`alone ${Math.round(worst(first))} ms, ${bars.alone} are the limit`] : []),
    ...(worst(meanwhile) > bars.meanwhile ? [`while laptops exchange ${Math.round(worst(meanwhile))} ms, ${bars.meanwhile} are the limit`] : []),
  ]
  process.stdout.write(missed.length === 0 ? 'Every bar was kept.\n' : `Missed: ${missed.join('; ')}\n`)
  if (missed.length > 0) process.exitCode = 1
}
