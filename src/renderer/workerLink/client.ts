import type { AboutHost } from '../../shared/ipc/contract.ts'
import type { WorkerCalls, Phase, ToWindow, ToWorker } from './contract.ts'
import type { WorkerLink } from './link.ts'
import type { QuestionName } from './questions.ts'
import { createMemory } from './memory.ts'

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: ToWorker | { kind: 'port' } | { kind: 'kioskPort' }, transfer?: Transferable[]): void
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void
  addEventListener(type: 'error', listen: (event: ErrorEvent) => void): void
}

interface Waiting {
  answer(value: unknown): void
  broke(error: Error): void
}

/** Everything that is told to somebody: callers by number, watchers by number, and who follows phase and breakdown. */
interface Switchboard {
  next: number
  calls: Map<number, Waiting>
  watches: Map<number, (view: never) => void>
  phases: Set<(phase: Phase) => void>
  phase: Phase
  broken: Set<(error: string) => void>
}

const methods = [
  'join',
  'trySample',
  'unlock',
  'lock',
  'recover',
  'remember',
  'active',
  'run',
  'signInBest',
  'undoLast',
  'search',
  'ask',
  'readList',
  'makeWorkbook',
  'addMediaFile',
  'lookAtMedia',
  'sendNow',
  'copyRead',
  'makeCode',
  'lookAtOffice',
  'decideAtOffice',
  'saveDraft',
  'drafts',
  'startKiosk',
  'rejoin',
] as const satisfies readonly (keyof WorkerCalls)[]

// A method that the list forgets does not compile.
type Forgotten = Exclude<keyof WorkerCalls, (typeof methods)[number]>
const nothingForgotten: Forgotten extends never ? true : never = true
void nothingForgotten

/** Joins the window to a worker: calls become promises, views become subscriptions. */
export function createLink(worker: WorkerLike): WorkerLink {
  const board: Switchboard = {
    next: 1,
    calls: new Map(),
    watches: new Map(),
    phases: new Set(),
    phase: { phase: 'starting' },
    broken: new Set(),
  }
  const memory = createMemory()
  worker.addEventListener('message', (event) => hear(board, memory, event.data as ToWindow))
  worker.addEventListener('error', (event) => board.broken.forEach((tell) => tell(event.message || 'worker')))
  return {
    worker: createWorkerCalls(board, worker),
    watch: (name, params, tell) =>
      watch(board, worker, name, params, (view) => {
        memory.keep(name, params, view)
        tell(view)
      }),
    remembered: memory.recall,
    onPhase: (tell) => {
      tell(board.phase)
      return join(board.phases, tell)
    },
    joinKiosk: (port) => worker.postMessage({ kind: 'kioskPort' }, [port]),
    onBroken: (tell) => join(board.broken, tell),
  }
}

/** Tells the worker where it runs and, in the desktop app, gives it its own way to main first. */
export function start(worker: WorkerLike, about: AboutHost): void {
  const gather = window.gather
  if (!gather) return worker.postMessage({ kind: 'start', about })
  window.addEventListener('message', function passOn(event) {
    const port = event.data === 'gather:port' ? event.ports[0] : undefined
    if (!port) return
    window.removeEventListener('message', passOn)
    worker.postMessage({ kind: 'port' }, [port])
    worker.postMessage({ kind: 'start', about })
  })
  gather.openPort()
}

function createWorkerCalls(board: Switchboard, worker: WorkerLike): WorkerCalls {
  const call = (method: keyof WorkerCalls, input: unknown[]) =>
    new Promise((answer, broke) => {
      const number = board.next++
      board.calls.set(number, { answer, broke })
      worker.postMessage({ kind: 'call', call: number, method, input })
    })
  const entries = methods.map((method) => [method, (...input: unknown[]) => call(method, input)])
  return Object.fromEntries(entries) as unknown as WorkerCalls
}

function watch(board: Switchboard, worker: WorkerLike, view: QuestionName, params: unknown, tell: (view: never) => void): () => void {
  const number = board.next++
  board.watches.set(number, tell)
  worker.postMessage({ kind: 'watch', watch: number, view, params })
  return () => {
    board.watches.delete(number)
    worker.postMessage({ kind: 'unwatch', watch: number })
  }
}

function hear(board: Switchboard, memory: { forget(): void }, message: ToWindow): void {
  if (message.kind === 'answer') return settle(board, message.call)?.answer(message.value)
  if (message.kind === 'broke') return settle(board, message.call)?.broke(new Error(message.error))
  if (message.kind === 'views') return message.told.forEach(({ watch, value }) => board.watches.get(watch)?.(value as never))
  if (message.kind !== 'phase') return
  board.phase = message.phase
  if (message.phase.phase !== 'open') memory.forget() // nobody's name stays in the window of a locked laptop
  board.phases.forEach((tell) => tell(message.phase))
}

function settle(board: Switchboard, call: number): Waiting | undefined {
  const waiting = board.calls.get(call)
  board.calls.delete(call)
  return waiting
}

function join<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
