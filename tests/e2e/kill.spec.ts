import { randomFrom } from '../sim/random.ts'
import { expect, test } from './fixtures.ts'
import { knows } from './steps/known.ts'
import { members } from './steps/names.ts'
import { here, openRegister, search, ticked } from './steps/register.ts'
import { join, status, unlock } from './steps/team.ts'

const seed = Number(process.env['GATHER_SEED'] ?? 1)
const kills = Number(process.env['GATHER_KILLS'] ?? 4)
/** A kill comes at most so long after Enter: before, while and after the tick is drawn. Milliseconds. */
const latestKillMs = 60

test.use({ wholeBrowser: true })

test(`every tick that was drawn outlives SIGKILL (seed ${seed})`, async ({ host, surgery, openLaptop }) => {
  const rounds = host === 'package' ? Math.min(kills, 5) : kills // the package runs the same code as the desktop app
  test.setTimeout(60_000 + rounds * 20_000)
  const laptop = await openLaptop()
  await knows(surgery, { name: 'Walk and Talk', place: 'Riversley Park', counts: true, members })
  await join(laptop, surgery.firstCode, 'Laptop')
  await status(laptop.page, 'Everything is at the surgery') // and fetched
  await laptop.network(false)
  await openRegister(laptop.page, 'Walk and Talk')
  const random = randomFrom(seed)
  const drawn = new Set<string>()
  let between = 0
  const survived = { type: 'kills', description: '0 kills' } // read by tests/rigs/kills.ts
  test.info().annotations.push(survived)
  for (let round = 0; round < rounds; round++) {
    for (const name of await ticked(laptop.page)) drawn.add(name)
    const one = members[(round * 3 + Math.floor((round * 3) / members.length)) % members.length]!
    await laptop.page.keyboard.type(`${one.given} ${one.family}`)
    await laptop.page.keyboard.press('Enter')
    await laptop.page.waitForTimeout(random.below(latestKillMs))
    const seen = await ticked(laptop.page)
    await laptop.kill()
    for (const name of seen) drawn.add(name)
    if (!seen.includes(one.name)) between++
    await laptop.reopen()
    await unlock(laptop.page)
    await expect(search(laptop.page), 'the app is back at that register').toBeFocused()
    for (const name of drawn) await expect(here(laptop.page).getByText(name, { exact: true }), `${name} was ticked before the kill`).toBeVisible()
    survived.description = `${round + 1} kills, ${between} between key and tick, ${drawn.size} ticks kept`
  }
  expect(drawn.size).toBeGreaterThan(0)
})
