import type { DatedDraft } from '../../src/server/ownWriting.ts'
import { membershipIdOf } from '../../src/shared/std/ids.ts'
import { keyFrom } from '../../src/renderer/data/storedKey.ts'
import { faults } from './faults.ts'
import type { Random } from './random.ts'
import type { SimLaptop } from './simLaptop.ts'
import type { SimServer } from './simServer.ts'

/** Stands in everything that is written of who leaves. */
const canary = 'Zebedee Quillfeather'

/** Somebody whom everybody writes about until, some time, a lead erases them, while others go on writing: by a chance of its own. */
export class Erasing {
  readonly personId: string
  private readonly random: Random
  private readonly group: string

  constructor(random: Random, personId: string, group: string) {
    this.random = random
    this.personId = personId
    this.group = group
  }

  /** What the team has of them before anybody writes. */
  drafts(): DatedDraft[] {
    const { personId, group: groupId } = this
    return [
      { record: 'person', row: personId, fields: { givenName: canary, phone: '01632 960123' } },
      { record: 'membership', row: membershipIdOf(groupId, personId), fields: { groupId, personId, since: '2024-01-01' } },
    ]
  }

  /** One step in six somebody writes of them; now and then a lead erases them. */
  async step(laptops: readonly SimLaptop[], date: string): Promise<void> {
    if (!this.random.chance(16)) return
    const laptop = this.random.pick(laptops)
    const { personId } = this
    const kind = this.random.below(100)
    if (kind < 14 && laptop.store.role() === 'lead') {
      if (await laptop.act('erasePerson', { personId, joinedIds: [], why: 'asked', keptUntil: null })) faults.erased++
    } else if (kind < 50) await laptop.act('addNote', { aboutId: personId, text: `${canary} was here` })
    else if (kind < 75) await laptop.act('signInPerson', { session: { groupId: this.group, date, slot: 1 }, personId })
    else await laptop.act('editPerson', { personId, fields: { familyName: `${canary} ${this.random.below(1000)}` } })
  }

  /** Of a sign-in that waits on hold: its row does not say whose it is. */
  private async keepsAReason(server: SimServer): Promise<boolean> {
    const held = (await server.heldBodies()).filter((body) => body.includes(this.personId))
    const nameless = (await server.rows()).filter(({ record, fields }) => record === 'signIn' && !fields['personId'])
    const theirs = nameless.filter(({ id }) => held.some((body) => body.includes(id)))
    return theirs.some(({ fields }) => typeof fields['voidedBecause'] === 'string' && fields['voidedBecause'] !== 'erased')
  }

  /** SY40, SY42: once the server has the stub, no word of them is anywhere; their sign-ins are there still. */
  async check(server: SimServer, laptops: readonly SimLaptop[]): Promise<void> {
    const everywhere = JSON.stringify([await server.log(), await server.rows(), await server.heldBodies()])
    const isErased = (await server.rows()).some((row) => row.record === 'erasure')
    if (!isErased) return
    if (everywhere.includes(canary)) throw new Error('a word of who was erased is left at the server')
    if (await this.keepsAReason(server)) throw new Error('why a sign-in of who was erased was taken back is left at the server')
    for (const laptop of laptops)
      if ((await openedOn(laptop)).includes(canary)) throw new Error(`a word of who was erased is left with ${laptop.store.role()}`)
    const signIns = (await server.log()).filter(({ body }) => isSignInOf(body, this.personId)).length
    const rows = (await server.rows()).filter((row) => row.record === 'signIn' && row.fields['personId'] === this.personId).length
    if (rows !== signIns) throw new Error(`${signIns} sign-ins of who was erased were written, and ${rows} are there`)
    faults.erasedEverywhere++
  }
}

function isSignInOf(body: unknown, person: string): boolean {
  const { record, fields } = body as { record: string; fields: Record<string, unknown> }
  return record === 'signIn' && fields['personId'] === person
}

/** Everything on a laptop, its seals opened. */
async function openedOn({ store, journalFrames }: SimLaptop): Promise<string> {
  const { rows, journal } = store.opened
  const opened: unknown[] = []
  for (const { key, box } of await store.db.rows.toArray()) opened.push(await rows.open(`row/${keyFrom(key)}`, box))
  for (const { sequence, box } of await store.db.changes.toArray()) opened.push(await rows.open(`change/${sequence}`, box))
  for (const { frame, firstSequence, lastSequence } of journalFrames) opened.push(await journal.open(`${firstSequence}-${lastSequence}`, frame))
  return JSON.stringify(opened)
}
