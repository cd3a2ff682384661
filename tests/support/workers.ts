import 'fake-indexeddb/auto'
import { expect } from 'vitest'
import type { QuestionAnswer, QuestionName, QuestionParams } from '../../src/renderer/workerLink/questions.ts'
import { ok } from '../../src/shared/std/result.ts'
import { MemoryHost, TestWorker, TestPorts } from './laptop.ts'
import type { Surgery } from './surgery.ts'
import { transportTo } from './transport.ts'
import { until as untilTrue } from './until.ts'

export const passphrase = 'four plain words here'

/** One laptop with its worker, and the host that outlives the worker. */
export interface WorkingLaptop {
  worker: TestWorker
  host: MemoryHost
  /** Without a network until the answer is called. */
  cutOff(): () => void
  /** The app is closed and started again: what is on disk is there. @param killed it was not closed first */
  restart(killed?: 'killed'): Promise<TestWorker>
}

/**
 * The whole way a laptop goes: worker, real transport, real doors of the server, real SQL.
 * @param clock the laptop's own, milliseconds since 1970
 */
export async function joinedLaptop(surgery: Surgery, colleague: string, clock: () => number): Promise<WorkingLaptop> {
  const working = await newLaptop(surgery, clock)
  const code = await surgery.codeFor(colleague)
  expect(await working.worker.call('join', { server: 'https://gather.example', code, deviceName: 'Laptop', passphrase })).toEqual(ok(null))
  return working
}

/** The same before it has joined. */
export async function newLaptop(surgery: Surgery, clock: () => number): Promise<WorkingLaptop> {
  const host = new MemoryHost()
  const transport = transportTo(() => surgery)
  const sends: MemoryHost['send'] = (request) => transport.send(request)
  host.useToken = async (token) => {
    host.token = token
    transport.useToken(token)
  }
  host.send = sends
  const worker = () => {
    const ports = new TestPorts()
    Object.defineProperty(ports, 'time', { get: clock })
    return new TestWorker(host, ports)
  }
  const working: WorkingLaptop = {
    worker: worker(),
    host,
    cutOff() {
      host.send = async () => ({ ok: false, reason: 'offline' })
      return () => {
        host.send = sends
      }
    },
    async restart(killed) {
      if (!killed) await working.worker.call('lock')
      working.worker = worker()
      await working.worker.start()
      return working.worker
    },
  }
  await working.worker.start()
  return working
}

/** Waits until a view says what is expected, exchanging now and then. */
export async function until<Name extends QuestionName>(
  worker: TestWorker,
  view: Name,
  params: QuestionParams<Name>,
  fits: (value: QuestionAnswer<Name>) => boolean,
): Promise<QuestionAnswer<Name>> {
  const watch = worker.watch(view, params)
  await comesTrue(async (tries) => {
    const last = watch.told.at(-1)
    if (last !== undefined && fits(last)) return true
    if (tries % 20 === 19) await worker.call('sendNow')
    return false
  })
  worker.unwatch(watch.number)
  const last = watch.told.at(-1)
  if (last === undefined || !fits(last)) throw new Error(`the ${view} never came to it: ${JSON.stringify(last)}`)
  return last
}

/** Waits until all of a laptop is at the surgery. */
export function allSent(worker: TestWorker): Promise<QuestionAnswer<'status'>> {
  return until(worker, 'status', null, (status) => status.pending === 0 && status.trouble === null && status.lastReached !== null)
}

/** Looks again and again, as long as a busy machine may need. @returns whether it came true */
export async function comesTrue(is: (tries: number) => boolean | Promise<boolean>): Promise<boolean> {
  let tries = 0
  return untilTrue(() => is(tries++), String(is)).then(
    () => true,
    () => false,
  )
}
