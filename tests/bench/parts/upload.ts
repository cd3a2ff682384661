import type { CommandName, InputOf } from '../../../src/shared/commands/index.ts'
import type { Laptop } from '../rig/laptop.ts'
import type { CountedLine } from '../rig/line.ts'
import { sessionsNow, type InventedGroup, type InventedTeam } from '../world/team.ts'

/** What a day's sending took. */
export interface Sent {
  seconds: number
  /** On the wire, both ways, as it went: packed where it was packed. */
  kilobytes: number
}

/** Who signs in on a day, and what else is written (the day). */
export const day = { signIns: 60, newcomers: 3, counts: 3, notes: 4 } as const

/** Writes so many days while nobody answers at the surgery, and sends each when it does. */
export async function measureUploads(laptop: Laptop, team: InventedTeam, line: CountedLine, count: number): Promise<Sent[]> {
  const sent: Sent[] = []
  await laptop.page.evaluate(() => window.probe.watchStatus())
  for (const group of team.groups.filter((one) => one.daysAgo === 0).slice(-count)) {
    await line.down()
    await laptop.page.evaluate(runAll, acts(group, team))
    await line.up()
    line.reset()
    const ms = await laptop.page.evaluate(sendAll)
    sent.push({ seconds: ms / 1000, kilobytes: (line.sent() + line.received()) / 1000 })
    await laptop.page.waitForTimeout(1000)
  }
  return sent
}

interface Act {
  name: CommandName
  input: unknown
}

function acts(group: InventedGroup, team: InventedTeam): Act[] {
  const [now] = sessionsNow(team, group)
  if (!now) throw new Error(`${group.name} does not meet today`)
  const session = { groupId: now.groupId, date: now.date, slot: now.slot }
  const act = <Name extends CommandName>(name: Name, input: InputOf<Name>): Act => ({ name, input })
  const members = group.members.slice(0, day.signIns)
  const counted = members.length + day.newcomers
  return [
    ...members.map((personId) => act('signInPerson', { session, personId })),
    ...['Nora', 'Amir', 'Tess']
      .slice(0, day.newcomers)
      .map((givenName) => act('addSomeoneNew', { session, givenName, familyName: 'Fresh', phone: '01632 960001', member: true })),
    ...(['out', 'halfway', 'back'] as const)
      .slice(0, day.counts)
      .map((moment) => act('recordHeadCount', { session, moment, counted, missingIds: [] })),
    ...group.members
      .slice(0, day.notes - 1)
      .map((aboutId) => act('addNote', { aboutId, text: 'Walked the short route today and stayed for tea; asked about the allotment on Tuesdays.' })),
    act('closeSession', { session, note: 'Dry and bright. The gate by the bandstand sticks; told the park.' }),
  ]
}

async function runAll(all: Act[]): Promise<void> {
  for (const { name, input } of all) {
    const done = (await window.probe.call('run', name, input)) as { ok: boolean; reason?: string }
    if (!done.ok) throw new Error(`${name} answered "${done.reason}"`)
  }
}

/** Milliseconds from "send now" to the status that nothing waits. */
async function sendAll(): Promise<number> {
  const began = performance.now()
  void window.probe.call('sendNow')
  return (await window.probe.untilStatus('sent')) - began
}
