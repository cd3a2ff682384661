import type { Change, LooseDraft } from '../../shared/changes/change.ts'
import { underNameNow } from '../../shared/changes/formerNames.ts'
import { keyOf, type RowKey } from '../../shared/changes/row.ts'
import { commands, type AnswerOf, type CommandName, type InputOf } from '../../shared/commands/index.ts'
import type { AnyCommand, Context, Need, Reader } from '../../shared/commands/command.ts'
import type { Reason } from '../../shared/commands/reasons.ts'
import type { Host, JournalTrouble } from '../../shared/ipc/contract.ts'
import { definitionOf, type Entity, type LinkOf, type RecordName } from '../../shared/records/index.ts'
import { mayWrite } from '../../shared/rules/policies.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { later, tick, zeroStamp } from '../../shared/std/stamp.ts'
import { wellFormed } from '../../shared/std/text.ts'
import type { LoggedChange } from './database.ts'
import { entityOf } from '../../shared/changes/entity.ts'
import type { HeldRow } from './memory.ts'
import { nextSequenceOf } from './split.ts'
import { rowKeyOf, type SealedBatch, type Store } from './store.ts'

/** What writing needs of the host. */
type RunHost = Pick<Host, 'journalAppend' | 'freeSpace'>

/**
 * Does what a person asked: decides, and answers when the changes are in the journal and in the store (SPEC SY1).
 * Everything between read and commit is one turn, so that nothing slips in between.
 */
export function run<Name extends CommandName>(
  store: Store,
  host: RunHost,
  name: Name,
  input: InputOf<Name>,
): Promise<Result<AnswerOf<Name>, Reason>> {
  const command = commands[name] as unknown as AnyCommand<InputOf<Name>, AnswerOf<Name>>
  if (command.by && !command.by.includes(store.role())) return Promise.resolve(fail('notAllowed'))
  const checked = command.input.safeParse(wellFormed(input))
  if (!checked.success) return Promise.resolve(fail('badInput'))
  return store.exclusive(async () => {
    if (!store.db.isOpen()) return fail(await whyRefused(store, host)) // nothing could be read that is not in memory
    const given = command.ofTwoAsWritten ? checked.data : asShown(store, checked.data)
    const asked = JSON.stringify([name, given])
    const before = store.unfiled.length > 0 ? await fileFirst(store, host, asked) : null
    if (before) return before as Result<AnswerOf<Name>, Reason>
    const fresh = new Set<string>()
    const context = contextOf(store, fresh)
    const decision = command.decide(await read(store, command.needs(given)), given, context)
    if (!decision.ok) return decision
    const { drafts, answer } = decision.value
    if (drafts.some((draft) => !mayWrite(store.role(), draft.record as RecordName, Object.keys(draft.fields)))) return fail('notAllowed')
    const changes = number(store, name, drafts as readonly LooseDraft[])
    store.writing.begin(changes.length)
    const written = await write(store, host, changes, fresh).finally(() => store.writing.end())
    if (written.ok) return ok(answer)
    if (changes.some((change) => store.unfiled.includes(change))) store.unfiledActs.set(asked, answer) // else the journal refused it too
    return written
  })
}

/**
 * What a screen was drawn with may name somebody by the id of before: who was joined to another since then is the other, and a case whose
 * person was parted again is theirs (story 18). Without it they could be signed in twice, or what was typed in a plan be refused.
 */
function asShown<Input>(store: Store, input: Input): Input {
  const { memory } = store
  if (typeof input !== 'object' || input === null || !('personId' in input) || typeof input.personId !== 'string') return input
  if (!memory.joins.any && !memory.joins.named.has(input.personId)) return input
  const episode = 'episodeId' in input && typeof input.episodeId === 'string' ? memory.get('episode', input.episodeId) : undefined
  const personId = memory.joins.named.has(input.personId) && episode ? episode.personId : memory.joins.survivorOf(input.personId)
  return { ...input, personId }
}

/** @param fresh takes every id that the command is given */
function contextOf(store: Store, fresh: Set<string>): Context {
  const { identity } = store.opened
  const now = new Date(store.ports.now()).toISOString()
  const newId = () => {
    const id = store.ports.newId()
    fresh.add(id)
    return id
  }
  return { now, newId, actor: identity.colleague.id, team: identity.team.id }
}

/** The rows a command needs, in memory before it decides. */
async function read(store: Store, needs: readonly Need[]): Promise<Reader> {
  const keys = needs.flatMap((need) => ('id' in need ? [keyOf(need.record, need.id)] : []))
  const [rows] = await Promise.all([
    store.rowsOf(keys),
    ...needs.flatMap((need) => ('where' in need ? [store.load(need.record, need.where, [need.is])] : [])),
  ])
  const rowOf = (record: RecordName, id: string) => (rows.get(keyOf(record, id)) ?? store.memory.row(keyOf(record, id)))?.view ?? undefined
  return {
    get: (record, id) => entityOf(record, rowOf(record, id)),
    all: <Name extends RecordName>(record: Name, where: LinkOf<Name>, is: string): Entity<Name>[] => store.memory.linked(record, where, is),
    every: (record) => store.memory.list(record),
    row: rowOf,
  }
}

/**
 * Seals, journals and commits the changes of one act. Their rows are sealed beside their journal frame and while it is on
 * its way to the disk; none is written before the journal has answered.
 * @param fresh ids that did not exist before this act
 */
async function write(store: Store, host: RunHost, changes: readonly Change[], fresh: ReadonlySet<string>): Promise<Result<null, Reason>> {
  if (changes.length === 0) return ok(null)
  const readying = store.unfiled.length === 0 ? ready(store, changes, fresh).catch(() => null) : Promise.resolve(null)
  const takeBack = async () => (await readying)?.takeBack()
  const journalled = await journal(store, host, changes).catch(async (error: unknown) => {
    await takeBack()
    throw error
  })
  if (!journalled.ok) {
    await takeBack()
    return fail(journalled.reason === 'diskFull' ? 'diskFull' : 'notSaved')
  }
  store.unfiled = [...store.unfiled, ...changes]
  return fileAll(store, host, await readying)
}

async function journal(store: Store, host: Pick<Host, 'journalAppend'>, changes: readonly Change[]): Promise<Result<null, JournalTrouble>> {
  const first = changes[0]!.sequence
  const last = changes.at(-1)!.sequence
  return host.journalAppend(await store.opened.journal.seal(`${first}-${last}`, changes), first, last)
}

/**
 * Tries again to file what the store refused. "Try again" asks for what stands in the journal already, and a second time would
 * be a second sign-in: it is answered by what became of the first.
 */
async function fileFirst(store: Store, host: RunHost, asked: string): Promise<Result<unknown, Reason> | null> {
  const [isAgain, answer] = [store.unfiledActs.has(asked), store.unfiledActs.get(asked)]
  const filed = await fileAll(store, host, null)
  if (!isAgain) return null
  return filed.ok ? ok(answer) : filed
}

/**
 * Files what is in the journal and not in the store. What the store refuses stays here for the next attempt and in the
 * journal for the next start: it is not lost, and the screen does not say that it is done.
 */
async function fileAll(store: Store, host: RunHost, readied: Readied | null): Promise<Result<null, Reason>> {
  try {
    await (readied ? commitReadied(store, readied) : file(store, store.unfiled))
    store.unfiled = []
    store.unfiledActs.clear()
    return ok(null)
  } catch {
    if (store.db.cleared) store.unfiled = [] // no start finds the journal either: it was never ticked, and is not counted as waiting
    return fail(await whyRefused(store, host))
  }
}

/** Less than this is a full disk: the store's next file does not fit. Bytes. */
const fullBytes = 1024 * 1024

/** Why the store took nothing. What it throws does not say: a full disk is "unknown" or "closing" to a browser. */
async function whyRefused(store: Store, host: RunHost): Promise<'diskFull' | 'notSaved' | 'storeCleared'> {
  if (store.db.cleared) return 'storeCleared'
  const free = await host.freeSpace().catch(() => null)
  return free !== null && free < fullBytes ? 'diskFull' : 'notSaved'
}

/** Gives each draft its place: device, sequence, stamp. What the journal has is never used again. */
function number(store: Store, command: string, drafts: readonly LooseDraft[]): Change[] {
  const { identity } = store.opened
  const act = store.ports.newId()
  let clock = later(store.state.clock, store.unfiled.at(-1)?.stamp ?? zeroStamp) // in the journal, so its stamp is taken
  let nextSequence = nextSequenceOf(store)
  return drafts.map((draft): Change => {
    clock = tick(clock, store.ports.now(), identity.device)
    return {
      id: store.ports.newId(),
      team: identity.team.id,
      device: identity.device,
      sequence: nextSequence++,
      stamp: clock,
      actor: identity.colleague.id,
      act,
      command,
      version: definitionOf(draft.record)?.version ?? 1,
      ...draft,
    }
  })
}

/** Changes of this laptop, made into what the store will hold and not yet written. */
interface Readied {
  batch: SealedBatch
  /** They are not to be: forgets that this laptop wrote them. */
  takeBack(): void
}

/** Puts changes of this laptop into log and rows, as pending. Used by the replay of the journal, and after a refusal. */
export async function file(store: Store, changes: readonly Change[]): Promise<void> {
  await commitReadied(store, await ready(store, changes))
}

async function commitReadied(store: Store, { batch, takeBack }: Readied): Promise<void> {
  try {
    await store.commitSealed(batch)
  } catch (error) {
    takeBack()
    throw error
  }
}

async function ready(store: Store, changes: readonly Change[], fresh: ReadonlySet<string> = new Set()): Promise<Readied> {
  const entries = await Promise.all(changes.map((change) => logEntry(store, change)))
  const own = changes.map((change, at) => ({ entry: entries[at]!, change: underNameNow(change) }))
  const takeBack = () => own.forEach((one) => store.dropOwn(one.entry.rowKey, new Set([one.entry.sequence])))
  for (const one of own) store.addOwn(one)
  try {
    const unheardOf = new Set(changes.filter((change) => fresh.has(change.row)).map(rowKeyOf))
    const rows = await composeRows(store, changes.map(rowKeyOf), unheardOf)
    const clock = changes.reduce((latest, change) => (change.stamp > latest ? change.stamp : latest), store.state.clock)
    const nextSequence = changes.reduce((next, change) => Math.max(next, change.sequence + 1), store.state.nextSequence)
    return { batch: await store.sealBatch({ rows, entries, state: { clock, nextSequence } }), takeBack }
  } catch (error) {
    takeBack()
    throw error
  }
}

/**
 * The rows behind these keys with this laptop's own changes on top.
 * @param unheardOf keys that are new in the world: the disk is not asked for them, which would cost a tick a millisecond and a half
 */
export async function composeRows(store: Store, keys: readonly RowKey[], unheardOf: ReadonlySet<RowKey> = new Set()): Promise<HeldRow[]> {
  const unique = [...new Set(keys)]
  const before = await store.rowsOf(unique.filter((key) => !unheardOf.has(key)))
  return unique.map((key) => {
    const row = before.get(key)
    return store.compose(key, row?.base ?? null, row?.generation ?? store.state.generation)
  })
}

async function logEntry(store: Store, change: Change): Promise<LoggedChange> {
  const box = await store.opened.rows.seal(`change/${change.sequence}`, change)
  store.writing.step()
  return {
    sequence: change.sequence,
    id: change.id,
    state: 'pending',
    rowKey: rowKeyOf(change),
    act: change.act,
    revision: null,
    effective: null,
    code: null,
    settledAt: null,
    box,
  }
}
