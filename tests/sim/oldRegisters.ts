import type { HeldRow } from '../../src/renderer/data/memory.ts'
import { takeLeaving } from '../../src/renderer/data/outOfTime.ts'
import { keyFrom } from '../../src/renderer/data/storedKey.ts'
import type { DatedDraft } from '../../src/server/ownWriting.ts'
import { keyOf } from '../../src/shared/changes/row.ts'
import { addDays } from '../../src/shared/std/dates.ts'
import { sessionIdOf } from '../../src/shared/std/ids.ts'
import { idFor } from '../support/builders.ts'
import { faults } from './faults.ts'
import type { Random } from './random.ts'
import type { SimLaptop } from './simLaptop.ts'
import type { SimServer } from './simServer.ts'
import { as } from './versions.ts'

/** Days before the first: soon out of a facilitator's year, or out of the three of the others. */
const daysBefore = [361, 340, 1094, 1070]
const guest = idFor('somebody who came once')

/** Registers that fall out of the laptops' time while the schedule goes on, and are written about till then: by a chance of its own. */
export class OldRegisters {
  private readonly random: Random
  private readonly group: string
  private readonly dates: readonly string[]
  private readonly sessions: ReadonlySet<string>

  constructor(random: Random, group: string, date: string) {
    this.random = random
    this.group = group
    this.dates = daysBefore.map((days) => addDays(date, -days))
    this.sessions = new Set(this.dates.map((one) => sessionIdOf(group, one, 1)))
  }

  drafts(byId: string): DatedDraft[] {
    const ofSession = (date: string): DatedDraft[] => {
      const sessionId = sessionIdOf(this.group, date, 1)
      const signIn = { sessionId, personId: guest, arrivedAt: `${date}T09:30:00Z`, how: 'facilitator' as const, byId }
      return [
        { record: 'session', row: sessionId, fields: { groupId: this.group, date, slot: 1 } },
        { record: 'signIn', row: idFor(`old ${date}`), fields: signIn },
      ]
    }
    return [{ record: 'person', row: guest, fields: { givenName: 'Guest' } }, ...this.dates.flatMap(ofSession)]
  }

  /**
   * Now and then somebody writes about one of them, a backup is made, or a laptop has a quiet moment.
   * @param backUp it is the one that is restored from then on
   */
  async step(laptops: readonly SimLaptop[], backUp: () => Promise<void>): Promise<void> {
    const laptop = this.random.pick(laptops)
    const kind = this.random.below(100)
    if (kind < 8) await this.write(laptop)
    else if (kind < 13) await backUp()
    else if (kind < 45) await this.letGo(laptop)
  }

  private async write(laptop: SimLaptop): Promise<void> {
    const here = [...this.sessions].filter((id) => laptop.store.memory.row(keyOf('session', id)))
    if (here.length > 0) await laptop.act('addNote', { aboutId: this.random.pick(here), text: 'Found a glove' })
  }

  private async letGo(laptop: SimLaptop): Promise<void> {
    const before = await keysOf(laptop)
    await as(laptop.version, () => takeLeaving(laptop.store, async () => true))
    const after = await keysOf(laptop)
    if (after.size < before.size) faults.fellOut++
    this.checkWaiting(laptop, after)
  }

  /** SY49: what waits is there still. */
  private checkWaiting({ store }: SimLaptop, keys: ReadonlySet<string>): void {
    for (const [key, own] of store.own) {
      const about = own.flatMap(({ entry, change }) => (entry.closed ? [] : [String(change.fields['aboutId'])])).find((id) => this.sessions.has(id))
      if (about === undefined) continue
      if (!keys.has(key)) throw new Error('what is unsent or held fell out of time')
    }
  }

  /** Whether the server may not tell of this row any more though a laptop has it for a fortnight yet. */
  isOld({ key, view }: HeldRow): boolean {
    const hangsOn = String(view?.fields['sessionId'] ?? view?.fields['aboutId'] ?? key.slice(key.indexOf('/') + 1))
    return this.sessions.has(hangsOn)
  }

  /** In the end, a fortnight after a backup, each laptop has what a new one of its colleague would load of them. */
  async check(server: SimServer, laptops: readonly SimLaptop[], daysPass: (days: number) => void): Promise<void> {
    daysPass(40) // the last of them has fallen out
    for (let times = 0; times < 6; times++) {
      await server.backup()
      for (const laptop of laptops) await laptop.exchange(laptop.link())
      for (const laptop of laptops) {
        if (times < 3 && laptop.store.state.leaving) await this.write(laptop) // just before it would have left: it waits for the next round
        await this.letGo(laptop)
      }
      daysPass(15)
    }
    for (const laptop of laptops) {
      const told = await server.keysFor(laptop.joined.token)
      const has = await keysOf(laptop)
      for (const key of [keyOf('person', guest), ...[...this.sessions].map((id) => keyOf('session', id))])
        if (has.has(key) && !told.has(key)) throw new Error(`${key} fell out of the time of a ${laptop.store.role()} and is there still`)
    }
  }
}

async function keysOf({ store }: SimLaptop): Promise<Set<string>> {
  return new Set((await store.db.rows.toCollection().primaryKeys()).map(keyFrom))
}
