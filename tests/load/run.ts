import { rmSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeAsServer } from '../../src/server/ownWriting.ts'
import { chanceFrom } from '../../src/server/sample/random.ts'
import { accountForDatabase } from '../../src/server/sql/embedded/account.ts'
import { homeOf } from '../../src/server/sql/embedded/home.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { must } from '../../src/shared/std/assert.ts'
import { faultsIn } from './check.ts'
import { changesOf, inventCrowd } from './crowd.ts'
import { measureFloor } from './floor.ts'
import { LoadLaptop } from './laptop.ts'
import { optionsFrom, type LoadOptions } from './options.ts'
import { missed, tell, type Figures } from './report.ts'
import { since, spentNow, type Spent } from './spent.ts'
import { openLoadSurgery, type LoadSurgery } from './surgery.ts'

/**
 * `npm run load`: a crowd of laptops comes back to one surgery. Prints what it took beside the floor of the same run, and
 * exits 1 when a bar is missed or anything was lost, doubled or left out.
 */
const words = process.argv.slice(process.argv.findIndex((word) => /load.run\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const options = optionsFrom(words)
if (options) await run(options)

async function run(load: LoadOptions): Promise<void> {
  const folder = resolve('node_modules/.cache/gather-load', `run-${process.pid}`)
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755) // run as root, the database's own user must get in
  const ours = [folder]
  process.once('exit', () => {
    for (const one of ours) rmSync(one, { recursive: true, force: true, maxRetries: 3 })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130)) // server and folder go at "exit"
  const surgery = await openLoadSurgery(join(folder, 'server'))
  ours.push(await homeOf(accountForDatabase(), join(folder, 'server'))) // run as root its database lies elsewhere: half a gigabyte
  try {
    const figures = await measure(surgery, load)
    process.stdout.write(`${tell(load, figures)}\n`)
    if (missed(load, figures).length > 0) process.exitCode = 1
  } finally {
    await surgery.close()
  }
}

async function measure(surgery: LoadSurgery, load: LoadOptions): Promise<Figures> {
  const statuses = new Map<number, number>()
  const sql = await surgery.database()
  const laptops = await gather(surgery, sql, load, statuses)
  const batches = laptops.map((laptop) => laptop.changes)
  const floors = [await measureFloor(sql, batches)]
  await sql.close() // a database that is killed would break it
  statuses.clear()
  const processes = await surgery.processes()
  const before = spentNow(processes)
  const began = performance.now()
  let ended = began
  let spent: Spent | null = null
  let left = laptops.length
  await comeIn(surgery, laptops, load, () => {
    ended = performance.now()
    if (--left === 0 && !load.kill) spent = since(before, spentNow(processes))
  })
  const memory = await surgery.memory()
  const after = await surgery.database()
  floors.push(await measureFloor(after, batches))
  const faults = await faultsIn(after, surgery.team, batches.flat())
  await after.close()
  return { seen: laptops.map((laptop) => laptop.seen), wholeMs: ended - began, floorMs: Math.min(...floors), statuses, memory, spent, faults }
}

/** Makes the team, lets every laptop join, and gives each its changes. */
async function gather(surgery: LoadSurgery, sql: Sql, load: LoadOptions, statuses: Map<number, number>): Promise<LoadLaptop[]> {
  const { team, lead } = surgery
  const crowd = inventCrowd({ team, devices: load.devices, nowMs: Date.now(), seed: 1 })
  await sql.transaction({ team }, (tx) => writeAsServer(tx, team, lead, 'load', crowd.drafts, Date.now()))
  const counting: typeof fetch = async (...asked) => {
    const answer = await fetch(...asked)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    return answer
  }
  const laptops: LoadLaptop[] = []
  for (const [place, owner] of crowd.owners.entries()) {
    const joined = await surgery.join(sql, owner.colleague)
    const laptop = new LoadLaptop(joined, surgery.address, (where, init) => counting(where, init), chanceFrom(place + 1))
    laptop.changes = changesOf({ team, device: joined.device, owner }, crowd, load.changes, Date.now(), place + 1)
    laptops.push(laptop)
  }
  const [head] = await sql.transaction({ team }, (tx) =>
    tx.query<{ revision: number; chain: string }>('select revision, chain from team_head where team = $1', [team]),
  )
  for (const laptop of laptops) await laptop.arrive(must(head, 'team head'))
  return laptops
}

/** All of them send. @param onSent told whenever one has an answer to everything it brought */
async function comeIn(surgery: LoadSurgery, laptops: readonly LoadLaptop[], load: LoadOptions, onSent: () => void): Promise<void> {
  let sent = 0
  let killing: Promise<void> | null = null
  const count = () => {
    onSent()
    if (++sent >= laptops.length / 2 && load.kill) killing ??= load.kill === 'server' ? surgery.killServer() : surgery.killPostgres()
  }
  await Promise.all(
    laptops.map(async (laptop, place) => {
      await new Promise((resolve) => {
        setTimeout(resolve, (load.over * 1000 * place) / laptops.length)
      })
      await laptop.bring(count)
    }),
  )
  await killing
}
