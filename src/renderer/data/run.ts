import type { Change, Draft } from '../../shared/changes/change.ts'
import { keyOf, type RowKey } from '../../shared/changes/row.ts'
import { commands, type AnswerOf, type CommandName, type InputOf } from '../../shared/commands/index.ts'
import type { Command, Need, Reader } from '../../shared/commands/command.ts'
import type { Reason } from '../../shared/commands/reasons.ts'
import type { Host } from '../../shared/ipc/contract.ts'
import { definitionOf, type Entity, type RecordName } from '../../shared/records/index.ts'
import { mayWrite } from '../../shared/rules/policies.ts'
import { fail, ok, type Result } from '../../shared/std/result.ts'
import { later, tick, zeroStamp } from '../../shared/std/stamp.ts'
import { wellFormed } from '../../shared/std/text.ts'
import type { LoggedChange } from './database.ts'
import { entityOf } from '../../shared/changes/entity.ts'
import type { HeldRow } from './memory.ts'
import { rowKeyOf, type SealedBatch, type Store } from './store.ts'

/**
 * Does what a person asked: decides, and answers when the changes are in the journal and in the store (SPEC SY1).
 * Everything between read and commit is one turn, so that nothing slips in between.
 */
export function run<Name extends CommandName>(
  store: Store, host: Pick<Host, 'journalAppend'>, name: Name, input: InputOf<Name>,
): Promise<Result<AnswerOf<Name>, Reason>> {
  const command = commands[name] as unknown as Command<InputOf<Name>, AnswerOf<Name>>
  const checked = command.input.safeParse(wellFormed(input))
  if (!checked.success) return Promise.resolve(fail('badInput'))
  return store.exclusive(async () => {
    const context = contextOf(store)
    const decision = command.decide(await read(store, command.needs(checked.data)), checked.data, context)
    if (!decision.ok) return decision
    const { drafts, answer } = decision.value
    if (drafts.some((draft) => !mayWrite(store.role(), draft.record as RecordName, Object.keys(draft.fields)))) return fail('notAllowed')
    const written = await write(store, host, name, drafts)
    return written.ok ? ok(answer) : written
  })
}

function contextOf(store: Store): { now: string; newId(): string; actor: string; team: string } {
  const { identity } = store.opened
  const now = new Date(store.ports.now()).toISOString()
  return { now, newId: () => store.ports.newId(), actor: identity.colleague.id, team: identity.team.id }
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
    all: <Name extends RecordName>(record: Name, where: string, is: string): Entity<Name>[] => store.memory.linked(record, where, is),
    row: rowOf,
  }
}

/** Numbers, seals, journals and commits the drafts of one act. */
async function write(store: Store, host: Pick<Host, 'journalAppend'>, command: string, drafts: readonly Draft[]): Promise<Result<null, Reason>> {
  if (drafts.length === 0) return ok(null)
  const changes = number(store, command, drafts)
  const first = changes[0]!.sequence
  const last = changes.at(-1)!.sequence
  const frame = await store.opened.journal.seal(`${first}-${last}`, changes)
  const journalling = host.journalAppend(frame, first, last)
  journalling.catch(() => undefined) // thrown below, where it is awaited; not in the meantime as nobody's
  // While the journal is on its way to the disk the rows are made and sealed; none is written before it has answered.
  const readied = store.unfiled.length === 0 ? await ready(store, changes).catch(() => null) : null
  const journalled = await journalling.catch((error: unknown) => {
    readied?.takeBack()
    throw error
  })
  if (!journalled.ok) {
    readied?.takeBack()
    return fail(journalled.reason === 'diskFull' ? 'diskFull' : 'notSaved')
  }
  store.unfiled = [...store.unfiled, ...changes]
  return fileAll(store, readied)
}

/**
 * Files what is in the journal and not in the store. What the store refuses stays here for the next attempt and in the
 * journal for the next start: it is not lost, and the screen does not say that it is done.
 */
async function fileAll(store: Store, readied: Readied | null): Promise<Result<null, Reason>> {
  try {
    await (readied ? commitReadied(store, readied) : file(store, store.unfiled))
    store.unfiled = []
    return ok(null)
  } catch {
    return fail('notSaved')
  }
}

/** Gives each draft its place: device, sequence, stamp. What the journal has is never used again. */
function number(store: Store, command: string, drafts: readonly Draft[]): Change[] {
  const { identity } = store.opened
  const act = store.ports.newId()
  const last = store.unfiled.at(-1) // in the journal, so its number and stamp are taken
  let clock = later(store.state.clock, last?.stamp ?? zeroStamp)
  let nextSequence = Math.max(store.state.nextSequence, last ? last.sequence + 1 : 1)
  return drafts.map((draft): Change => {
    clock = tick(clock, store.ports.now(), identity.device)
    return {
      id: store.ports.newId(), team: identity.team.id, device: identity.device, sequence: nextSequence++, stamp: clock,
      actor: identity.colleague.id, act, command, version: definitionOf(draft.record)?.version ?? 1, ...draft,
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

async function ready(store: Store, changes: readonly Change[]): Promise<Readied> {
  const entries = await Promise.all(changes.map((change) => logEntry(store, change)))
  const own = changes.map((change, at) => ({ entry: entries[at]!, change }))
  const takeBack = () => own.forEach((one) => store.dropOwn(one.entry.rowKey, new Set([one.entry.sequence])))
  for (const one of own) store.addOwn(one)
  try {
    const rows = await composeRows(store, changes.map(rowKeyOf))
    const clock = changes.reduce((latest, change) => (change.stamp > latest ? change.stamp : latest), store.state.clock)
    const nextSequence = changes.reduce((next, change) => Math.max(next, change.sequence + 1), store.state.nextSequence)
    return { batch: await store.sealBatch({ rows, entries, state: { clock, nextSequence } }), takeBack }
  } catch (error) {
    takeBack()
    throw error
  }
}

/** The rows behind these keys with this laptop's own changes on top. */
export async function composeRows(store: Store, keys: readonly RowKey[]): Promise<HeldRow[]> {
  const unique = [...new Set(keys)]
  const before = await store.rowsOf(unique)
  return unique.map((key) => {
    const row = before.get(key)
    return store.compose(key, row?.base ?? null, row?.generation ?? store.state.generation)
  })
}

async function logEntry(store: Store, change: Change): Promise<LoggedChange> {
  const box = await store.opened.rows.seal(`change/${change.sequence}`, change)
  return {
    sequence: change.sequence, id: change.id, state: 'pending', rowKey: rowKeyOf(change), act: change.act,
    revision: null, effective: null, code: null, settledAt: null, box,
  }
}
