import { useId, useState } from 'react'
import { Button } from './Button.tsx'

export interface Bar {
  id: string
  /** How it is called under the picture and in the table. */
  label: string
  value: number | null
}

export interface BarsWords {
  /** The whole picture in one sentence. */
  summary: string
  missing: string
  asAt: string
  showTable: string
  showPicture: string
  columns: [string, string]
}

const width = 400
const height = 154
const bottom = 128

/** Bars from zero, with the first, highest and last named; what was not recorded is a gap, not a zero. The table is behind a key. */
export function Bars({ bars, words, lastIsNow }: { bars: readonly Bar[]; words: BarsWords; lastIsNow?: boolean }) {
  const [table, setTable] = useState(false)
  return (
    <div className="bars">
      {table ? <Table bars={bars} words={words} /> : <Picture bars={bars} words={words} lastIsNow={lastIsNow ?? false} />}
      <div className="bars__foot">
        <span>{words.asAt}</span>
        <Button look="link" onClick={() => setTable(!table)}>
          {table ? words.showPicture : words.showTable}
        </Button>
      </div>
    </div>
  )
}

function Picture({ bars, words, lastIsNow }: { bars: readonly Bar[]; words: BarsWords; lastIsNow: boolean }) {
  const id = useId()
  const most = Math.max(1, ...bars.map((bar) => bar.value ?? 0))
  const step = width / Math.max(bars.length, 1)
  const named = namedBars(bars)
  return (
    <svg className="bars__picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{words.summary}</title>
      {bars.map((bar, at) => {
        const high = ((bar.value ?? 0) / most) * (bottom - 20)
        const x = at * step + step * 0.15
        const wide = Math.min(step * 0.7, 44)
        if (bar.value === null) {
          return <rect key={bar.id} className="bars__gap" x={x + 1} y={bottom - 17} width={Math.max(wide - 2, 1)} height={16} />
        }
        const now = lastIsNow && at === bars.length - 1
        return (
          <g key={bar.id}>
            <rect className={now ? 'bars__bar bars__bar--now' : 'bars__bar'} x={x} y={bottom - high} width={wide} height={high} rx="1.5" />
            {named.has(at) && (
              <text className="bars__number" x={x + wide / 2} y={bottom - high - 5} textAnchor="middle">
                {bar.value}
              </text>
            )}
          </g>
        )
      })}
      <line className="bars__base" x1="0" x2={width} y1={bottom + 0.5} y2={bottom + 0.5} />
      <text className="bars__text" x="2" y={height - 4}>
        {bars[0]?.label}
      </text>
      {bars.length > 1 && (
        <text className="bars__text" x={width - 2} y={height - 4} textAnchor="end">
          {bars.at(-1)?.label}
        </text>
      )}
    </svg>
  )
}

/** The bars that carry their number: first, last and the first of the highest. */
function namedBars(bars: readonly Bar[]): Set<number> {
  const most = Math.max(...bars.map((bar) => bar.value ?? 0))
  return new Set([0, bars.length - 1, bars.findIndex((bar) => bar.value === most)])
}

function Table({ bars, words }: { bars: readonly Bar[]; words: BarsWords }) {
  return (
    <table className="table">
      <caption className="out-of-sight">{words.summary}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns[0]}</th>
          <th scope="col" className="figures">
            {words.columns[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id}>
            <td>{bar.label}</td>
            <td className="figures">{bar.value ?? words.missing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same in a row's height, without words: the row says them. */
export function Spark({ values }: { values: readonly (number | null)[] }) {
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  return (
    <svg className="spark" width={values.length * 8} height="28" viewBox={`0 0 ${values.length * 8} 28`} aria-hidden="true" focusable="false">
      {values.map((value, at) =>
        value === null ? (
          <rect key={at} className="bars__gap" x={at * 8 + 1} y={22} width={4} height={5} />
        ) : (
          <rect key={at} className="bars__bar" x={at * 8} y={27 - (value / most) * 26} width={6} height={Math.max((value / most) * 26, 1)} />
        ),
      )}
    </svg>
  )
}
