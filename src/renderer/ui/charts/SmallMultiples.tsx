import { useId, type ReactNode } from 'react'

const [wide, high] = [180, 64]

/** Small charts side by side, one for each group: all from zero up to the same most, so that they can be compared. */
export function SmallMultiples({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="multiples" aria-label={title}>
      <h3>{title}</h3>
      <ul className="multiples__all">{children}</ul>
    </section>
  )
}

/** One of them. @param most what the top of every chart stands for */
export function SmallChart({
  title,
  summary,
  values,
  most,
  first,
  last,
}: {
  title: string
  summary: string
  values: readonly number[]
  most: number
  first: string
  last: string
}) {
  const id = useId()
  const step = wide / Math.max(values.length, 1)
  return (
    <li className="multiples__one keep-together">
      <b>{title}</b>
      <svg className="chart" viewBox={`0 0 ${wide} ${high + 18}`} role="img" aria-labelledby={id}>
        <title id={id}>{summary}</title>
        {values.map((value, at) => (
          <rect
            key={at}
            className="chart__bar"
            x={at * step}
            y={high - (value / Math.max(most, 1)) * high}
            width={Math.max(step - 1, 0.5)}
            height={(value / Math.max(most, 1)) * high}
          />
        ))}
        <line className="chart__axis" x1="0" x2={wide} y1={high + 0.5} y2={high + 0.5} />
        <text className="chart__text chart__text--small" x="0" y={high + 15}>
          {first}
        </text>
        <text className="chart__text chart__text--small" x={wide} y={high + 15} textAnchor="end">
          {last}
        </text>
      </svg>
      <span className="small">{summary}</span>
    </li>
  )
}
