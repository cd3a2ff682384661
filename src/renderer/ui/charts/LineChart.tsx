import { useId } from 'react'

export interface ChartLine {
  id: string
  /** Stands at the end of the line. */
  label: string
  /** One for each place along the axis; null where it is not shown: the line goes on to the next. */
  values: readonly (number | null)[]
}

const [width, height] = [640, 220]
const [left, right, top, bottom] = [44, 150, 16, 28]
/** Each line is drawn in its own way, so that they can be told apart without colour. */
const dashes = ['none', '7 5', '2 4'] as const
/** Two labels nearer than this are moved apart. */
const labelHeight = 18

/** Numbers over time, up to three lines from zero, each with its name at its end and a dash of its own. The table of the same stands under it. */
export function LineChart({ summary, lines, first, last }: { summary: string; lines: readonly ChartLine[]; first: string; last: string }) {
  const id = useId()
  const most = Math.max(1, ...lines.flatMap((one) => one.values.map((value) => value ?? 0)))
  const across = (at: number, of: number) => left + (of > 1 ? at / (of - 1) : 0.5) * (width - left - right)
  const up = (value: number) => height - bottom - (value / most) * (height - top - bottom)
  const lastOf = ({ values }: ChartLine) =>
    values.reduce((found, value, at) => (value === null ? found : { value, at }), { value: 0, at: 0 } as { value: number; at: number })
  const ends = spread(lines.map((one) => up(lastOf(one).value)))
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{summary}</title>
      {[0, most].map((value) => (
        <g key={value}>
          <line className={value === 0 ? 'chart__axis' : 'chart__grid'} x1={left} x2={width - right} y1={up(value)} y2={up(value)} />
          <text className="chart__text" x={left - 8} y={up(value) + 5} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {lines.map((line, nth) => (
        <g key={line.id}>
          <polyline
            className="chart__line"
            strokeDasharray={dashes[nth % dashes.length]}
            points={line.values.flatMap((value, at) => (value === null ? [] : [`${across(at, line.values.length)},${up(value)}`])).join(' ')}
          />
          <circle className="chart__dot" cx={across(lastOf(line).at, line.values.length)} cy={up(lastOf(line).value)} r="3.5" />
          <text className="chart__number" x={width - right + 10} y={(ends[nth] ?? 0) + 5}>
            {line.label}
          </text>
        </g>
      ))}
      <text className="chart__text" x={left} y={height - 6}>
        {first}
      </text>
      <text className="chart__text" x={width - right} y={height - 6} textAnchor="end">
        {last}
      </text>
    </svg>
  )
}

/** Moves what would stand on each other apart, from the lowest up. */
function spread(places: readonly number[]): number[] {
  const found = [...places]
  const inOrder = places.map((_, at) => at).sort((a, b) => (places[b] ?? 0) - (places[a] ?? 0))
  for (let nth = 1; nth < inOrder.length; nth++) {
    const [below, here] = [inOrder[nth - 1]!, inOrder[nth]!]
    found[here] = Math.min(found[here]!, found[below]! - labelHeight)
  }
  return found
}
