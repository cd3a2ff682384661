import type { VoicesTold } from '../../workerLink/voiceViews.ts'
import { BarChart } from '../../ui/charts/BarChart.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

const faces = [1, 2, 3, 4, 5] as const
type Month = VoicesTold['months'][number]

/** How the days of a group were: each face over the months that may be told apart, and the months as a table. */
export function HowItWas({ months }: { months: readonly Month[] }) {
  const words = useWords()
  const first = months.findIndex((one) => one.answers > 0)
  if (first < 0) {
    return (
      <Card title={words.say('voices.how')}>
        <Empty title={words.say('voices.howNone')}>{words.say('voices.howNoneMore')}</Empty>
      </Card>
    )
  }
  const shown = months.slice(first)
  return (
    <Card title={words.say('voices.how')} aside={<span className="soft small">{words.say('voices.answers', { count: sumOf(shown) })}</span>}>
      <div className="card__body">
        <Faces months={shown} />
        {isPartlyTold(shown) && <p className="voices__bars soft small">{words.say('voices.barsOf')}</p>}
        <Table months={shown} />
      </div>
    </Card>
  )
}

/** Bars over fewer answers than the card counts: those of months with too few are not in them. */
const isPartlyTold = (months: readonly Month[]) => months.some((one) => one.faces) && months.some((one) => !one.faces && one.answers > 0)
const sumOf = (months: readonly Month[]) => months.reduce((sum, one) => sum + one.answers, 0)
const monthInWords = (month: string, words: Words) => words.monthOfYear(`${month}-01`)

function Faces({ months }: { months: readonly Month[] }) {
  const words = useWords()
  const told = months.filter((one) => one.faces)
  if (told.length === 0) return null
  const bars = faces.map((face) => {
    const value = told.reduce((sum, one) => sum + (one.faces?.[face - 1] ?? 0), 0)
    return { id: String(face), label: words.say(`voices.face${face}`), value, text: words.number(value) }
  })
  const [from, to] = [told[0]!.month, told.at(-1)!.month].map((month) => monthInWords(month, words))
  const parts = bars.map((one) => `${one.label} ${one.text}`).join(', ')
  return <BarChart summary={words.say('voices.chart', { from, to, parts })} bars={bars} />
}

function Table({ months }: { months: readonly Month[] }) {
  const words = useWords()
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="out-of-sight">{words.say('voices.how')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('voices.month')}</th>
            <th scope="col" className="figures">
              {words.say('voices.count')}
            </th>
            {faces.map((face) => (
              <th key={face} scope="col" className="figures">
                {words.say(`voices.face${face}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...months].reverse().map((one) => (
            <Line key={one.month} month={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ month: { month, answers, faces: told } }: { month: Month }) {
  const words = useWords()
  return (
    <tr>
      <th scope="row">{monthInWords(month, words)}</th>
      <td className="figures">{words.number(answers)}</td>
      {told?.map((count, at) => (
        <td key={at} className="figures">
          {words.number(count)}
        </td>
      ))}
      {!told && (
        <td colSpan={faces.length} className="soft">
          {answers > 0 ? words.say('voices.few') : ''}
        </td>
      )}
    </tr>
  )
}
