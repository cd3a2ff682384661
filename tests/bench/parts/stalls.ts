import { percentile } from '../report.ts'
import { tookLong, type Told } from './keys.ts'

/**
 * What most of a slow sign-in's time went into, step by step from the key to the drawing. A step that is long is told with
 * what else went on in it for some milliseconds.
 */
export function causeOf(stall: Told): string {
  const step = stepsOf(stall).sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  if (!step) return 'nothing that was watched'
  const beside = stall.spans
    .filter(({ what, at, ms }) => ms > 8 && !ownSteps.test(what) && at < step.to && at + ms > step.from)
    .map(({ what }) => what.replace(/^\d+ /, ''))
  return [step.what, ...new Set(beside)].join(' with ')
}

/** What every sign-in does. */
const ownSteps = /^(the window|asked|answered|sealed)/

interface Step {
  what: string
  from: number
  to: number
}

function stepsOf(stall: Told): Step[] {
  const at = (what: RegExp, end = false) => {
    const span = stall.spans.find((one) => what.test(one.what))
    return span ? span.at + (end ? span.ms : 0) : null
  }
  const marks: [string, number | null][] = [
    ['the window before it asked', at(/^the window asked/, true)],
    ['the way to the worker', at(/^asked/, true)],
    ['deciding and sealing', at(/^host: journalAppend/)],
    ['the journal', at(/^host: journalAppend/, true)],
    ['the commit of the store', at(/^store: readwrite .*changes/, true)],
    ['the answer made ready', at(/^answered/)],
    ['the way back to the window', at(/^the window was answered/)],
    ['drawing', stall.drawn],
  ]
  let from = 0
  return marks.flatMap(([what, to]) => {
    if (to === null || to < from) return []
    const step = { what, from, to }
    from = to
    return [step]
  })
}

/** What each step takes at the median and at p95, how often each cause was, and the worst sign-ins step by step: lines for the report. */
export function stallsInWords(name: string, presses: readonly Told[]): string[] {
  const stalls = presses.filter(tookLong)
  const counts = new Map<string, number>()
  for (const stall of stalls) counts.set(causeOf(stall), (counts.get(causeOf(stall)) ?? 0) + 1)
  const told = [...counts].sort((a, b) => b[1] - a[1]).map(([cause, times]) => `${times} × ${cause}`)
  const worst = [...stalls].sort((a, b) => b.durable - a.durable).slice(0, 3)
  return [
    `${name}, step by step at p50 / p95: ${usualSteps(presses)}`,
    `${name}: ${stalls.length} of ${presses.length} took long. ${told.join(' · ')}`,
    ...worst.map(
      (stall) =>
        `  durable ${stall.durable.toFixed(0)}, drawn ${stall.drawn.toFixed(0)} ms: ${stepsOf(stall)
          .map((step) => `${step.what} ${(step.to - step.from).toFixed(0)}`)
          .join(', ')}; beside it: ${stall.spans
          .filter(({ what, ms }) => ms > 5 && !ownSteps.test(what))
          .map(({ what, at, ms }) => `${what} ${at.toFixed(0)}+${ms.toFixed(0)}`)
          .join(', ')}`,
    ),
  ]
}

function usualSteps(presses: readonly Told[]): string {
  const by = new Map<string, number[]>()
  for (const { what, from, to } of presses.flatMap(stepsOf)) by.set(what, [...(by.get(what) ?? []), to - from])
  return [...by].map(([what, all]) => `${what} ${percentile(all, 0.5).toFixed(1)} / ${percentile(all, 0.95).toFixed(1)}`).join(', ')
}
