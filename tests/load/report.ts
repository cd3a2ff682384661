import type { Faults } from './check.ts'
import type { Seen } from './laptop.ts'
import type { LoadOptions } from './options.ts'
import type { Spent } from './spent.ts'

/** What a run measured. Times in milliseconds. */
export interface Figures {
  seen: readonly Seen[]
  /** From the first laptop's first attempt to the answer for the last change. */
  wholeMs: number
  floorMs: number
  /** Answers of the server, by HTTP status. */
  statuses: ReadonlyMap<number, number>
  /** The most that the server's process had, in megabytes; null where nobody knows. */
  memory: number | null
  /** Processor time until the last answer; null where nobody knows, or where one of them was killed. */
  spent: Spent | null
  faults: Faults
}

/** The whole takes no longer than so many floors, when all come at once. */
const mostFloors = 3
/** Spread over time, 99 of 100 pushes take less. Milliseconds. */
const mostPushMs = 2000

/** The bars that were missed, in words. A kill in the middle has no bar of time. */
export function missed(load: LoadOptions, figures: Figures): string[] {
  const faults = Object.entries(figures.faults)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`)
  const unsent = figures.seen.filter((one) => one.push === null).length
  const all = [...faults, ...(unsent > 0 ? [`${unsent} laptops did not come through`] : [])]
  if (load.kill) return all
  if (serverErrors(figures) > 0) all.push(`${serverErrors(figures)} answers of 5xx`)
  if (load.over === 0 && ratioOf(figures) > mostFloors) all.push(`more than ${mostFloors} floors`)
  if (load.over > 0 && percentile(pushes(figures), 0.99) > mostPushMs) all.push(`p99 of a push over ${mostPushMs / 1000} s`)
  return all
}

/** The figures of a run as they are printed. */
export function tell(load: LoadOptions, figures: Figures): string {
  const { seen, statuses, memory, spent, faults } = figures
  const push = pushes(figures)
  const told = Math.max(...seen.map((one) => one.whole ?? 0))
  const troubles = seen.flatMap((one) => one.troubles)
  const how = load.over > 0 ? `over ${load.over} s` : 'at once'
  const killed = load.kill ? `, ${load.kill} killed in the middle` : ''
  const bad = missed(load, figures)
  return [
    `${load.devices} laptops with ${load.changes} changes each, ${how}${killed}`,
    `a push       p50 ${seconds(percentile(push, 0.5))}  p99 ${seconds(percentile(push, 0.99))}  worst ${seconds(push.at(-1) ?? NaN)}`,
    `the whole    ${seconds(figures.wholeMs)}   floor ${seconds(figures.floorMs)}   ratio ${ratioOf(figures).toFixed(2)}`,
    `fetched      ${seen.reduce((sum, one) => sum + one.fetched, 0)} changes of others; the slowest laptop was done after ${seconds(told)}`,
    `answers      ${[...statuses]
      .sort()
      .map(([status, count]) => `${status}: ${count}`)
      .join('  ')}   5xx: ${serverErrors(figures)}`,
    `tried again  ${troubles.length} times${troubles.length > 0 ? ` (${[...new Set(troubles)].join(', ')})` : ''}`,
    ...(spent
      ? [`processor    laptops ${spent.laptops.toFixed(1)} s   server ${spent.server.toFixed(1)} s   database ${spent.database.toFixed(1)} s`]
      : []),
    `server       ${memory === null ? 'memory not known here' : `${memory} MB at most`}`,
    `afterwards   ${Object.entries(faults)
      .map(([name, count]) => `${name} ${count}`)
      .join('  ')}`,
    bad.length === 0 ? 'Every bar was kept.' : `Missed: ${bad.join('; ')}`,
  ].join('\n')
}

function pushes({ seen }: Figures): number[] {
  return seen.flatMap((one) => one.push ?? []).sort((a, b) => a - b)
}

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}

function ratioOf({ wholeMs, floorMs }: Figures): number {
  return wholeMs / floorMs
}

function serverErrors({ statuses }: Figures): number {
  return [...statuses].reduce((sum, [status, count]) => (status >= 500 ? sum + count : sum), 0)
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
