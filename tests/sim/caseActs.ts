import { planTexts } from '../../src/shared/records/plan.ts'
import { ownersOf } from '../../src/shared/rules/cases.ts'
import { faults } from './faults.ts'
import { checkFound, PlanTexts } from './planTexts.ts'
import type { Random } from './random.ts'
import type { SimLaptop } from './simLaptop.ts'

/** Who and what there is, as far as cases ask. */
export interface CaseCast {
  people: readonly string[]
  group: string
  otherGroup: string
  /** Who may own a case. */
  owners: readonly string[]
  date: string
  now(): number
}

type Disk = 'good' | 'full' | 'storeFails'

/** What link worker and lead do meanwhile, by the shipped commands, and by a chance of its own. */
export class CaseActs {
  readonly random: Random
  private readonly texts: PlanTexts
  private readonly cast: CaseCast
  private handedOver = 0

  constructor(random: Random, cast: CaseCast) {
    this.random = random
    this.cast = cast
    this.texts = new PlanTexts(random)
  }

  /** One step: somebody alone, or two who have not heard from each other. */
  async step(laptops: readonly SimLaptop[]): Promise<void> {
    const working = laptops.filter((one) => one.store.role() !== 'facilitator')
    if (working.length === 0) return
    const one = this.random.pick(working)
    const others = working.filter((it) => it.joined.colleague !== one.joined.colleague)
    if (others.length === 0 || this.random.chance(50)) return this.alone(one)
    await this.onTwo(one, this.random.pick(others), laptops)
  }

  /** Somebody does something with a case. On a facilitator's laptop nothing of it is there to be done. */
  async alone(laptop: SimLaptop): Promise<void> {
    const kind = this.random.below(100)
    const disk = this.disk()
    laptop.refusedFor = null // of what was done before this
    if (kind < 14) await this.handOver(laptop)
    else if (kind < 24) await this.takeBackHandOver(laptop)
    else if (kind < 44) await this.edit(laptop, disk)
    else if (kind < 52) await this.goal(laptop, disk)
    else if (kind < 60) await this.settle(laptop)
    else if (kind < 72) await this.offer(laptop)
    else if (kind < 80) await this.gap(laptop, disk)
    else if (kind < 84) await this.voidGap(laptop)
    else if (kind < 92) await this.join(laptop, this.two(laptop))
    else await this.takeBackJoin(laptop)
    if (laptop.store.role() !== 'facilitator') checkFound(laptop)
  }

  /** The log and the rows at the end: no text of a plan may be gone unseen. */
  checkTexts(...given: Parameters<PlanTexts['check']>): void {
    this.texts.check(...given)
  }

  /** Neither has heard from the other in between. */
  private async onTwo(one: SimLaptop, other: SimLaptop, laptops: readonly SimLaptop[]): Promise<void> {
    const kind = this.random.below(4)
    if (kind === 0) await this.planOnTwo(one, other)
    else if (kind === 1) await this.gapOnTwo(one, other)
    else if (kind === 2) await this.handOverWhileEdited(one, other)
    else await this.joinWhileSignedIn(one, laptops)
  }

  private async planOnTwo(one: SimLaptop, other: SimLaptop): Promise<void> {
    const [episodeId, box] = [this.caseOn(one), this.random.pick(planTexts.slice(0, 3))]
    if (!episodeId) return
    for (const laptop of [one, other]) this.texts.open(laptop, episodeId, box)
    const isFirst = await this.texts.save(one)
    // Half of them hear of the other's text while theirs is still being typed: it was not on the screen when they began.
    if (this.random.chance(50)) for (const laptop of [one, other]) await laptop.exchange(laptop.link())
    const isSecond = await this.texts.save(other)
    if (isFirst && isSecond) faults.planOnTwo++
  }

  private async gapOnTwo(one: SimLaptop, other: SimLaptop): Promise<void> {
    const gap = this.aGap(one)
    const done = [await one.act('logGap', gap), await other.act('logGap', gap)]
    if (done.every(Boolean)) faults.gapOnTwo++
  }

  private async handOverWhileEdited(one: SimLaptop, other: SimLaptop): Promise<void> {
    const [moved, edited] = [await this.handOver(one), await this.edit(other, 'good')]
    if (moved && edited) faults.handedOver++
  }

  private async joinWhileSignedIn(one: SimLaptop, laptops: readonly SimLaptop[]): Promise<void> {
    const [personId, otherId] = this.two(one)
    if (!otherId) return
    const isJoined = await this.join(one, [personId, otherId])
    const doors = laptops.filter((it) => it.joined.colleague !== one.joined.colleague)
    const session = { groupId: this.cast.group, date: this.cast.date, slot: 1 }
    const isIn = await this.random.pick(doors).act('signInPerson', { session, personId: otherId })
    if (isJoined && isIn) faults.joinedWhileSignedIn++
  }

  /** All of one owner's cases, or one to another; what the laptop says is somebody else's must not move. */
  private async handOver(laptop: SimLaptop): Promise<boolean> {
    const { memory } = laptop.store
    const episodes = memory.list('episode').map((one) => one.id)
    const [fromId, toId] = [this.random.pick(this.cast.owners), this.random.pick(this.cast.owners)]
    if (episodes.length === 0) return false
    const note = `Handed over ${++this.handedOver}` // its own: two in one moment would be taken for each other (seed 721135)
    if (this.random.chance(40)) return laptop.act('assignCase', { episodeId: this.random.pick(episodes), ownerId: toId, note }, this.disk())
    const isKnown = laptop.store.unfiled.length === 0 // else what stood in the journal is filed first, and decided upon (seed 1600105)
    const before = new Map(episodes.map((id) => [id, ownersOf(memory.linked('assignment', 'episodeId', id))[0]?.ownerId ?? null]))
    const done = await laptop.act('handOverCases', { fromId, toId, episodeIds: episodes, note }, this.disk())
    const taken = memory.list('assignment').filter((one) => one.note === note && (before.get(one.episodeId) ?? null) !== fromId)
    if (done && isKnown && taken.some((one) => one.byId === laptop.joined.colleague))
      throw new Error('a hand-over took a case that was somebody else’s by then')
    return done
  }

  private async takeBackHandOver(laptop: SimLaptop): Promise<void> {
    const standing = laptop.store.memory.list('assignment').filter((one) => !one.voidedBecause)
    if (standing.length > 0) await laptop.act('voidAssignments', { assignmentIds: [this.random.pick(standing).id] })
  }

  /** A box of the plan, a contact, or what is next. A box that is opened is saved now, or another time. */
  private async edit(laptop: SimLaptop, disk: Disk): Promise<boolean> {
    const episodeId = this.caseOn(laptop)
    if (!episodeId) return false
    const kind = this.random.below(4)
    const now = new Date(laptop.clock()).toISOString()
    if (kind === 0) return laptop.act('addCaseContact', { episodeId, how: 'call', came: 'noAnswer', on: now }, disk)
    if (kind === 1) return laptop.act('setNextAction', { episodeId, nextAction: `Ring ${this.cast.now()}`, nextActionOn: null }, disk)
    const isTyped = await this.texts.save(laptop, disk)
    if (!isTyped || kind === 3) this.texts.open(laptop, episodeId)
    return isTyped || (kind === 2 && this.texts.save(laptop, disk))
  }

  private async goal(laptop: SimLaptop, disk: Disk): Promise<void> {
    const goals = laptop.store.memory.list('planGoal')
    const words = `Goal ${this.cast.now()}`
    if (goals.length > 0 && this.random.chance(60)) {
      const { id, planId } = this.random.pick(goals)
      await laptop.act('changeGoal', { goalId: id, planId, fields: { words } }, disk)
      return
    }
    const episode = laptop.store.memory.list('episode')[0]
    if (episode) await laptop.act('addGoal', { personId: episode.personId, episodeId: episode.id, fields: { words } }, disk)
  }

  private async settle(laptop: SimLaptop): Promise<void> {
    const episodeId = this.caseOn(laptop)
    if (episodeId) await this.texts.settle(laptop, episodeId)
  }

  /** A group is offered, or somebody says yes to one, which signs them up and tells its facilitators. */
  private async offer(laptop: SimLaptop): Promise<void> {
    const offers = laptop.store.memory.list('offer').filter((one) => one.state === 'offered')
    const { date, otherGroup } = this.cast
    if (offers.length > 0 && this.random.chance(60)) {
      const { id, personId, groupId = null } = this.random.pick(offers)
      await laptop.act('answerOffer', { offerId: id, personId, groupId, answer: this.random.chance(70) ? 'accepted' : 'waiting', on: date })
      return
    }
    const episode = laptop.store.memory.list('episode')[0]
    if (!episode) return
    await laptop.act('offerGroup', { personId: episode.personId, episodeId: episode.id, groupId: otherGroup, offeredOn: date })
  }

  private async gap(laptop: SimLaptop, disk: Disk): Promise<void> {
    await laptop.act('logGap', this.aGap(laptop), disk)
  }

  private async voidGap(laptop: SimLaptop): Promise<void> {
    const gaps = laptop.store.memory.list('gap')
    if (gaps.length > 0) await laptop.act('voidGap', { gapId: this.random.pick(gaps).id, because: 'twice' })
  }

  /** Two people are one, mostly; or they are not. */
  private async join(laptop: SimLaptop, [personId, otherId]: readonly (string | undefined)[]): Promise<boolean> {
    if (!personId || !otherId) return false
    const isSame = this.random.chance(80)
    const answer = { answer: isSame ? ('same' as const) : ('notSame' as const), survivorId: isSame ? personId : null }
    const done = await laptop.act('answerSamePerson', { personId, otherId, ...answer })
    if (done && isSame) faults.joined++
    return done && isSame
  }

  private async takeBackJoin(laptop: SimLaptop): Promise<void> {
    const said = laptop.store.memory.list('samePerson').filter((one) => !one.voidedBecause)
    if (said.length === 0) return
    const { personId, otherId } = this.random.pick(said)
    await laptop.act('takeBackSamePerson', { personId, otherId, before: null })
  }

  private aGap(laptop: SimLaptop) {
    const here = this.peopleOn(laptop)
    const personId = here.length > 0 ? this.random.pick(here) : null // of nobody named: they have not been loaded
    const [need, place] = [this.random.pick(['debt', 'food']), this.random.pick(['Crewe', 'Sandbach'])]
    return { personId, need, place, times: ['TH-am'], barrier: 'noSuchGroup' as const, mayAsk: true, from: 'call' as const }
  }

  private two(laptop: SimLaptop): (string | undefined)[] {
    const here = this.peopleOn(laptop)
    const first = this.random.below(Math.max(here.length, 1))
    const second = here.length < 2 ? 1 : (first + 1 + this.random.below(here.length - 1)) % here.length
    return [here[first], here[second]]
  }

  /** Those of them that a laptop has: one whose store was lost has nobody until it is loaded. */
  private peopleOn(laptop: SimLaptop): string[] {
    return this.cast.people.filter((id) => laptop.store.memory.written('person', id))
  }

  private caseOn(laptop: SimLaptop): string | null {
    const episodes = laptop.store.memory.list('episode')
    return episodes.length > 0 ? this.random.pick(episodes).id : null
  }

  private disk(): Disk {
    return this.random.chance(3) ? 'full' : this.random.chance(3) ? 'storeFails' : 'good'
  }
}
