import { sessionIdOf } from '../../src/shared/std/ids.ts'
import type { Sql } from '../../src/server/sql/sql.ts'
import { definitionOf } from '../../src/shared/records/index.ts'
import { attendanceOf } from '../../src/shared/rules/attendance.ts'
import type { HeldRow } from '../../src/renderer/data/memory.ts'
import { hasUnsent } from '../../src/renderer/data/wipe.ts'
import { statusInWords } from '../../src/renderer/words/statusInWords.ts'
import { words } from '../ui/words.ts'
import { badNetwork } from './badNetwork.ts'
import { CaseActs } from './caseActs.ts'
import { checkCases, checkCasesOn } from './casesCheck.ts'
import { Erasing } from './erasing.ts'
import { faults } from './faults.ts'
import { firstDrafts } from './firstDrafts.ts'
import { OldRegisters } from './oldRegisters.ts'
import type { Random } from './random.ts'
import { checkLaptop } from './check.ts'
import { watchReach } from './reachCheck.ts'
import { PowerCut, SimLaptop, type DiskCopy } from './simLaptop.ts'
import { SimServer } from './simServer.ts'

/** Clocks are wrong by this much, when they are (sync-security B11). */
const wrongClocks = [0, 0, 70_000, -90_000, 3_600_000, -86_400_000, 3 * 365 * 86_400_000, -40 * 365 * 86_400_000]
/** Long enough for everything durable to be forgotten (SPEC SY13). */
const monthMs = 31 * 86_400_000
const start = Date.parse('2026-10-22T09:00:00Z')
const date = '2026-10-22'

/** Three laptops and a server, and everything that may happen to them. */
export class World {
  readonly server: SimServer
  laptops: SimLaptop[] = []
  readonly group: string
  readonly otherGroup: string
  readonly people: string[]
  readonly linkWorker: string
  readonly facilitator: string
  readonly assignments: string[]
  private readonly random: Random
  private time = start
  private backup: string[] | null = null
  private demoted = false
  /** Backups of laptops' disks. */
  private readonly copies = new Map<SimLaptop, DiskCopy>()
  /** What happens besides, by a chance of its own: so a schedule that once failed is played as it was. Null: nothing does. */
  private readonly more: Random | null
  /** Cases are worked on besides, by another chance. Null: there are none. */
  private readonly cases: CaseActs | null
  /** Somebody is written about and erased, by a third. Null: nobody is. */
  private readonly erasing: Erasing | null
  /** Registers fall out of the laptops' time, by a fourth. Null: none does. */
  private readonly old: OldRegisters | null
  readonly isOld = (row: HeldRow) => this.old?.isOld(row) ?? false
  /** Laptops that were put back or copied and have not come through an exchange since. */
  private readonly unmet = new Set<SimLaptop>()
  private readonly revoked = new Set<SimLaptop>()

  private readonly newId: () => string

  constructor(
    sql: Sql,
    random: Random,
    newId: () => string,
    more: Random | null,
    cases: Random | null,
    erasing: Random | null = null,
    old: Random | null = null,
  ) {
    this.random = random
    this.more = more
    this.newId = newId
    this.group = newId()
    this.otherGroup = newId()
    this.people = Array.from({ length: 6 }, newId)
    this.linkWorker = newId()
    this.facilitator = newId()
    this.server = new SimServer(sql, () => this.time, newId)
    this.assignments = cases ? [newId(), newId()] : []
    this.cases = cases && this.caseActs(cases)
    this.erasing = erasing && new Erasing(erasing, newId(), this.group)
    this.old = old && new OldRegisters(old, this.group, date)
  }

  private caseActs(random: Random): CaseActs {
    const { people, group, otherGroup } = this
    return new CaseActs(random, { people, group, otherGroup, owners: [this.linkWorker, this.server.lead], date, now: () => this.time })
  }

  async begin(): Promise<void> {
    this.server.version = this.random.chance(40) ? 'next' : 'this'
    await this.server.begin([...firstDrafts(this), ...(this.erasing?.drafts() ?? []), ...(this.old?.drafts(this.server.lead) ?? [])])
    const who = [
      { colleague: this.server.lead, role: 'lead' as const },
      { colleague: this.linkWorker, role: 'linkWorker' as const },
      { colleague: this.facilitator, role: 'facilitator' as const },
    ]
    for (const one of who) {
      const joined = await this.server.join(one.colleague, 'Laptop')
      const laptop = new SimLaptop(this.server, { ...joined, ...one }, () => this.time, this.newId)
      laptop.version = this.random.chance(30) ? 'next' : 'this'
      await laptop.open()
      await laptop.exchange(laptop.link())
      this.laptops.push(laptop)
      this.copies.set(laptop, await laptop.copy())
    }
    this.backup = await this.server.backup()
  }

  /** One step of the schedule. */
  async step(): Promise<void> {
    this.time += this.random.chance(4) ? monthMs : this.random.below(120_000)
    const laptop = this.random.pick(this.laptops)
    const kind = this.random.below(100)
    if (kind < 55) await this.act(laptop)
    else if (kind < 78) await this.exchange(laptop)
    else if (kind < 84) await this.office()
    else if (kind < 94) await this.mishap(laptop)
    else await this.disk(laptop)
    if (this.more?.chance(6)) await this.besides(this.more)
    if (this.cases?.random.chance(40)) await this.cases.step(this.laptops)
    if (this.cases?.random.chance(2)) await this.stopCaseWork(this.cases)
    await this.erasing?.step(this.laptops, date)
    await this.old?.step(this.laptops, () => this.backUp())
    for (const one of this.laptops) one.checkLease()
  }

  /** Everything is mended: the last exchanges must bring everyone to the same. */
  async heal(): Promise<void> {
    if (this.demoted) await this.promote()
    await this.server.trustAll()
    this.revoked.clear()
    await this.server.upgrade()
    for (const laptop of this.laptops) {
      laptop.version = 'next'
      await laptop.restart()
    }
    for (let round = 0; round < 3; round++) {
      for (const laptop of this.laptops) await laptop.exchange(laptop.link())
      const inVain = await this.server.waitInVain()
      if (inVain > 0) throw new Error(`stuck: ${inVain} changes wait for what is here`)
      await this.server.releaseAll()
      for (const laptop of this.laptops) laptop.store.offerHeldAgain()
    }
    for (const laptop of this.laptops) {
      const outcome = await laptop.exchange(laptop.link())
      if (!outcome.ok) throw new Error(`stuck: nothing is wrong any more, and its exchange ends with ${outcome.reason}`)
    }
    await this.checkClocks()
  }

  /** SY12: who edits later wins, though the other's clock is three years ahead and neither has seen the other. */
  private async checkClocks(): Promise<void> {
    const [sane, ahead] = this.laptops as [SimLaptop, SimLaptop]
    const personId = sane.store.memory.joins.survivorOf(this.people[0]!) // what is written of somebody joined is written of who they are shown as
    sane.clockAhead = 0
    ahead.clockAhead = 3 * 365 * 86_400_000
    await ahead.act('editPerson', { personId, fields: { familyName: 'Future' } })
    await ahead.exchange(ahead.link())
    this.time += 5 * 60_000
    await sane.act('editPerson', { personId, fields: { familyName: `Later${this.time}` } })
    for (const laptop of [...this.laptops, ...this.laptops]) await laptop.exchange(laptop.link())
    const name = sane.store.memory.written('person', personId)?.familyName
    if (name !== `Later${this.time}`) throw new Error(`a clock three years ahead won: ${name}`)
  }

  async checkErasing(): Promise<void> {
    await this.erasing?.check(this.server, this.laptops)
  }

  async checkOld(): Promise<void> {
    await this.old?.check(this.server, this.laptops, (days) => {
      this.time += days * 86_400_000
    })
  }

  async end(): Promise<void> {
    for (const laptop of this.laptops) await laptop.close()
    await this.server.remove()
  }

  private async act(laptop: SimLaptop): Promise<void> {
    const disk = this.random.chance(3) ? 'full' : this.random.chance(3) ? 'storeFails' : 'good'
    const session = { groupId: this.group, date, slot: 1 }
    const personId = this.random.pick(this.people)
    const kind = this.random.below(100)
    if (laptop.clockAhead !== 0) faults.clockWrong++
    if (kind < 34) await laptop.act('signInPerson', { session, personId }, disk)
    else if (kind < 52) await this.undo(laptop, disk)
    else if (kind < 58) await this.leave(laptop)
    else if (kind < 66) await laptop.act('addSomeoneNew', { session, givenName: `New ${this.time}`, member: true }, disk)
    else if (kind < 76) await laptop.act('editPerson', { personId, fields: { phone: `01632 960${100 + this.random.below(900)}` } }, disk)
    else if (kind < 82) await laptop.act('editPerson', { personId, fields: { familyName: `Name${this.random.below(1000)}` } }, disk)
    else if (kind < 88) await laptop.act('recordHeadCount', { session, moment: 'out', counted: this.random.below(9), missingIds: [] }, disk)
    else if (kind < 94) await this.note(laptop)
    else if (kind < 97) await laptop.act('createVenue', { fields: { name: `Place ${this.time}` } }, disk)
    else await laptop.act('closeSession', { session, mismatchReason: 'simulated' }, disk)
  }

  private async typed(laptop: SimLaptop): Promise<void> {
    await this.act(laptop)
    if (this.cases?.random.chance(30)) await this.cases.alone(laptop)
  }

  private async note(laptop: SimLaptop): Promise<void> {
    if (laptop.version === 'next') faults.newerApp++
    await laptop.act('addNote', { aboutId: sessionIdOf(this.group, date, 1), text: `Noted ${this.time}` })
  }

  private async undo(laptop: SimLaptop, disk: 'good' | 'full' | 'storeFails'): Promise<void> {
    const signIns = (await laptop.store.linked('signIn', 'sessionId', sessionIdOf(this.group, date, 1))).filter((one) => !one.voidedBecause)
    if (signIns.length === 0) return
    const one = this.random.pick(signIns)
    if (one.byId !== laptop.joined.colleague) faults.undoneByAnother++
    await laptop.act('voidSignIns', { signInIds: [one.id] }, disk)
  }

  private async leave(laptop: SimLaptop): Promise<void> {
    const here = await laptop.store.linked('signIn', 'sessionId', sessionIdOf(this.group, date, 1))
    if (here.length > 0) await laptop.act('leaveEarly', { signInIds: [this.random.pick(here).id] })
  }

  private async exchange(laptop: SimLaptop): Promise<void> {
    const link = badNetwork(watchReach(this.server, laptop, laptop.link()), this.random, laptop, () => this.typed(laptop))
    const before = laptop.store.parkedCount
    laptop.cutBeforeReset = this.more !== null && this.time % 8 === 0
    const outcome = await laptop.exchange(link).catch((error: unknown) => {
      if (!(error instanceof PowerCut)) throw error
    })
    laptop.cutBeforeReset = false
    if (!outcome) return laptop.restart().then(() => this.checkEverything(laptop))
    if (!outcome.ok && outcome.reason === 'wipe' && (await this.emptied(laptop))) return
    if (outcome.ok) this.unmet.delete(laptop)
    if (laptop.store.parkedCount > before) faults.parked++
    this.checkStatus(laptop, outcome.ok)
    await this.checkShown(laptop)
    if (outcome.ok) await this.checkKept(laptop)
    if (this.cases) await checkCasesOn(laptop)
    await this.checkEverything(laptop)
  }

  /** SY24: "Everything is at the surgery" is only said by a laptop that has what a fresh one of the same colleague would load. */
  private async checkEverything(laptop: SimLaptop): Promise<void> {
    const status = laptop.status.view()
    if (statusInWords(status, words, new Date(this.time).toISOString()).mark !== 'safe') return
    if (!status.whole) throw new Error('it says that everything is at the surgery before it has fetched all that is there')
    if (laptop.version !== this.server.version) return // what one of them does not know of a record is not compared
    faults.everything++
    await checkLaptop(this.server, laptop, this.isOld).catch((error: Error) => {
      throw new Error(`it says that everything is at the surgery, and ${error.message}`)
    })
  }

  /** SY15: whatever was loaded or reset, what this laptop has yet to send, or what happened at the door, is still in its rows. */
  private async checkShown(laptop: SimLaptop): Promise<void> {
    const rows = await laptop.store.rowsOf([...laptop.store.own.keys()])
    for (const [key, all] of laptop.store.own) {
      const record = key.split('/')[0] ?? ''
      const own = all.filter(({ entry }) => !entry.closed)
      if (own.length === 0) continue
      const shows = own.some(({ entry }) => entry.state === 'pending') || definitionOf(record)?.shownWhileHeld
      if (shows && !rows.get(key)?.view) throw new Error(`an unsent change no longer shows in its ${record}`)
    }
  }

  /** SY2: what the server has answered stands with it, in the log or among the held. */
  private async checkKept(laptop: SimLaptop): Promise<void> {
    const known = new Set(await this.server.knownIds())
    for (const entry of laptop.store.log.values()) {
      if (entry.state !== 'pending' && !known.has(entry.id)) throw new Error(`lost: the server answered ${entry.state} and has it nowhere`)
    }
  }

  /** SY23: never "everything is there" while something waits, is held, or the last attempt failed. */
  private checkStatus(laptop: SimLaptop, reached: boolean): void {
    const status = laptop.status.view()
    if (status.pending !== laptop.unsettled() + laptop.store.unfiled.length) throw new Error('the status counts something else than waits')
    if (!reached && status.trouble === null) throw new Error('the status hides that the last attempt failed')
    this.checkHeld(laptop)
    if (status.sending !== null || status.loading !== null) throw new Error('the status says sending while nothing is sent')
  }

  /**
   * SY7: what the server keeps aside does not show as if it were so, but for what happened at the door. A load may bring what a lead has
   * let in before the laptop is told so (seed 410834).
   */
  private checkHeld(laptop: SimLaptop): void {
    if (!laptop.store.state.bookmark) return // until the load after a reset is complete, what was taken in before it shows
    for (const [key, own] of laptop.store.own) {
      const row = laptop.store.memory.row(key)
      const isRefused = key.startsWith('venue/') && own.every(({ entry }) => entry.state === 'held')
      if (isRefused && row && JSON.stringify(row.view) !== JSON.stringify(row.base)) throw new Error('a refused venue shows')
    }
  }

  /** What the surgery does meanwhile. */
  private async office(): Promise<void> {
    const kind = this.random.below(6)
    if (kind === 0) await this.backUp()
    else if (kind === 1) await (this.demoted ? this.promote() : this.demote())
    else if (kind === 2) await this.changeSight()
    else if (kind === 3)
      await this.server.write([{ record: 'person', row: this.random.pick(this.people), fields: { knownAs: `K${this.random.below(99)}` } }])
    else if (kind === 4) await this.server.releaseAll()
    else
      await this.server.write([
        {
          record: 'session',
          row: sessionIdOf(this.group, date, 1),
          fields: { groupId: this.group, date, slot: 1, cancelledBecause: this.random.chance(50) ? 'Ice' : null },
        },
      ])
  }

  private async mishap(laptop: SimLaptop): Promise<void> {
    const kind = this.random.below(7)
    if (kind === 0) {
      faults.restarted++
      await laptop.restart()
    } else if (kind === 1) {
      faults.storeLost++
      await laptop.loseStore()
    } else if (kind === 2) laptop.clockAhead = this.random.pick(wrongClocks)
    else if (kind === 3) await this.restore()
    else if (kind === 4) await this.revokeOrNot(laptop)
    else if (kind === 5) await this.upgradeOne(laptop)
    else if (this.random.chance(30)) await this.server.upgrade()
  }

  /** Somebody makes a backup of a laptop's disk, puts it back, or starts it on a second laptop. */
  private async disk(laptop: SimLaptop): Promise<void> {
    const kind = this.random.below(6)
    const copy = this.copies.get(laptop)
    if (kind < 2 || !copy) this.copies.set(laptop, await laptop.copy())
    else if (kind === 2 && this.laptops.length < 4) await this.useTwice(laptop, this.random.chance(50) ? copy : await laptop.copy())
    else await this.putBack(laptop, copy)
  }

  private async putBack(laptop: SimLaptop, copy: DiskCopy): Promise<void> {
    faults.putBack++
    await laptop.putBack(copy, new Set(await this.server.knownIds()))
    this.revoked.delete(laptop)
    this.unmet.add(laptop)
    await this.knowAgain()
    if (!this.random.chance(50)) return
    faults.usedOffline++
    await this.act(laptop)
  }

  private async besides(more: Random): Promise<void> {
    const laptop = more.pick(this.laptops)
    if (more.chance(50)) return this.putBackByOne(laptop)
    faults.wantedEmpty++
    this.revoked.add(laptop)
    await this.server.wipe(laptop.joined.device)
  }

  /**
   * Put back to just before its last exchange, whose numbers it then uses again: it goes on from a mark that the server takes for
   * a lost answer, so only the numbers tell (SPEC SY24).
   */
  private async putBackByOne(laptop: SimLaptop): Promise<void> {
    if (!(await laptop.exchange(laptop.link())).ok) return
    faults.putBackByOne++
    const copy = await laptop.copy()
    await this.note(laptop)
    await laptop.exchange(laptop.link())
    await laptop.putBack(copy, new Set(await this.server.knownIds()), true)
    this.unmet.add(laptop)
    this.time += 1000
    for (let times = 0; times < 2; times++) await this.note(laptop)
    const { ok } = await laptop.exchange(laptop.link())
    if (ok) this.unmet.delete(laptop)
    if (ok) await this.checkEverything(laptop)
  }

  /** SY27: it may be emptied when nothing of it has no answer; then all it ever acknowledged is at the server. Somebody joins anew. */
  private async emptied(laptop: SimLaptop): Promise<boolean> {
    if (hasUnsent(laptop.store)) return false
    const known = new Set(await this.server.knownIds())
    const lost = [...laptop.acknowledged].filter((id) => !known.has(id))
    if (lost.length > 0) throw new Error(`lost: a laptop was emptied, and ${lost.length} changes it acknowledged are nowhere`)
    faults.emptied++
    const { colleague, role } = laptop.joined
    const fresh = new SimLaptop(this.server, { ...(await this.server.join(colleague, 'Laptop')), colleague, role }, () => this.time, this.newId)
    fresh.version = laptop.version
    fresh.takeOver(laptop.acknowledged)
    await laptop.close()
    for (const all of [this.copies, this.unmet, this.revoked]) all.delete(laptop)
    this.laptops = this.laptops.map((one) => (one === laptop ? fresh : one))
    await fresh.open()
    await fresh.exchange(fresh.link())
    return true
  }

  private async useTwice(laptop: SimLaptop, copy: DiskCopy): Promise<void> {
    faults.twiceInUse++
    const twin = new SimLaptop(this.server, { ...laptop.joined }, () => this.time, this.newId)
    await twin.openAs(copy)
    this.laptops.push(twin)
    this.unmet.add(twin)
    await this.knowAgain()
  }

  /** A laptop that a restored server does not know joins again. */
  private async knowAgain(): Promise<void> {
    for (const { joined } of this.laptops) await this.server.knowAgain(joined)
  }

  private async backUp(): Promise<void> {
    this.backup = await this.server.backup()
  }

  private async restore(): Promise<void> {
    if (!this.backup) return
    faults.restored++
    await this.server.restore(this.backup)
    if (this.unmet.size > 0) faults.restoredWhileCopied++
    await this.checkStillRevoked()
    await this.knowAgain()
    const atServer = new Set(await this.server.knownIds())
    for (const laptop of this.laptops) laptop.forgetLost(atServer)
    const people = await this.server.rows()
    this.demoted = people.some((row) => row.id === this.linkWorker && row.fields['role'] === 'facilitator')
  }

  /** S2: who was off the team stays off it; who was off it when the backup was written is off it again. */
  private async checkStillRevoked(): Promise<void> {
    const { all, off } = await this.server.devices()
    for (const laptop of [...this.revoked]) {
      if (!all.has(laptop.joined.device)) {
        this.revoked.delete(laptop)
        continue
      } // not known: it comes in again by a code of the lead alone
      faults.restoredRevoked++
      if (!off.has(laptop.joined.device)) throw new Error('trusted again: a restore put back a laptop that was taken off the team')
    }
    for (const laptop of this.laptops) if (off.has(laptop.joined.device)) this.revoked.add(laptop)
  }

  private async revokeOrNot(laptop: SimLaptop): Promise<void> {
    const out = !this.revoked.has(laptop)
    if (out) {
      faults.revoked++
      this.revoked.add(laptop)
    } else this.revoked.delete(laptop)
    await this.server.revoke(laptop.joined.device, out)
  }

  private async upgradeOne(laptop: SimLaptop): Promise<void> {
    laptop.version = 'next'
    await laptop.restart()
  }

  private async demote(): Promise<void> {
    this.demoted = true
    faults.heldNotAllowed++
    await this.server.write([{ record: 'colleague', row: this.linkWorker, fields: { role: 'facilitator' } }])
  }

  private async promote(): Promise<void> {
    this.demoted = false
    await this.server.write([{ record: 'colleague', row: this.linkWorker, fields: { role: 'linkWorker' } }])
  }

  private async changeSight(): Promise<void> {
    faults.sightChanged++
    const facilitatorIds = this.random.chance(70) ? [this.facilitator] : []
    await this.server.write([{ record: 'group', row: this.group, fields: { facilitatorIds } }])
  }

  /** A link worker becomes a facilitator: what they wrote of cases is at the surgery, and goes from their laptop. */
  private async stopCaseWork(cases: CaseActs): Promise<void> {
    const laptop = this.laptops.find((one) => one.joined.colleague === this.linkWorker)
    if (!laptop || this.demoted) return
    await cases.alone(laptop)
    if (!(await laptop.exchange(laptop.link())).ok) return
    await this.demote()
    if (!(await laptop.exchange(laptop.link())).ok) return
    await checkCasesOn(laptop)
    faults.casesTakenOff++
  }

  /** Owners, people who are one, gaps and texts of plans, on every laptop. */
  async checkCases(): Promise<void> {
    if (!this.cases) return
    await checkCases(this.laptops)
    this.cases.checkTexts(await this.server.log(), await this.server.rows())
  }

  /** Counts what only the outcome shows. */
  async countOutcomes(): Promise<void> {
    const rows = await this.server.rows()
    const signIns = rows.filter((row) => row.record === 'signIn' && row.fields['personId']).map((row) => ({ ...row.fields, id: row.id }) as never)
    if (attendanceOf(signIns).some((one) => one.standing.length > 1)) faults.doubleSignIn++
    if (rows.some((row) => Object.values(row.sides ?? {}).some((side) => side.values.length > 1))) faults.sideBySide++
  }
}
