import type { Span } from './spans.ts'

/** One press, and what came of it. Milliseconds from the event's own time, before anything of the page ran. */
export interface Shown {
  /** The worker's last answer of those that were waited for arrived in the window. */
  told: number
  /** The second frame after it was begun: what was told is on the screen. */
  drawn: number
  /** Tasks of the window over 50 ms, from the press until it was drawn. */
  longTasks: number[]
}

/** What the bench may ask of the lists in the app's page. */
export interface ListProbe {
  /** From now on the next key, click or choice counts. @param views what a screen asks for what it shows */
  arm(views: readonly string[]): void
  /** Resolves once all of them were told and drawn. */
  shown(): Promise<Shown>
  /** Resolves once the worker has told nothing for so long, and the window drew. */
  untilQuiet(ms: number): Promise<void>
}

declare global {
  interface Window {
    lists?: ListProbe
  }
}

/** Put into the page while it runs, behind the other probe. Self-contained: it is sent as text. */
export function putListProbe(): void {
  if (window.lists) return
  let [heardAt, pressedAt] = [performance.now(), -1]
  let waits: Map<string, number | null> | null = null
  let late: ((shown: Shown) => void) | null = null
  let done: Shown | null = null
  const hearing = new WeakSet<Worker>()
  const tasks: Span[] = []

  window.lists = {
    arm(views) {
      pressedAt = -1
      done = null
      tasks.length = 0
      waits = new Map(views.map((view) => [view, null]))
    },
    shown: () =>
      new Promise((resolve) => {
        late = resolve
        finish()
      }),
    untilQuiet: (ms) =>
      new Promise((resolve) => {
        const look = () => (performance.now() - heardAt > ms ? requestAnimationFrame(() => resolve()) : void setTimeout(look, 20))
        look()
      }),
  }

  interface Sent {
    kind?: string
    view?: string
    watch?: number
  }
  const native = Object.getPrototypeOf(window.Worker.prototype) as Worker
  const post = native.postMessage as (this: Worker, message: Sent, more?: unknown) => void
  native.postMessage = function (this: Worker, message: Sent, more?: unknown) {
    if (!hearing.has(this)) this.addEventListener('message', ({ data }: MessageEvent<{ kind: string; told?: { watch: number }[] }>) => hear(data))
    hearing.add(this)
    if (message.kind === 'watch' && pressedAt >= 0 && waits?.has(message.view ?? '')) waits.set(message.view ?? '', message.watch ?? null)
    post.call(this, message, more)
  } as Worker['postMessage']

  function hear(message: { kind: string; told?: { watch: number }[] }): void {
    if (message.kind !== 'views') return
    heardAt = performance.now()
    if (!waits || pressedAt < 0) return
    for (const [view, watch] of waits) if (watch !== null && message.told?.some((one) => one.watch === watch)) waits.delete(view)
    if (waits.size > 0) return
    waits = null
    const told = heardAt - pressedAt
    requestAnimationFrame(() => requestAnimationFrame(() => note(told)))
  }

  /** A task is told of behind its end, so one more frame is waited for it; what was drawn is drawn by then. */
  function note(told: number): void {
    const drawn = performance.now() - pressedAt
    setTimeout(() => {
      const longTasks = tasks.filter((one) => one.to >= pressedAt && one.from <= pressedAt + drawn).map((one) => one.to - one.from)
      performance.mark('bench: rest')
      done = { told, drawn, longTasks }
      finish()
    }, 50)
  }

  function finish(): void {
    if (done) late?.(done)
  }

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ what: 'window task', from: startTime, to: startTime + duration })
  }).observe({ type: 'longtask' })
  for (const kind of ['keydown', 'click', 'change', 'input'])
    addEventListener(
      kind,
      ({ timeStamp }) => {
        if (!waits || pressedAt >= 0) return
        pressedAt = timeStamp
        performance.mark('bench: enter') // as page/tasks.ts reads them
      },
      true,
    )
}
