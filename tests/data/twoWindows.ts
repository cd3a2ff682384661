import 'fake-indexeddb/auto'
import { MessageChannel } from 'node:worker_threads'
import type { Phase, ToWindow } from '../../src/renderer/workerLink/contract.ts'
import type { HostCall } from '../../src/shared/ipc/contract.ts'
import { MemoryHost } from '../support/laptop.ts'
import { until } from '../support/until.ts'

/**
 * Two windows of one browser, each with the shipped worker, in a process of their own: a Web Lock is never given back as
 * long as a worker lives. Prints which phases each was told, step by step.
 */
async function openWindow(number: number) {
  const phases: Phase['phase'][] = []
  const listeners: ((event: { data: unknown; ports: unknown[] }) => void)[] = []
  Object.assign(globalThis, {
    self: {
      addEventListener: (type: string, listen: (typeof listeners)[number]) => type === 'message' && listeners.push(listen),
      postMessage: (message: ToWindow) => {
        if (message.kind === 'phase') phases.push(message.phase.phase)
      },
    },
  })
  await import(`../../src/renderer/worker.ts?window=${number}`)
  const say = (data: unknown, given: unknown[] = []) => listeners.forEach((listen) => listen({ data, ports: given }))
  const { port1, port2 } = new MessageChannel()
  port1.on('message', ({ call, method, args }: HostCall) => {
    void (host[method] as (...given: unknown[]) => Promise<unknown>)(...args).then((value) => port1.postMessage({ call, ok: true, value }))
  })
  const about = { host: 'electron', appVersion: 'test', localServer: null, sample: false }
  return { phases, giveHost: () => say({ kind: 'port' }, [port2]), start: () => say({ kind: 'start', about }) }
}

const host = new MemoryHost()
const pause = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 100)
  })
const steps: unknown[] = []

const first = await openWindow(1)
first.giveHost()
await pause()
steps.push([...first.phases])
first.start()
await until(() => first.phases.length > 0)
steps.push([...first.phases])
const second = await openWindow(2)
second.start()
second.giveHost()
await until(() => second.phases.length > 0)
await pause() // nothing more comes to either
steps.push([[...first.phases], [...second.phases]])
console.log(JSON.stringify(steps))
process.exit(0)
