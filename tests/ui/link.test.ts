import { expect, test } from 'vitest'
import { createLink, type WorkerLike } from '../../src/renderer/workerLink/client.ts'
import type { Phase, ToWindow, ToWorker } from '../../src/renderer/workerLink/contract.ts'

/** A worker at which one can see what it was told, and which says what one likes. */
function openWorker() {
  const told: ToWorker[] = []
  const listeners: ((event: MessageEvent) => void)[] = []
  const worker: WorkerLike = {
    postMessage: (message) => void told.push(message as ToWorker),
    addEventListener: (type: string, listen: (event: never) => void) =>
      void (type === 'message' && listeners.push(listen as (event: MessageEvent) => void)),
  }
  const say = (data: ToWindow) => listeners.forEach((listen) => listen({ data } as MessageEvent))
  return { link: createLink(worker), told, say }
}

test('a call is told once and answered by its number', async () => {
  const { link, told, say } = openWorker()
  const first = link.worker.unlock('one')
  const second = link.worker.search({ sessionId: 's', text: 'ma' })
  expect(told).toMatchObject([
    { kind: 'call', method: 'unlock', input: ['one'] },
    { kind: 'call', method: 'search', input: [{ sessionId: 's', text: 'ma' }] },
  ])
  const [one, two] = told as { call: number }[]
  say({ kind: 'answer', call: two!.call, value: [] })
  say({ kind: 'answer', call: one!.call, value: { ok: true, value: null } })
  expect(await second).toEqual([])
  expect(await first).toEqual({ ok: true, value: null })
})

test('a call that broke in the worker breaks here, and only it', async () => {
  const { link, told, say } = openWorker()
  const call = link.worker.lock()
  say({ kind: 'broke', call: (told[0] as { call: number }).call, error: 'TypeError' })
  await expect(call).rejects.toThrow('TypeError')
})

test('a view is told to its watcher until it stops', () => {
  const { link, told, say } = openWorker()
  const seen: unknown[] = []
  const stop = link.watch('me', null, (view) => seen.push(view.name))
  const watch = (told[0] as { watch: number }).watch
  const me = { colleagueId: 'c', name: 'Priya', role: 'lead' as const, team: 't', deviceName: 'd', partner: null }
  say({ kind: 'views', told: [{ watch, value: me }] })
  stop()
  say({ kind: 'views', told: [{ watch, value: { ...me, name: 'Tom' } }] })
  expect(seen).toEqual(['Priya'])
  expect(told.at(-1)).toEqual({ kind: 'unwatch', watch })
})

test('the last answer is remembered for the next screen, and forgotten when the laptop locks', () => {
  const { link, told, say } = openWorker()
  link.watch('status', null, () => undefined)
  say({ kind: 'views', told: [{ watch: (told[0] as { watch: number }).watch, value: { pending: 3 } as never }] })
  expect(link.remembered('status', null)).toEqual({ pending: 3 })
  say({ kind: 'phase', phase: { phase: 'locked', waitMs: 0, returnTo: null } })
  expect(link.remembered('status', null)).toBeUndefined()
})

test('who follows the phase hears the present one at once', () => {
  const { link, say } = openWorker()
  say({ kind: 'phase', phase: { phase: 'new' } })
  const heard: Phase['phase'][] = []
  link.onPhase((phase) => heard.push(phase.phase))
  say({ kind: 'phase', phase: { phase: 'open', returnTo: null } })
  expect(heard).toEqual(['new', 'open'])
})
