import { useId } from 'react'

export interface ChartBar {
  id: string
  label: string
  /** null: not shown. */
  value: number | null
  /** What is written at its end: "12". */
  text: string
}

const width = 640
const rowHeight = 30
const barHeight = 16
/** Room for what each bar is called, and for its number behind the longest. */
const [labelRoom, numberRoom] = [230, 90]
/** About so many letters of a label have room; the table has it whole. */
const mostLetters = 30

/**
 * Bars from left to right, a line each, with their names and numbers: nothing is told by colour. What is not shown is an empty frame with
 * dashes and says so. The table of the same stands under it.
 */
export function BarChart({ summary, bars }: { summary: string; bars: readonly ChartBar[] }) {
  const id = useId()
  const most = Math.max(1, ...bars.map((one) => one.value ?? 0))
  const height = bars.length * rowHeight + 2
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{summary}</title>
      {bars.map((bar, at) => (
        <Line key={bar.id} bar={bar} top={at * rowHeight} most={most} />
      ))}
      <line className="chart__axis" x1={labelRoom} x2={labelRoom} y1="0" y2={height} />
    </svg>
  )
}

function Line({ bar, top, most }: { bar: ChartBar; top: number; most: number }) {
  const long = bar.value === null ? barHeight * 2 : (bar.value / most) * (width - labelRoom - numberRoom)
  const middle = top + rowHeight / 2
  return (
    <g>
      <text className="chart__text" x={labelRoom - 10} y={middle + 5} textAnchor="end">
        {shortened(bar.label)}
      </text>
      <rect
        className={bar.value === null ? 'chart__hidden' : 'chart__bar'}
        x={labelRoom + 1}
        y={middle - barHeight / 2}
        width={Math.max(long, 1)}
        height={barHeight}
      />
      <text className="chart__number" x={labelRoom + long + 8} y={middle + 5}>
        {bar.text}
      </text>
    </g>
  )
}

function shortened(label: string): string {
  return label.length > mostLetters ? `${label.slice(0, mostLetters - 1).trimEnd()}…` : label
}
