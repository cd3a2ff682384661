import { join, resolve } from 'node:path'
import databaseForRun from '../e2e/rig/database.ts'
import type { HostName } from '../e2e/rig/rig.ts'
import { killAll } from '../e2e/rig/processes.ts'
import { members } from '../e2e/steps/names.ts'
import { ticked } from '../e2e/steps/register.ts'
import { randomFrom, type Random } from '../sim/random.ts'
import { makeDrive, type Drive } from './drive/drive.ts'
import type { Damage } from './drive/volatileDisk.ts'
import { hostsHere, readOptions } from './options.ts'
import { amiss, goToPark, openAtRegister, outcomeOf, typeIn, type Amiss, type Park } from './park.ts'
import { Tally } from './tally.ts'
import { withoutFlushes } from './withoutFlushes.ts'

/**
 * `npm run powercut -- --cuts N [--seed S] [--broken]`: the app on a drive that keeps what was not flushed apart. People are signed in,
 * the power goes, between two flushes or within one, and of what was not flushed some sectors are there, some not, some in
 * half. Then the system looks its file system over and the app opens: every tick that was drawn must be there exactly once.
 * `--broken` runs a copy of the app whose flushes are switched off, and fails unless that loses.
 */
const { rounds, seed, broken } = readOptions(process.argv.slice(2), 50)
/** Room for the app, what it keeps and its reserve. */
const driveMiB = 256
/** The power goes at most so long after the last Enter: before, while and after the tick is drawn. Milliseconds. */
const latestCutMs = 60
const stopDatabase = await databaseForRun()
const tally = new Tally()
let within = 0

if (broken) await useBrokenApp()
try {
  for (const host of hostsHere()) await onOneHost(host)
} finally {
  await stopDatabase()
}
const held = tally.say(`, ${within} of the cuts within a flush${broken ? ', with flushes switched off' : ''}`)
if (broken) console.log(held ? 'the control lost nothing: the rig proves nothing' : 'the control lost, as it must')
process.exitCode = held !== broken ? 0 : 1

async function useBrokenApp(): Promise<void> {
  const app = await withoutFlushes(resolve('out'))
  process.env['GATHER_WEB_ROOT'] = join(app, 'renderer')
  const { GATHER_ELECTRON_APP } = process.env
  if (GATHER_ELECTRON_APP?.endsWith('electron22')) process.env['GATHER_ELECTRON_APP'] = await withoutFlushes(GATHER_ELECTRON_APP)
}

async function onOneHost(host: HostName): Promise<void> {
  const drive = await makeDrive(driveMiB)
  await drive.start(512)
  const park = await goToPark(host, drive.folder)
  try {
    await cutsOn(park, drive, host)
  } finally {
    await park.close()
    await drive.remove()
  }
}

async function cutsOn(park: Park, drive: Drive, host: HostName): Promise<void> {
  await drive.stop()
  await drive.keepImage()
  for (let number = 1 + hostsHere().indexOf(host); number <= rounds; number += hostsHere().length) {
    const random = randomFrom(seed * 1000 + number)
    const drawn = new Set<string>()
    const note = { text: 'no cut' }
    const wrong = await oneCut(park, drive, drawn, random, note).catch((error: unknown) => String(error).split('\n')[0]!)
    tally.round(number, host, drawn.size, wrong, note.text)
    await putAway(park, drive)
  }
}

/** The laptop as it was before the first cut. */
async function putAway({ laptop }: Park, drive: Drive): Promise<void> {
  await killAll(laptop.folder)
  await drive.stop().catch(() => {})
  await drive.goBack()
}

async function oneCut(park: Park, drive: Drive, drawn: Set<string>, random: Random, note: { text: string }): Promise<Amiss> {
  const sectorBytes = random.pick([512, 4096])
  await drive.start(sectorBytes)
  await openAtRegister(park.laptop)
  const people = [...members].sort(() => random.next() - 0.5)
  for (const one of people.splice(0, 1 + random.below(4))) {
    await typeIn(park.laptop, one)
    if ((await outcomeOf(park.laptop, one)) === 'drawn') drawn.add(one.name)
  }
  const damage = await cut(park, drive, people[0]!, drawn, random, sectorBytes)
  note.text = damage
  await drive.start(sectorBytes)
  await openAtRegister(park.laptop)
  return amiss(park.laptop, drawn)
}

/** Signs one more in, and cuts the power meanwhile. @returns what happened, in words */
async function cut(
  { laptop }: Park,
  drive: Drive,
  one: (typeof members)[number],
  drawn: Set<string>,
  random: Random,
  sectorBytes: number,
): Promise<string> {
  const inFlush = random.chance(50)
  const { dark } = inFlush ? await drive.cutInFlush(random.below(4)) : { dark: Promise.resolve() }
  await typeIn(laptop, one)
  if (inFlush) await Promise.race([dark, laptop.page.waitForTimeout(3000)]) // without a flush in time it is an ordinary cut
  else await laptop.page.waitForTimeout(random.below(latestCutMs))
  await drive.cutNow()
  for (const name of await ticked(laptop.page)) drawn.add(name) // nothing was flushed since, so all of them must be there
  const killed = laptop.kill()
  killed.catch(() => {})
  const damage: Damage = await drive.settle(random.below(2 ** 31), sectorBytes)
  await killed
  if (inFlush) within++
  return `cut ${inFlush ? 'within a flush' : 'between flushes'}, sectors of ${sectorBytes}: ${damage.kept} kept, ${damage.dropped} dropped, ${damage.torn} torn`
}
