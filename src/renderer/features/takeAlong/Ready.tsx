import type { ReadyLine } from '../../../shared/rules/ready.ts'
import type { ReadyCard } from '../../workerLink/sheetViews.ts'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** The list of one session that this laptop goes along to. */
export function Ready({ card }: { card: ReadyCard }) {
  const words = useWords()
  const { group, sessionId } = card
  const title = words.say('take.row', { group, day: words.shortDay(card.date), start: words.time(card.start) })
  return (
    <Card
      title={title}
      aside={<Chip tone={card.ready ? 'good' : 'needs'}>{words.say(card.ready ? 'take.ready' : 'take.notReady')}</Chip>}
      foot={
        <>
          <Button look="link" about={title} onClick={() => go({ at: 'register', sessionId })}>
            {words.say('take.open')}
          </Button>
          <Button look="link" about={title} onClick={() => go({ at: 'paper', sessionId })}>
            {words.say('take.paper')}
          </Button>
        </>
      }
    >
      <p className="ready__counts">{words.say('take.counts', { people: card.people, alerts: card.withAlerts })}</p>
      <ul className="rows" aria-label={words.say('take.list', { group })}>
        {card.lines.map((line) => (
          <Line key={line.part} line={line} card={card} />
        ))}
      </ul>
      {card.others.length > 0 && <Others card={card} />}
    </Card>
  )
}

function Line({ line, card }: { line: ReadyLine; card: ReadyCard }) {
  const words = useWords()
  const what = words.say(`ready.${line.part}`)
  return (
    <li className="ready__line">
      <Tick state={line.ready ? 'here' : 'none'} />
      <span className="grow">
        <span className="out-of-sight">{words.say(line.ready ? 'take.yes' : 'take.no', { what })}</span>
        <span className="row__name" aria-hidden="true">
          {what}
        </span>
        <span className={line.ready ? 'take__more' : 'take__more ready__why'}>{detailOf(line, card, words)}</span>
      </span>
    </li>
  )
}

function detailOf(line: ReadyLine, card: ReadyCard, words: Words): string {
  if (line.why) return words.say(`notReady.${line.why}`, { missing: line.of - line.has })
  if (line.part === 'register') return words.say('ready.registerHas', { has: line.has })
  if (line.part !== 'venue') return words.say(`ready.${line.part}Has`, { none: line.of - line.has })
  const place = [card.place, card.meetingPoint].filter(Boolean).join(', ')
  if (line.has === 0) return words.say('ready.venueNone')
  return card.notes ? `${place}. ${card.notes}` : words.say('ready.venueNoNotes', { place })
}

function Others({ card }: { card: ReadyCard }) {
  const words = useWords()
  const names = card.others.map(({ name, by }) => words.say('take.otherNamed', { name, by }))
  return (
    <Notice tone="needs" title={words.say('take.others', { names: words.list(names), count: names.length })}>
      {words.say('take.othersMore')}
    </Notice>
  )
}
