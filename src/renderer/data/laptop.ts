import type { WorkerCalls } from '../workerLink/contract.ts'
import type { MediaToAdd } from '../workerLink/mediaViews.ts'
import type { NamedPerson } from '../workerLink/views.ts'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../workerLink/questions.ts'
import { keyOf } from '../../shared/changes/row.ts'
import { recordNames, records } from '../../shared/records/index.ts'
import { commands, undoOf, type AnswerOf, type CommandName, type InputOf, type Undo } from '../../shared/commands/index.ts'
import type { Reason } from '../../shared/commands/reasons.ts'
import type { WhichSession } from '../../shared/commands/which.ts'
import type { Host } from '../../shared/ipc/contract.ts'
import { cardMeant, isToken } from '../../shared/rules/cards.ts'
import { nameOf } from '../../shared/rules/names.ts'
import { exchangeAll, type RoundDone, type RoundTrouble } from '../../shared/sync/exchangeOnce.ts'
import { codeReplySchema, type LinkResult } from '../../shared/sync/protocol.ts'
import { SyncLoop } from '../../shared/sync/syncLoop.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { after } from './after.ts'
import { afterCut } from './afterCut.ts'
import { Agenda } from './agenda.ts'
import { AlikeOnce } from './alikeOnce.ts'
import { askCorrections } from './corrections.ts'
import type { Database } from './database.ts'
import { Drafts } from './drafts.ts'
import { eraseDue } from './erase.ts'
import { sendEscrow } from './escrow.ts'
import { keepIdentity, type Opened } from './keys.ts'
import { LastSeen } from './lastSeen.ts'
import { Leftovers } from './leftovers.ts'
import { ask, askMs, linkOver } from './link.ts'
import { localStore } from './localStore.ts'
import { MediaFiles } from './media/files.ts'
import { Office } from './office.ts'
import { Chores } from './chores.ts'
import { PagesTold } from './pagesTold.ts'
import { replayJournal, unpark } from './replay.ts'
import type { Rejoined } from './rejoin.ts'
import { run } from './run.ts'
import { PeopleSearch } from './search.ts'
import type { Self } from './split.ts'
import { StatusKeeper } from './statusKeeper.ts'
import { withNamed } from './touchedByJoins.ts'
import { Store, type StorePorts, type Touched } from './store.ts'
import { hasUnsent } from './wipe.ts'
import { ViewContext } from './reading/context.ts'
import { hitsIn, openRegisterOnce, type Hits, type OpenRegister } from './reading/register.ts'
import { subjectsOf } from './reading/surgery.ts'
import { answerQuestion, questionOf, touches, waitsForConnection } from './questions/index.ts'

/** Time and chance of an open laptop. */
export interface LaptopPorts extends StorePorts {
  wait(ms: number, cut: Promise<void>): Promise<void>
  random(): number
  /** Milliseconds that only pass, whatever is done to the clock. */
  elapsed(): number
  /** Lets go of what nobody needs any more, now: the engine waits until it needs the room. Nothing where it cannot be asked. */
  collect(): void
}

/** People put into the search between two looks at what else waits: forty milliseconds of work. */
const indexedAtOnce = 2000

/** The thousands are read when the window has asked nothing for so long: the register that one comes back to is drawn. Milliseconds. */
const doorFirstMs = 200
/** Somebody who types without a pause does not keep them waiting for ever: so many times at most. */
const mostDoorFirst = 10

/** Nobody is at the door when nothing was looked for or done for so long. Milliseconds. */
const restMs = 2000

/** How many acts Ctrl+Z can take back. */
const mostUndo = 50

/** A laptop that was unlocked: its store, its search, its exchange. Closed again by the lock. */
export class Laptop {
  readonly store: Store
  readonly context: ViewContext
  readonly status: StatusKeeper
  readonly drafts: Drafts
  readonly office: Office
  readonly files: MediaFiles
  private exchanging = false
  private filesLeft = 0
  readonly lastSeen: LastSeen
  private readonly host: Host
  private readonly loop: SyncLoop
  private readonly agenda: Agenda
  private readonly search = new PeopleSearch((id) => this.store.memory.joinedTo(id))
  private readonly pagesTold = new PagesTold()
  private readonly leftovers: Leftovers
  private readonly chores: Chores
  private readonly peopleAlike: AlikeOnce
  /** What was found last, and in which reading of the register: one that a write has replaced is never asked again. */
  private lastHits: { open: OpenRegister; text: string; found: Hits } | null = null
  /** Settles when everybody is read and searched; fails when the store cannot be read. */
  whole: Promise<void> = Promise.resolve()
  private closed = false
  /** Counts what the window has asked that needs not everybody. */
  private asked = 0
  /** Counts what was looked for and done. */
  private doneAtDoor = 0
  private readonly undos: { undo: Undo; command: CommandName }[] = []
  /** Told which views to answer again. */
  onChanged: (views: (name: QuestionName) => boolean) => void = () => {}
  /** Whether the window shows this view: somebody stands at a register. */
  isOpenAt: (view: QuestionName) => boolean = () => false
  /** Told when the state of the exchange changed. */
  onStatus: () => void = () => {}
  /** Told when the lead wants it emptied and everything it has was answered in one exchange. */
  onWipe: () => void = () => {}

  constructor(host: Host, db: Database, opened: Opened, appVersion: string, ports: LaptopPorts) {
    this.host = host
    this.store = new Store(db, opened, ports)
    this.store.makeRoom = () => host.makeRoom()
    this.leftovers = new Leftovers(this.rests, () => ports.collect())
    this.chores = new Chores(this.store, this.rests, (rows) => this.context.leavesBehind(rows))
    this.agenda = new Agenda(this.store.memory)
    this.peopleAlike = new AlikeOnce(this.store)
    this.context = new ViewContext(this.store, this.agenda, this.search)
    this.context.leavesBehind = (rows) => {
      this.leftovers.add(rows)
      this.leftovers.end()
    }
    this.status = new StatusKeeper(this.store, () => this.onStatus())
    this.status.filesToSend = () => this.files.toSend()
    this.drafts = new Drafts(this.store)
    this.lastSeen = new LastSeen(this.store, host, () => this.onChanged((name) => name === 'review' || name === 'rights'))
    this.store.onErased = () => this.office.forget()
    this.office = new Office(this.store, host, () => this.onChanged((name) => name === 'office' || name === 'forLead'))
    this.files = new MediaFiles(this.store, host, {
      add: (input) => this.run('addMedia', input),
      exchanges: () => this.exchanging,
      closed: () => this.closed,
      onChanged: () => this.onFiles(),
    })
    const link = linkOver(host, opened.identity.server, (reply) => this.status.onHeard(reply))
    const exchange = localStore(this.store, host, this.self)
    const progress = {
      sending: (sent: number, of: number) => this.status.onSending(sent, of),
      loading: (loaded: number, of: number) => this.status.onLoading(loaded, of),
    }
    const wait: LaptopPorts['wait'] = (ms, cut) => {
      this.status.onRest(ms)
      return ports.wait(ms, cut)
    }
    this.loop = new SyncLoop(() => this.round(() => exchangeAll(exchange, link, { appVersion, now: () => ports.now() }, progress)), {
      now: () => ports.now(),
      random: () => ports.random(),
      wait,
      eager: () => hasUnsent(this.store) || this.isOpenAt('register'),
    })
  }

  private onFiles(): void {
    this.onChanged((name) => name === 'mediaList' || name === 'mediaOne')
    const left = this.files.toSend()
    if (left !== this.filesLeft) this.onStatus()
    this.filesLeft = left
  }

  /**
   * One exchange, and a look at the disk: it may fill while a register is open. The lock may close the store under it: then
   * it has no outcome, and what it sent is sent again.
   */
  private async round(exchange: () => Promise<LinkResult<RoundDone, RoundTrouble>>): Promise<LinkResult<RoundDone, RoundTrouble>> {
    this.exchanging = true
    try {
      await sendEscrow(this.store, this.host)
      const exchanging = exchange()
      void this.host
        .freeSpace()
        .catch(() => null)
        .then((free) => {
          if (!this.closed) this.status.onFreeSpace(free)
        }) // beside it
      const outcome = await exchanging.finally(() => {
        this.leftovers.end()
        this.tellOf(this.pagesTold.rest())
      })
      if (!this.closed) await this.status.onRound(outcome)
      if (!outcome.ok && outcome.reason === 'wipe') await this.files.sendLast().then(() => this.onWipe())
      if (!this.closed && outcome.ok) void Promise.all([this.office.keepFresh(), this.lastSeen.keepFresh()]).catch(() => {}) // nothing waits for it
      this.exchanging = false
      if (outcome.ok) this.files.goOn() // behind the register, never before it
      this.chores.go()
      return outcome
    } catch {
      const outcome = fail('serverTrouble')
      if (!this.closed) await this.status.onRound(outcome).catch(() => {})
      return outcome
    } finally {
      this.exchanging = false
    }
  }

  /**
   * Reads the store and brings back what only the journal has. Answers how many changes came back.
   * @param place where the window comes back to: the door does not wait for the thousands whom a register does not name
   */
  async open(place: string | null = null): Promise<number> {
    await this.store.open()
    const replayed = await replayJournal(this.store, this.host)
    await unpark(this.store)
    await this.status.open()
    await this.office.open()
    await this.lastSeen.open()
    this.store.onTouched = (touched) => this.onTouched(touched)
    this.store.db.onCut = () => void afterCut(this.store, () => this.onCutOver())
    const [at, sessionId] = (place ?? '').split('/')
    const reading = at === 'register' && sessionId ? openRegisterOnce(this.context, sessionId) : null
    const open = await reading?.catch(() => null) // one register that cannot be read costs no store: its view says what failed
    if (open) this.search.update(this.store.memory.list('person'))
    this.whole = open ? this.doorIsDrawn().then(() => this.openRest()) : this.openRest()
    if (!open) await this.whole
    else this.whole.catch(() => undefined) // whoever waits for it hears of it
    return replayed
  }

  /** What was asked while the store was closed failed, and is answered now. */
  private onCutOver(): void {
    this.onStatus()
    this.onChanged(() => true)
  }

  /** Waits until nobody was at the door for a while. @returns false when the laptop was locked meanwhile */
  private readonly rests = () => this.staysSame(() => this.doneAtDoor, restMs).then(() => !this.closed)

  /** Waits until the window asks nothing for a while. */
  private doorIsDrawn(): Promise<void> {
    return this.staysSame(() => this.asked, doorFirstMs, mostDoorFirst)
  }

  private async staysSame(count: () => number, ms: number, mostTimes = Infinity): Promise<void> {
    for (let times = 0, seen = -1; times < mostTimes && seen !== count() && !this.closed; times++) {
      seen = count()
      await after(ms)
    }
  }

  /** Reads and indexes everybody, in steps: what the window asks meanwhile is answered between two. */
  private async openRest(): Promise<void> {
    await this.store.openRest()
    const people = [...this.store.memory.list('person')]
    for (let from = 0; from < people.length && !this.closed; from += indexedAtOnce) {
      this.search.update(people.slice(from, from + indexedAtOnce))
      await after(0)
    }
    if (!this.closed) await this.store.exclusive(() => eraseDue(this.store, this.host)).catch(() => {}) // what a cut has left of it
    this.context.knowsAll = true
    if (!this.closed) await this.files.open().catch(() => {}) // a film that cannot be read costs no register its store
    this.context.leavesBehind(this.store.memory.size)
    this.onTouched({ records: new Set(recordNames.filter((name) => records[name].resident === 'later')), keys: [] })
    this.chores.go()
  }

  /** Waits until everybody is read. @returns false when the laptop was locked first, or its store cannot be read */
  private becomesWhole(): Promise<boolean> {
    return this.whole.then(
      () => !this.closed,
      () => false,
    )
  }

  /** Starts to exchange by itself, once everything is there that an exchange may replace. */
  start(): void {
    void this.becomesWhole().then((whole) => {
      if (whole) void this.loop.run()
    })
  }

  /** Waits for the write under way; nothing is begun any more. */
  async stop(): Promise<void> {
    this.closed = true
    this.loop.stop()
    await this.store.retire()
  }

  /** The browser has cleared the store, and something is not sent: the memory of this worker is all that has it. */
  isOnlyMemory(): boolean {
    return this.store.db.cleared && hasUnsent(this.store)
  }

  /** Ends writing for good, unless something was written that the server has not answered yet. @returns whether it has ended */
  stopIfAllSent(): Promise<boolean> {
    return this.store.exclusive(async () => {
      if (this.closed || hasUnsent(this.store)) return false
      this.closed = true
      return true
    })
  }

  /** Stops, and lets go of everything. */
  async close(): Promise<void> {
    await this.stop()
    this.store.db.close()
  }

  /** Somebody has read that it went on from an old copy. */
  async copyRead(): Promise<void> {
    await this.store.exclusive(() => this.store.commit({ state: { copiedAt: null } }))
    this.onChanged((name) => name === 'status' || name === 'surgery')
  }

  goNow(): void {
    if (!this.context.knowsAll) return // the loop begins with a round
    this.store.offerHeldAgain()
    this.loop.goNow()
  }

  async run<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<Result<AnswerOf<Name>, Reason>> {
    if (!commands[name].early && !(await this.becomesWhole())) return fail('locked')
    this.atDoor()
    const done = await this.attempt(name, input)
    if (!done.ok) return done
    const undo = undoOf(name, input, done.value)
    if (undo) this.undos.push({ undo, command: name })
    if (this.undos.length > mostUndo) this.undos.shift()
    return done
  }

  /** Somebody is at the door: what can wait does. */
  private atDoor(): void {
    this.doneAtDoor++
    this.store.givingWay.atDoor()
    this.leftovers.addAct()
  }

  async undoLast(): ReturnType<WorkerCalls['undoLast']> {
    const last = this.undos.pop()
    if (!last) return ok({ nothing: true })
    const subjects = await this.subjectsOf(last.undo)
    const done = await this.attempt(last.undo.name, last.undo.input as never)
    if (!done.ok && (done.reason === 'diskFull' || done.reason === 'notSaved')) this.undos.push(last) // it can still be taken back
    return done.ok ? ok({ command: last.command, subjects }) : fail(done.reason)
  }

  /** Signs in the best match of the text as typed. Somebody who is here already is said so, never undone. */
  async signInBest({ sessionId, text }: { sessionId: string; text: string }): ReturnType<WorkerCalls['signInBest']> {
    const open = await openRegisterOnce(this.context, sessionId)
    if (!open) return fail('noSuchSession')
    const { groupId, date, slot } = open.occurrence
    if (isToken(text)) return this.signInByCard({ groupId, date, slot }, text)
    const best = (await this.hits(sessionId, text))[0]
    if (!best) return ok({ nobody: true })
    return this.signInMeant({ groupId, date, slot }, { personId: best.personId, name: best.name, ...(best.apart && { apart: best.apart }) })
  }

  /** A scanner types the whole token and Enter (story 40). */
  private async signInByCard(session: WhichSession, token: string): ReturnType<WorkerCalls['signInBest']> {
    if (!(await this.becomesWhole())) return fail('locked')
    const meant = cardMeant(token, this.store.memory.list('card'))
    if (meant.card !== 'one') return fail(meant.card === 'revoked' ? 'cardRevoked' : 'cardUnknown')
    const person = this.store.memory.get('person', meant.personId)
    if (!person) return fail('noSuchPerson')
    return this.signInMeant(session, { personId: person.id, name: nameOf(person) }, 'card')
  }

  private async signInMeant(session: WhichSession, who: NamedPerson, how?: 'card'): ReturnType<WorkerCalls['signInBest']> {
    const done = await this.run('signInPerson', { session, personId: who.personId, ...(how && { how }) })
    return ok(done.ok ? who : { ...who, refused: done.reason })
  }

  /** The session of a kiosk: one that this laptop has and that is not closed. */
  async sessionForKiosk(sessionId: string): Promise<Result<{ which: WhichSession; sessionId: string }, Reason>> {
    if (!(await this.becomesWhole())) return fail('locked')
    const open = await openRegisterOnce(this.context, sessionId)
    if (!open) return fail('noSuchSession')
    if (open.occurrence.session?.closedAt) return fail('sessionClosed')
    const { groupId, date, slot } = open.occurrence
    return ok({ which: { groupId, date, slot }, sessionId })
  }

  async searchIn({ sessionId, text }: { sessionId: string; text: string }): ReturnType<WorkerCalls['search']> {
    return this.hits(sessionId, text)
  }

  /** Who is meant. While not everybody is read, only what no one else could come before; "nobody" needs everybody. */
  private async hits(sessionId: string, text: string): Promise<Hits['hits']> {
    const found = await this.found(sessionId, text)
    if (this.context.knowsAll || found.sure) return found.hits
    return (await this.becomesWhole()) ? (await this.found(sessionId, text)).hits : []
  }

  /** Enter mostly means what the last letter has just found. */
  private async found(sessionId: string, text: string): Promise<Hits> {
    this.asked++
    this.atDoor()
    const open = await openRegisterOnce(this.context, sessionId)
    if (!open) return { hits: [], sure: true }
    if (this.lastHits?.open !== open || this.lastHits.text !== text) this.lastHits = { open, text, found: hitsIn(this.context, open, text) }
    return this.lastHits.found
  }

  /** What the surgery's log says was written of somebody. */
  readonly askCorrections = (personIds: readonly string[]) => askCorrections(this.store, this.host, personIds)

  /** Everybody by what they sound like: for whoever writes somebody new down. */
  readonly alike = () => this.peopleAlike.all()

  /** A picture or film, unsealed; not once the lease is over. */
  async lookAtMedia({ mediaId }: { mediaId: string }): ReturnType<WorkerCalls['lookAtMedia']> {
    return (await this.becomesWhole()) && !this.leaseIsOver() ? this.files.look(mediaId) : fail('locked')
  }

  async addMediaFile(input: MediaToAdd): ReturnType<WorkerCalls['addMediaFile']> {
    return (await this.becomesWhole()) ? this.files.add(input) : fail('locked')
  }

  async makeCode({ colleagueId }: { colleagueId: string }): ReturnType<WorkerCalls['makeCode']> {
    const { server } = this.store.opened.identity
    return ask(this.host, { server, path: '/codes', body: { colleagueId }, timeoutMs: askMs }, codeReplySchema)
  }

  /** Takes on the token and identity that joining again gave. The copy of the key is due before the token is kept, or a kill would lose it. */
  async takeOn({ identity, escrow, keep }: Rejoined): Promise<void> {
    await this.store.db.meta.put({ name: 'escrow', value: escrow })
    await keep()
    await this.host.useToken(identity.token)
    this.store.opened.identity = identity
    this.goNow()
  }

  /** What a lead has let in is fetched at once. */
  async decideAtOffice(input: Parameters<WorkerCalls['decideAtOffice']>[0]): ReturnType<WorkerCalls['decideAtOffice']> {
    const done = await this.office.decide(input)
    if (input.ask === 'release' && done.ok) this.goNow()
    return done
  }

  /** Answers a question once. Null when it was locked before everybody was read. */
  async ask<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): Promise<QuestionAnswer<Name> | null> {
    return (await this.becomesWhole()) ? this.answer(name, params) : null
  }

  private leaseIsOver(): boolean {
    return this.status.lease.view()?.state === 'over'
  }

  async answer<Name extends QuestionName>(name: Name, params: QuestionParams<Name>): Promise<QuestionAnswer<Name>> {
    const { early, overLease } = questionOf(name)
    await (early ? void this.asked++ : this.whole)
    if (!this.leaseIsOver()) return answerQuestion(this.context, this, name, params)
    if (waitsForConnection(name, params)) throw new Error('the lease is over') // the window does not ask: it shows why
    const answer = await answerQuestion(this.context, this, name, params)
    return overLease ? overLease(answer) : answer
  }

  private async attempt<Name extends CommandName>(name: Name, input: InputOf<Name>): Promise<Result<AnswerOf<Name>, Reason>> {
    if (this.closed) return fail('locked') // also what came while the laptop was being emptied
    const done = await run(this.store, this.host, name, input)
    if (done.ok) {
      this.status.onWrite(null)
      this.loop.poke()
    } else if (done.reason === 'diskFull' || done.reason === 'notSaved') this.status.onWrite(done.reason)
    return done
  }

  private async subjectsOf(undo: Undo): Promise<string[]> {
    const keys = commands[undo.name].needs(undo.input as never).flatMap((need) => ('id' in need ? [keyOf(need.record, need.id)] : []))
    return subjectsOf(this.context, [...(await this.store.rowsOf(keys)).values()]).slice(0, 2)
  }

  private onTouched(written: Touched): void {
    const touched = withNamed(written, this.store.memory)
    if (touched.records.has('person')) this.updateSearch(touched.keys)
    this.agenda.touched(touched)
    this.context.touched(touched)
    if (touched.records.has('media') && this.context.knowsAll) void this.files.tidy().catch(() => {}) // else the next start does
    if (touched.isPage) this.leftovers.add(touched.keys.length)
    this.tellOf(this.pagesTold.take(touched))
  }

  private tellOf(records: ReadonlySet<string> | null): void {
    if (records) this.onChanged((name) => touches(name, records))
  }

  private updateSearch(keys: readonly string[]): void {
    const ids = keys.filter((key) => key.startsWith('person/')).map((key) => key.slice('person/'.length))
    const known = ids.flatMap((id) => this.store.memory.get('person', id) ?? []) // of somebody joined, who goes on
    const gone = ids.filter((id) => this.store.memory.get('person', id)?.id !== id)
    this.search.update(known)
    this.search.forget(gone)
    this.peopleAlike.update(known, gone)
  }

  /** How it becomes another device. One that is being locked becomes it after the next unlock. */
  private readonly self: Self = {
    keep: async (identity) => {
      if (this.closed) throw new Error('locked meanwhile')
      await keepIdentity(this.host, this.store.opened, identity)
    },
    useToken: async (token) => {
      if (!this.closed) await this.host.useToken(token)
    },
  }
}
