import { faultsIn } from './check.ts'
import { measureFloor } from './floor.ts'
import { comeIn, gather } from './gather.ts'
import { optionsFrom, type LoadOptions } from './options.ts'
import { missed, tell, type Figures } from './report.ts'
import { since, spentNow, type Spent } from './spent.ts'
import { withLoadSurgery, type LoadSurgery } from './surgery.ts'

/**
 * `npm run load`: a crowd of laptops comes back to one surgery. Prints what it took beside the floor of the same run, and
 * exits 1 when a bar is missed or anything was lost, doubled or left out.
 */
const words = process.argv.slice(process.argv.findIndex((word) => /load.run\.ts$/.test(word)) + 1) // build/node24.mjs may stand before
const options = optionsFrom(words)
if (options) await run(options)

async function run(load: LoadOptions): Promise<void> {
  await withLoadSurgery(async (surgery) => {
    const figures = await measure(surgery, load)
    process.stdout.write(`${tell(load, figures)}\n`)
    if (missed(load, figures).length > 0) process.exitCode = 1
  })
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
