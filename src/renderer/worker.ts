import './withoutEval.ts'
import { v7 } from 'uuid'
import type { AboutHost, HostEvent } from '../shared/ipc/contract.ts'
import { AppWorker } from './data/workerApi.ts'
import type { LaptopPorts } from './data/laptop.ts'
import type { ToWindow, ToWorker } from './workerLink/contract.ts'
import { hostOver } from './host/port.ts'
import { webHost } from './host/web.ts'

/** Composition root of the worker: store, sealing, folding, search and exchange live here; the window only draws. */

const post = (message: ToWindow) => self.postMessage(message)

const ports: LaptopPorts = {
  now: () => Date.now(),
  newId: () => v7(),
  random: () => Math.random(),
  elapsed: () => performance.now(),
  collect: () => (globalThis as { gc?: () => void }).gc?.(), // the desktop app offers it (main/index.ts)
  wait: (ms, cut) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      void cut.then(() => {
        clearTimeout(timer)
        resolve()
      })
    }),
}

// A worker swallows what a promise throws; the window must hear of it, so that nobody waits before an empty screen.
self.addEventListener('unhandledrejection', ({ reason }) =>
  setTimeout(() => {
    throw reason
  }),
)

let about: AboutHost | null = null
let port: MessagePort | null = null
let worker: AppWorker | null = null
const early: ToWorker[] = []

self.addEventListener('message', ({ data, ports: given }: MessageEvent<ToWorker | { kind: 'port' } | { kind: 'kioskPort' }>) => {
  if (data.kind === 'port') port = given[0] ?? null
  else if (data.kind === 'kioskPort') joinKiosk(given[0])
  else if (data.kind === 'start') about = data.about
  else if (worker) worker.onMessage(data)
  else early.push(data)
  if (about && (about.host === 'web' || port) && !worker) void begin(about)
})

function joinKiosk(given: MessagePort | undefined): void {
  if (given && worker) worker.onKioskPort(given)
  else given?.close()
}

const storeLock = 'gather-open'
/** A page that is loaded anew at a lock waits so long for the worker that it has just ended. Milliseconds. */
const patienceMs = 700
/** How often a second window looks whether the first has gone. Free once may be a page that is being loaded anew; twice is gone. */
const lookMs = 1000

/** One store, one worker: a second window of the same browser waits until the first has gone. */
async function begin(given: AboutHost): Promise<void> {
  about = null
  for (let patience = patienceMs; !(await holdWithin(given, patience)); patience = 1) {
    post({ kind: 'phase', phase: { phase: 'elsewhere' } })
    while (!((await looksFree()) && (await looksFree())));
  }
}

/** Whether the store was ours in time; then this never ends. */
async function holdWithin(given: AboutHost, ms: number): Promise<boolean> {
  try {
    return await navigator.locks.request(storeLock, { signal: AbortSignal.timeout(ms) }, () => hold(given))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return false
    throw error
  }
}

async function looksFree(): Promise<boolean> {
  await new Promise((resolve) => {
    setTimeout(resolve, lookMs)
  })
  const { held, pending } = await navigator.locks.query()
  return ![...(held ?? []), ...(pending ?? [])].some((one) => one.name === storeLock)
}

async function hold(given: AboutHost): Promise<never> {
  const onEvent = (event: HostEvent) => worker?.onHostEvent(event) // before it has begun there is nothing to lock or send
  const host = given.host === 'electron' && port ? hostOver(port, onEvent) : await webHost(onEvent)
  worker = new AppWorker(host, given, ports, post)
  for (const message of early.splice(0)) worker.onMessage(message)
  await worker.start()
  return new Promise(() => {}) // the lock is kept as long as the worker lives
}
