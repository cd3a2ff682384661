import './withoutEval.ts'
import { v7 } from 'uuid'
import type { AboutHost, HostEvent } from '../shared/ipc/contract.ts'
import { AppWorker } from './data/workerApi.ts'
import type { LaptopPorts } from './data/laptop.ts'
import type { ToWindow, ToWorker } from './workerLink/contract.ts'
import { holdStore } from './data/storeLock.ts'
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

/** One store, one worker. */
function begin(given: AboutHost): Promise<void> {
  about = null
  return holdStore(
    navigator.locks,
    () => hold(given),
    () => post({ kind: 'phase', phase: { phase: 'elsewhere' } }),
  )
}

async function hold(given: AboutHost): Promise<never> {
  const onEvent = (event: HostEvent) => worker?.onHostEvent(event) // before it has begun there is nothing to lock or send
  const host = given.host === 'electron' && port ? hostOver(port, onEvent) : await webHost(onEvent)
  worker = new AppWorker(host, given, ports, post)
  for (const message of early.splice(0)) worker.onMessage(message)
  await worker.start()
  return new Promise(() => {}) // the lock is kept as long as the worker lives
}
