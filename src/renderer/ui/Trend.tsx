import { useId } from 'react'

export interface TrendPoint {
  id: string
  /** "22 Oct" */
  label: string
  value: number | null
  /** The value as it is written: "26.02". */
  text: string
}

const step = 64
const high = 96
const top = 22
const bottom = top + high
const mostShown = 8

/**
 * One score over time: bars of one hue from zero up to the most that the score can be, each with its number and day. What was not recorded
 * is a dashed gap and no zero. The table of the same stands beside it.
 */
export function Trend({ title, summary, points, most }: { title: string; summary: string; points: readonly TrendPoint[]; most: number }) {
  const id = useId()
  const shown = points.slice(-mostShown)
  const width = Math.max(shown.length, 3) * step
  return (
    <figure className="trend">
      <figcaption className="trend__title">{title}</figcaption>
      <svg className="trend__picture" viewBox={`0 0 ${width} ${bottom + 24}`} width={width} height={bottom + 24} role="img" aria-labelledby={id}>
        <title id={id}>{summary}</title>
        <line className="trend__most" x1="0" x2={width} y1={top + 0.5} y2={top + 0.5} />
        {shown.map((point, at) => (
          <Column key={point.id} point={point} x={at * step} most={most} />
        ))}
        <line className="bars__base" x1="0" x2={width} y1={bottom + 0.5} y2={bottom + 0.5} />
      </svg>
    </figure>
  )
}

function Column({ point, x, most }: { point: TrendPoint; x: number; most: number }) {
  const tall = point.value === null ? 0 : Math.max((point.value / most) * high, 1)
  const middle = x + step / 2
  return (
    <g>
      {point.value === null ? (
        <rect className="bars__gap" x={x + 15} y={bottom - 21} width={step - 30} height={20} />
      ) : (
        <rect className="bars__bar" x={x + 14} y={bottom - tall} width={step - 28} height={tall} rx="1.5" />
      )}
      <text className="bars__number" x={middle} y={bottom - (point.value === null ? 26 : tall + 5)} textAnchor="middle">
        {point.text}
      </text>
      <text className="bars__text" x={middle} y={bottom + 18} textAnchor="middle">
        {point.label}
      </text>
    </g>
  )
}
