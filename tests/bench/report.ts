export interface Goal {
  most: number
  of: 'p50' | 'p95' | 'p99' | 'worst'
}

/** One figure of the report. */
export interface Line {
  name: string
  /** What was measured, in `unit`, one value a try. */
  values: number[]
  unit: 'ms' | 's' | 'KB' | 'MB' | '%'
  /** The most that each goal allows, and of which figure; without one the line is only for comparing. */
  goals?: Goal[]
  /** What it is compared with: another line of the same run, by its name. */
  peers?: string[]
  /** Said behind it. */
  note?: string
}

/** A line with its figures. */
export interface Told extends Line {
  p50: number
  p95: number
  p99: number
  worst: number
  /** This p50 over that of each peer: under 1 it is quicker or smaller. */
  ratios: { peer: string; ratio: number }[]
  holds: boolean | null
}

/** All that a run measured. */
export interface Measured {
  lines: Line[]
  /** Versions and promises, by what they are of. */
  facts: Record<string, string>
  remarks: string[]
}

/** The value below which this share of them lies (nearest rank). @param share 0 to 1 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Works out the figures of all lines; a peer that was not measured is left out. */
export function tell(lines: readonly Line[]): Told[] {
  const p50Of = new Map(lines.map((line) => [line.name, percentile(line.values, 0.5)]))
  return lines.map((line) => {
    const figures = {
      p50: percentile(line.values, 0.5),
      p95: percentile(line.values, 0.95),
      p99: percentile(line.values, 0.99),
      worst: percentile(line.values, 1),
    }
    const ratios = (line.peers ?? []).flatMap((peer) => {
      const theirs = p50Of.get(peer)
      return theirs ? [{ peer, ratio: figures.p50 / theirs }] : []
    })
    return { ...line, ...figures, ratios, holds: line.goals ? line.goals.every(({ most, of }) => figures[of] <= most) : null }
  })
}

/** The lines as a table for a terminal. */
export function table(told: readonly Told[]): string {
  const head = ['', 'n', 'p50', 'p95', 'p99', 'worst', 'goal', '', 'ratio of p50']
  const rows = told.map((one) => [
    one.name,
    String(one.values.length),
    ...[one.p50, one.p95, one.p99, one.worst].map((value) => figure(value, one.unit)),
    (one.goals ?? []).map(({ most, of }) => `${of} ≤ ${figure(most, one.unit)}`).join(', '),
    verdict(one.holds),
    one.ratios.map(({ peer, ratio }) => `×${shortRatio(ratio)} ${peer}`).join(' · ') +
      (one.note ? `${one.ratios.length > 0 ? ' · ' : ''}${one.note}` : ''),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  const alignLeft = new Set([0, 6, 7, 8])
  const draw = (row: string[]) =>
    row
      .map((cell, column) => (alignLeft.has(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [draw(head), ...rows.map(draw)].join('\n')
}

function verdict(holds: boolean | null): string {
  return holds === null ? '' : holds ? 'holds' : 'does not hold'
}

function figure(value: number, unit: Line['unit']): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)} ${unit}`
}

function shortRatio(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio >= 1 ? ratio.toFixed(1) : ratio.toFixed(2)
}
