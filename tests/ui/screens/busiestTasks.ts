import type { Page } from '@playwright/test'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  tdur?: number
  args: { name?: string }
}

/**
 * How long the page's tasks kept its thread busy while something was done, the longest first. Counted by the processor it
 * took: another test on the same core makes no task longer. Milliseconds.
 */
export async function busiestTasks(page: Page, work: () => Promise<void>): Promise<number[]> {
  const browser = page.context().browser()
  if (!browser) throw new Error('only a browser of its own can be traced')
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const isThread = (event: TraceEvent) => event.name === 'thread_name' && event.args.name === 'CrRendererMain'
  const threads = new Set(traceEvents.filter(isThread).map((event) => `${event.pid}/${event.tid}`))
  const tasks = traceEvents.filter((event) => event.tdur !== undefined && threads.has(`${event.pid}/${event.tid}`))
  return tasks.map((event) => (event.tdur ?? 0) / 1000).sort((a, b) => b - a)
}
