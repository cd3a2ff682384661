import type { TakeRow } from '../../workerLink/sheetViews.ts'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useRoving } from '../../ui/useRoving.ts'
import { useWords } from '../../words/useWords.ts'

/** Coming sessions; a press takes the laptop along, another leaves it here. */
export function TakeList({ sessions, onToggle }: { sessions: readonly TakeRow[]; onToggle: (row: TakeRow) => void }) {
  const words = useWords()
  const roving = useRoving()
  const chosen = sessions.filter((row) => row.takenLaptopId).length
  return (
    <Card title={words.say('take.which')} aside={sessions.length > 0 && words.say('take.whichAside', { count: chosen })}>
      {sessions.length === 0 && <Empty title={words.say('take.none')}>{words.say('take.noneMore')}</Empty>}
      <ul className="take" aria-label={words.say('take.which')} {...roving}>
        {sessions.map((row, at) => (
          <li key={row.sessionId}>
            <button
              type="button"
              className="take__row"
              data-roving
              tabIndex={at === 0 ? 0 : -1}
              aria-pressed={row.takenLaptopId !== null}
              onClick={() => onToggle(row)}
            >
              <Tick state={row.takenLaptopId ? 'here' : 'none'} />
              <span className="take__when figures">
                {words.shortDay(row.date)}, {words.time(row.start)}
              </span>
              <span className="grow">
                <span className="row__name">{row.group}</span>
                <span className="take__more">{words.say('take.expected', { place: row.place, count: row.expected })}</span>
                {row.cancelled && <Chip tone="danger">{words.say('take.cancelled')}</Chip>}
                {row.tooFar && <span className="take__more">{words.say('reason.tooFarAhead')}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
