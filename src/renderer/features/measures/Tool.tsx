import { useState } from 'react'
import { measure } from '../../../shared/records/measure.ts'
import { longest } from '../../../shared/records/longest.ts'
import type { MeasureScore } from '../../../shared/measures/definition.ts'
import { bandOf } from '../../../shared/rules/measures.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MeasureView, ToolView } from '../../workerLink/planViews.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Trend } from '../../ui/Trend.tsx'
import { WhyDialog } from '../../ui/WhyDialog.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { whySays } from '../../words/whySays.ts'

/** One questionnaire: its scores over time with the table beside them. */
export function Tool({ tool, name, today }: { tool: ToolView; name: string; today: string }) {
  const words = useWords()
  const shown = tool.asked.filter((one) => one.version === tool.version && !one.voidedBecause)
  return (
    <Card title={tool.title} aside={words.say('measures.asAt', { day: words.fullDate(today) })}>
      <div className="card__body measures__tool">
        <div className="measures__charts">
          {tool.scores
            .filter((score) => score.better !== 'none')
            .map((score) => (
              <ScoreTrend key={score.id} score={score} asked={shown} name={name} />
            ))}
        </div>
        <Table tool={tool} />
      </div>
      {tool.note && <p className="card__body soft small">{tool.note}</p>}
    </Card>
  )
}

function ScoreTrend({ score, asked, name }: { score: MeasureScore; asked: readonly MeasureView[]; name: string }) {
  const words = useWords()
  const points = asked.map((one) => {
    const value = one.scores[score.id] ?? null
    return { id: one.measureId, label: words.tinyDate(one.on), value, text: value === null ? '–' : figure(score, value) }
  })
  const values = asked.map((one, at) =>
    words.say('measures.chartValue', {
      day: words.fullDate(one.on),
      value: scoreInWords(score, one.scores[score.id] ?? null, words) || points[at]?.text,
    }),
  )
  const range = words.say('measures.range', { from: score.from, to: score.to, better: score.better })
  return (
    <div className="measures__chart">
      <Trend
        title={score.title}
        summary={words.say('measures.chart', { score: score.title, name, values: values.join('; ') })}
        points={points}
        most={score.to}
      />
      <p className="soft small">{range}</p>
    </div>
  )
}

/** A figure with as many decimals as its score has. */
function figure(score: MeasureScore, value: number): string {
  return value.toFixed(score.decimals)
}

/** "7 (High)", "6.3", "not recorded" */
function scoreInWords(score: MeasureScore, value: number | null, words: Words): string {
  if (value === null) return words.say('measures.missing')
  const band = bandOf(score, value)
  return band ? `${figure(score, value)} (${band})` : figure(score, value)
}

function Table({ tool }: { tool: ToolView }) {
  const words = useWords()
  return (
    <div className="table-scroll measures__table">
      <table className="table">
        <caption className="out-of-sight">{tool.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('measures.date')}</th>
            {tool.scores.map((score) => (
              <th key={score.id} scope="col">
                {score.title}
              </th>
            ))}
            <th scope="col">{words.say('measures.how')}</th>
          </tr>
        </thead>
        <tbody>
          {tool.asked.toReversed().map((one) => (
            <Line key={one.measureId} one={one} tool={tool} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ one, tool }: { one: MeasureView; tool: ToolView }) {
  const words = useWords()
  const facts = [
    words.say(`measures.how.${one.how}`),
    one.answeredBy === 'withHelp' ? words.say('measures.by.withHelp', { who: one.helpedBy }) : '',
    one.answeredBy === 'forThem' ? words.say('measures.by.forThem') : '',
    one.partial ? words.say('measures.partial') : '',
    one.version === tool.version ? '' : words.say('measures.otherVersion', { version: one.version }),
    one.voidedBecause ? words.say('measures.voided', { why: one.voidedBecause }) : '',
  ]
  return (
    <tr className={one.voidedBecause ? 'measures__voided' : undefined}>
      <th scope="row">{words.fullDate(one.on)}</th>
      {tool.scores.map((score) => (
        <td key={score.id}>{scoreInWords(score, one.scores[score.id] ?? null, words)}</td>
      ))}
      <td>
        {facts.filter(Boolean).join(', ')} <Mistaken one={one} />
      </td>
    </tr>
  )
}

function Mistaken({ one }: { one: MeasureView }) {
  const words = useWords()
  const worker = useWorker()
  const [asking, setAsking] = useState(false)
  const write = async (because: string | null) => {
    setAsking(false)
    const result = await worker.run('voidMeasure', { measureId: one.measureId, because })
    if (!result.ok) say(reasonInWords(result.reason, words))
  }
  if (one.voidedBecause)
    return (
      <Button look="link" about={words.fullDate(one.on)} onClick={() => void write(null)}>
        {words.say('measures.unvoid')}
      </Button>
    )
  return (
    <>
      <Button look="link" about={words.fullDate(one.on)} onClick={() => setAsking(true)}>
        {words.say('measures.void')}
      </Button>
      {asking && (
        <WhyDialog
          title={words.say('measures.voidTitle')}
          most={longest(measure, 'voidedBecause')}
          onClose={() => setAsking(false)}
          says={whySays(words, { hint: words.say('measures.voidHint'), does: words.say('measures.voidDo') })}
          onWhy={(because) => void write(because)}
        />
      )}
    </>
  )
}
