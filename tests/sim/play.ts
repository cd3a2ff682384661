import type { Sql } from '../../src/server/sql/sql.ts'
import { check } from './check.ts'
import { idsFrom, randomFrom } from './random.ts'
import { World } from './world.ts'

/**
 * Plays one schedule. Throws, with the seed in its message, when anything was lost, doubled or differs.
 * @param erasing whether somebody is erased, by a third @param old whether registers fall out of the laptops' time, by a fourth
 * @param besides whether more happens than the schedule's own chance says @param cases whether cases are worked on, by another chance
 */
export async function play(sql: Sql, seed: number, besides = true, cases = true, erasing = true, old = true): Promise<void> {
  const random = randomFrom(seed)
  const world = new World(
    sql,
    random,
    idsFrom(seed),
    besides ? randomFrom(seed ^ 0xbe51de5) : null,
    cases ? randomFrom(seed ^ 0xca5e5) : null,
    erasing ? randomFrom(seed ^ 0xe4a5e) : null,
    old ? randomFrom(seed ^ 0x01dde) : null,
  )
  try {
    await world.begin()
    for (let step = 20 + random.below(40); step > 0; step--) await world.step()
    await world.heal()
    await check(world.server, world.laptops, world.isOld)
    await world.checkCases()
    await world.checkErasing()
    await world.checkOld()
    await world.countOutcomes()
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  } finally {
    await world.end()
  }
}
