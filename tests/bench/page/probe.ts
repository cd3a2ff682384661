import type { Phase, ToWindow, ToWorker } from '../../../src/renderer/workerLink/contract.ts'
import type { StatusView } from '../../../src/renderer/workerLink/views.ts'
import type { Span } from './spans.ts'

/** One sign-in by keyboard, in milliseconds since 1970. */
export interface Press {
  /** The key went down (the event's own time, before anything of the page ran). */
  pressed: number
  /** The window asked the worker. */
  asked: number
  /** The worker's answer, "it is on disk", arrived in the window. */
  durable: number
  /** The frame after the one with the row was begun. */
  drawn: number
  /** Who it was, or why it was nobody. */
  name: string
  ok: boolean
}

/** What the bench may ask in the app's page. */
export interface Probe {
  /** Calls the app's own worker, as the window does. */
  call(method: string, ...input: unknown[]): Promise<unknown>
  /** Phases the worker told, with the page's time. */
  phases: { phase: Phase['phase']; at: number }[]
  /** The status as it was told last, and when. */
  status: StatusView | null
  statusAt: number
  watchStatus(): void
  /** Resolves with the page's time when the status is like this. */
  untilStatus(like: 'loaded' | 'sent'): Promise<number>
  /** Tasks of the window that held up a frame (over 50 ms), since they were last emptied. */
  longTasks: Span[]
  /** Before a sign-in is typed: what is in the list already does not count. */
  arm(): void
  /** The sign-in that was typed, once it is drawn. */
  pressDone(): Promise<Press>
  /** From now on, notes when the search box stands there and when it has answered its first letter. */
  untilSearchWorks(letter: string): Promise<{ box: number; works: number; origin: number }>
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Put into the page before anything of the app runs. Self-contained: it is sent as text. */
export function putProbe(): void {
  const asked = new Map<number, (value: unknown) => void>()
  const broken = new Map<number, (error: Error) => void>()
  const waiting: { like: 'loaded' | 'sent'; resolve: (at: number) => void }[] = []
  const ours = 1_000_000_000 // the app counts its calls from 1
  let next = ours
  let worker: Worker | null = null
  let press: (Partial<Press> & { call?: number }) | null = null
  let settle: ((press: Press) => void) | null = null
  let seen = new WeakSet<Element>()

  const probe: Probe = {
    call: (method, ...input) =>
      new Promise((resolve, reject) => {
        const call = next++
        asked.set(call, resolve)
        broken.set(call, reject)
        worker?.postMessage({ kind: 'call', call, method, input })
      }),
    phases: [],
    status: null,
    statusAt: 0,
    longTasks: [],
    watchStatus: () => worker?.postMessage({ kind: 'watch', watch: next++, view: 'status', params: null }),
    untilStatus: (like) =>
      new Promise((resolve) => {
        waiting.push({ like, resolve })
        tellWaiting()
      }),
    arm() {
      seen = new WeakSet(rows())
      press = {}
    },
    pressDone: () =>
      new Promise((resolve) => {
        settle = resolve
        finish()
      }),
    untilSearchWorks,
  }
  window.probe = probe

  const Native = window.Worker
  window.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      worker = this // eslint-disable-line @typescript-eslint/no-this-alias
      this.addEventListener('message', (event: MessageEvent<ToWindow>) => hear(event.data))
    }
    override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
      noteAsked(message as ToWorker)
      super.postMessage(message, transfer as Transferable[])
    }
  }

  function hear(message: ToWindow): void {
    const now = performance.now()
    if (message.kind === 'phase') probe.phases.push({ phase: message.phase.phase, at: now })
    if (message.kind === 'broke') {
      broken.get(message.call)?.(new Error(`the worker broke: ${message.error}`))
      broken.delete(message.call)
    }
    if (message.kind === 'answer') {
      asked.get(message.call)?.(message.value)
      asked.delete(message.call)
      broken.delete(message.call)
      if (press?.call === message.call) noteDurable(message.value as Answer, now)
    }
    const told = message.kind === 'views' && message.told.find(({ watch }) => watch >= ours)
    if (told) {
      probe.status = told.value as StatusView
      probe.statusAt = now
      tellWaiting()
    }
  }

  function tellWaiting(): void {
    const { status } = probe
    if (!status) return
    const quiet = status.lastReached !== null && status.loading === null && status.sending === null && status.trouble === null
    for (const one of [...waiting]) {
      if (!quiet || (one.like === 'sent' && status.pending > 0)) continue
      waiting.splice(waiting.indexOf(one), 1)
      one.resolve(probe.statusAt)
    }
  }

  interface Answer {
    ok: boolean
    reason?: string
    value?: { name?: string; refused?: string }
  }

  function noteAsked(message: ToWorker): void {
    if (!press || press.pressed === undefined || press.call !== undefined) return
    if (message.kind !== 'call' || (message.method !== 'signInBest' && message.method !== 'run')) return
    press.call = message.call
    press.asked = performance.timeOrigin + performance.now()
  }

  function noteDurable(answer: Answer, now: number): void {
    if (!press) return
    press.durable = performance.timeOrigin + now
    press.ok = answer.ok && answer.value?.name !== undefined && answer.value.refused === undefined
    press.name = answer.value?.name ?? answer.reason ?? 'nobody'
    if (!press.ok) press.drawn = press.durable
    look()
    finish()
  }

  function rows(): Element[] {
    return [...document.querySelectorAll('.here .here__row')].filter((row) => row.querySelector('.tick--here'))
  }

  /** Is the row there? Only the newest can be it: looking at hundreds would itself take time. */
  function look(): void {
    if (!press?.name || press.drawn !== undefined || !press.ok) return
    const newest = [...document.querySelectorAll('.here .here__row')].slice(0, 6)
    const mine = newest.find(
      (row) => !seen.has(row) && row.querySelector('.tick--here') && row.querySelector('.row__name')?.textContent?.startsWith(press?.name ?? ' '),
    ) // behind it stands what tells them from another of the name
    if (!mine) return
    const drawing = press
    drawing.drawn = -1
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        drawing.drawn = performance.timeOrigin + performance.now()
        finish()
      }),
    )
  }

  function finish(): void {
    if (!settle || !press || press.durable === undefined || press.drawn === undefined || press.drawn < 0) return
    settle(press as Press)
    settle = null
    press = null
  }

  function untilSearchWorks(letter: string): Promise<{ box: number; works: number; origin: number }> {
    return new Promise((resolve) => {
      let box = 0
      const observer = new MutationObserver(lookForBox)
      const watch = () => observer.observe(document.documentElement, { subtree: true, childList: true })
      function lookForBox(): void {
        const input = document.querySelector<HTMLInputElement>('input.search')
        if (input && box === 0) {
          box = performance.now()
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, letter) // as React hears typing
          input.dispatchEvent(new Event('input', { bubbles: true }))
        }
        if (box === 0 || !document.querySelector('[role=option]')) return
        observer.disconnect()
        requestAnimationFrame(() => requestAnimationFrame(() => resolve({ box, works: performance.now(), origin: performance.timeOrigin })))
      }
      watch()
      lookForBox()
    })
  }

  new PerformanceObserver((list) =>
    probe.longTasks.push(
      ...list.getEntries().map(({ startTime, duration }) => {
        const from = performance.timeOrigin + startTime
        return { what: 'window task', from, to: from + duration }
      }),
    ),
  ).observe({ type: 'longtask' })
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && press && press.pressed === undefined) press.pressed = performance.timeOrigin + event.timeStamp
    },
    true,
  )
  new MutationObserver(look).observe(document, { subtree: true, childList: true })
}
