import databaseForRun from '../e2e/rig/database.ts'
import type { HostName } from '../e2e/rig/rig.ts'
import { killAll } from '../e2e/rig/processes.ts'
import { members, type Invented } from '../e2e/steps/names.ts'
import { randomFrom, type Random } from '../sim/random.ts'
import { makeLoopDisk, type LoopDisk } from './loopDisk.ts'
import { hostsHere, readOptions } from './options.ts'
import { amiss, goToPark, openAtRegister, outcomeOf, typeIn, type Amiss, type Park } from './park.ts'
import { Tally } from './tally.ts'

/**
 * `npm run diskfull -- --rounds N [--seed S]`: fills the disk under the open app to 0, 1, 4 or 20 MiB free, signs people in, frees
 * space, signs more in in the same session, kills the app and starts it again. Every drawn tick must be there exactly once,
 * and nobody who is signed in after space was freed may be refused.
 */
const { rounds, seed } = readOptions(process.argv.slice(2), 20)
const freeMiB = [0, 1, 4, 20]
/** Room for the app, what it keeps, its reserve of 16 MB and as much again. */
const diskMiB = 320
const stopDatabase = await databaseForRun()
const tally = new Tally()
let refusals = 0

try {
  for (const host of hostsHere()) await onOneHost(host)
} finally {
  await stopDatabase()
}
process.exitCode = tally.say(`, ${refusals} refused while it was full`) ? 0 : 1

async function onOneHost(host: HostName): Promise<void> {
  const disk = await makeLoopDisk(diskMiB)
  const park = await goToPark(host, disk.folder)
  try {
    await roundsOn(park, disk, host)
  } finally {
    await park.close()
    await disk.remove()
  }
}

async function roundsOn(park: Park, disk: LoopDisk, host: HostName): Promise<void> {
  await disk.keepImage()
  for (let number = 1 + hostsHere().indexOf(host); number <= rounds; number += hostsHere().length) {
    const random = randomFrom(seed * 1000 + number)
    const free = freeMiB[(seed + number + Math.floor(number / freeMiB.length)) % freeMiB.length]!
    const drawn = new Set<string>()
    const wrong = await oneRound(park, disk, free, drawn, random).catch((error: unknown) => String(error).split('\n')[0]!)
    tally.round(number, host, drawn.size, wrong, `${free} MiB free`)
    await killAll(park.laptop.folder)
    await disk.goBack()
  }
}

async function oneRound(park: Park, disk: LoopDisk, free: number, drawn: Set<string>, random: Random): Promise<Amiss | string> {
  const { laptop } = park
  const people = [...members].sort(() => random.next() - 0.5)
  await openAtRegister(laptop)
  if (random.chance(50)) await signIn(park, people.splice(0, 2), drawn)
  await disk.fill(free * 1024)
  const refused = await signIn(park, people.splice(0, 6 + random.below(8)), drawn)
  refusals += refused.length
  await disk.free()
  const still = await signIn(park, [...refused.slice(0, 2), ...people.splice(0, 5)], drawn)
  if (still.length > 0) return `refused after space was freed: ${still.map((one) => one.name).join(', ')}`
  const before = await amiss(laptop, drawn)
  await laptop.kill()
  await openAtRegister(laptop)
  const after = await amiss(laptop, drawn)
  return { lost: [...new Set([...before.lost, ...after.lost])], doubled: [...new Set([...before.doubled, ...after.doubled])] }
}

/** Signs people in, one after the other. @returns those whom the app refused in words */
async function signIn({ laptop }: Park, people: readonly Invented[], drawn: Set<string>): Promise<Invented[]> {
  const refused: Invented[] = []
  for (const one of people) {
    await typeIn(laptop, one)
    if ((await outcomeOf(laptop, one)) === 'drawn') drawn.add(one.name)
    else refused.push(one)
  }
  return refused
}
