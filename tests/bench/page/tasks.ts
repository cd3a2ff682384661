import { readFile, rm } from 'node:fs/promises'
import type { Laptop } from '../rig/laptop.ts'

/** What the window's main thread did for one sign-in, by processor time: what others do on the machine meanwhile does not count. Milliseconds. */
export interface WindowWork {
  all: number
  /** The longest of its tasks: as long as that, no key is heard. */
  longest: number
  /** What the app's worker did meanwhile, all of it. */
  worker: number
}

/** What the page marks: Enter of a sign-in, and the end of what follows it. */
const marks = { enter: 'bench: enter', rest: 'bench: rest' } as const

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds, as all here. */
  ts: number
  dur?: number
  /** Processor time of the thread. */
  tdur?: number
  /** Of what says how a thread is called. */
  args?: { name?: string }
}

/** Does something while Chromium notes the tasks of its processes: these alone, as noting what is in them would itself take time. */
export async function watchTasks({ electron, page }: Laptop, work: (rests: () => Promise<void>) => Promise<void>): Promise<WindowWork[]> {
  const rests = () => page.evaluate((name) => void performance.mark(name), marks.rest)
  await page.evaluate(
    (name) =>
      addEventListener(
        'keydown',
        ({ key }) => {
          if (key === 'Enter') performance.mark(name)
        },
        true,
      ),
    marks.enter,
  )
  await electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel', 'blink.user_timing'], excluded_categories: ['*'] }),
  )
  await work(rests)
  const path = await electron.evaluate(({ contentTracing }) => contentTracing.stopRecording())
  const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { traceEvents: TraceEvent[] }
  await rm(path, { force: true })
  return workIn(traceEvents)
}

/** From each Enter until it rests. */
function workIn(events: readonly TraceEvent[]): WindowWork[] {
  const marked = events.filter((one) => one.name === marks.enter || one.name === marks.rest).sort((a, b) => a.ts - b.ts)
  const [first] = marked
  const tasks = outermost(events.filter((one) => one.ph === 'X' && one.pid === first?.pid && one.tid === first.tid))
  const threads = new Set(
    events.filter((one) => one.name === 'thread_name' && one.pid === first?.pid && /worker/i.test(one.args?.name ?? '')).map((one) => one.tid),
  )
  const work = [...threads].map((tid) => outermost(events.filter((one) => one.ph === 'X' && one.pid === first?.pid && one.tid === tid)))
  return marked.flatMap((from, at) => {
    const to = marked[at + 1]
    if (from.name !== marks.enter || to?.name !== marks.rest) return []
    const during = (some: readonly TraceEvent[]) =>
      some.filter((one) => one.ts + (one.dur ?? 0) >= from.ts && one.ts < to.ts).map((one) => (one.tdur ?? 0) / 1000)
    const times = during(tasks)
    return [{ all: sum(times), longest: Math.max(0, ...times), worker: sum(work.flatMap(during)) }]
  })
}

function sum(times: readonly number[]): number {
  return times.reduce((all, one) => all + one, 0)
}

/** Tasks that lie in no other. */
function outermost(tasks: readonly TraceEvent[]): TraceEvent[] {
  let end = 0
  return [...tasks]
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((one) => {
      const isOutermost = one.ts >= end
      if (isOutermost) end = one.ts + (one.dur ?? 0)
      return isOutermost
    })
}
