import './measures.css'
import { useView } from '../../workerLink/useView.ts'
import type { MeasuresView, ToolView } from '../../workerLink/planViews.ts'
import { go, goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, Chips } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWords } from '../../words/useWords.ts'
import { Tool } from './Tool.tsx'

/** What was asked of somebody over time, what is due, and what can be asked (story 24). */
export function MeasuresScreen({ personId }: { personId: string }) {
  const words = useWords()
  const view = useView('measures', { personId })
  if (!view)
    return <Absent answer={view} what="person" actions={<Button onClick={() => go({ at: 'people' })}>{words.say('person.toPeople')}</Button>} />
  const can = view.tools.filter((tool) => tool.availability === 'ready')
  const cannot = view.tools.filter((tool) => tool.availability !== 'ready')
  const back = (
    <Button keyLabel="Esc" onClick={goBack}>
      {words.say('common.back')}
    </Button>
  )
  return (
    <Page title={words.say('measures.title', { name: view.name })} under={words.say('measures.under')} actions={back}>
      <ToDo view={view} />
      <Which personId={view.personId} nothing={view.tools.every((tool) => tool.asked.length === 0)} tools={can} />
      {view.tools
        .filter((tool) => tool.asked.length > 0)
        .map((tool) => (
          <Tool key={tool.questionnaire} tool={tool} name={view.name} today={view.today} />
        ))}
      {cannot.length > 0 && <Cannot personId={view.personId} tools={cannot} />}
    </Page>
  )
}

/** Answers that ask for something to be done, until it is written down what was. */
function ToDo({ view }: { view: MeasuresView }) {
  const words = useWords()
  const open = view.tools.flatMap((tool) => tool.asked.filter((one) => one.protocolOpen))
  const { personId } = view
  return open.map((one) => (
    <Notice
      key={one.measureId}
      tone="danger"
      title={words.say('measures.protocolOpen', { day: words.fullDate(one.on) })}
      actions={
        <Button onClick={() => go({ at: 'askMeasure', personId, questionnaire: one.questionnaire })}>{words.say('measures.protocolDo')}</Button>
      }
    />
  ))
}

function Which({ personId, nothing, tools }: { personId: string; nothing: boolean; tools: readonly ToolView[] }) {
  const words = useWords()
  return (
    <Card title={words.say('measures.which')}>
      {nothing && <Empty title={words.say('measures.none')}>{words.say('measures.noneMore')}</Empty>}
      <ul className="rows" aria-label={words.say('measures.which')}>
        {tools.map((tool) => (
          <Row key={tool.questionnaire} tool={tool} personId={personId} />
        ))}
      </ul>
    </Card>
  )
}

/** What the site has no licence for, or has not switched on, with why. */
function Cannot({ personId, tools }: { personId: string; tools: readonly ToolView[] }) {
  const words = useWords()
  const to = <Button onClick={() => go({ at: 'measureLicences' })}>{words.say('licences.do')}</Button>
  return (
    <Card title={words.say('measures.cannot')} foot={to}>
      <ul className="rows" aria-label={words.say('measures.cannot')}>
        {tools.map((tool) => (
          <Row key={tool.questionnaire} tool={tool} personId={personId} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ tool, personId }: { tool: ToolView; personId: string }) {
  const words = useWords()
  const { due, availability } = tool
  const last = tool.asked.filter((one) => !one.voidedBecause).at(-1)
  return (
    <li className="measures__row">
      <span className="grow">
        <span className="row__name">{tool.title}</span>
        <Chips>
          {due && (
            <Chip tone="needs">
              {due.late ? words.say('measures.late', { day: words.fullDate(due.until) }) : words.say(`measures.due.${due.point}`)}
            </Chip>
          )}
        </Chips>
        <span className="soft small measures__more">
          {availability !== 'ready'
            ? words.say(`measures.${availability}`)
            : last
              ? words.say('measures.lastOn', { day: words.fullDate(last.on) })
              : words.say('measures.never')}
        </span>
      </span>
      {availability === 'ready' && (
        <Button about={tool.title} onClick={() => go({ at: 'askMeasure', personId, questionnaire: tool.questionnaire })}>
          {words.say('measures.ask')}
        </Button>
      )}
    </li>
  )
}
