import { useWorker } from '../../workerLink/link.ts'
import type { CallingView, CallRow } from '../../workerLink/sheetViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useRoving } from '../../ui/useRoving.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { sayTrouble } from '../../words/sheetWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'

type How = 'spoken' | 'message' | 'noAnswer'
const ways = [
  ['spoken', 'told'],
  ['message', 'message'],
  ['noAnswer', 'noAnswer'],
] as const

/** Who is expected, with phones, and who has heard. Nobody moves when they are ticked. */
export function CallList({ view }: { view: CallingView }) {
  const words = useWords()
  const roving = useRoving(ways.length)
  const { people, toRing, told } = view
  const aside =
    view.asPlanned && toRing === 0 ? null : (
      <span role="status">
        {words.say('calling.toRing', { count: toRing })}
        {told > 0 && ` · ${words.say('calling.toldCount', { count: told })}`}
      </span>
    )
  const first = people.find((row) => row.state === 'ring' || row.state === 'told')?.personId
  return (
    <Card title={words.say('calling.list')} aside={aside}>
      {people.length === 0 && <Empty title={words.say('calling.nobody')}>{words.say('calling.nobodyMore')}</Empty>}
      {people.length > 0 && view.asPlanned && toRing === 0 && (
        <Notice title={words.say('calling.asPlanned')}>{words.say('calling.asPlannedMore')}</Notice>
      )}
      <ul className="rows" aria-label={words.say('calling.list')} {...roving}>
        {people.map((row) => (
          <Row key={row.personId} row={row} view={view} first={row.personId === first} />
        ))}
      </ul>
    </Card>
  )
}

function Row({ row, view, first }: { row: CallRow; view: CallingView; first: boolean }) {
  const words = useWords()
  const quiet = view.asPlanned && view.toRing === 0
  const ticks = row.state === 'ring' || row.state === 'told'
  return (
    <li className={row.state === 'ring' ? 'call' : 'call call--done'}>
      {!quiet && <Tick state={row.state === 'told' ? 'here' : 'none'} />}
      <span className="call__who">
        <PersonName of={row} />
        <span className="call__phones">
          <Phones row={row} />
        </span>
        {(!quiet || row.state !== 'noNeed') && <StateLine row={row} />}
      </span>
      {ticks && (
        <span className="call__ways no-print">
          <Ways row={row} view={view} first={first} />
        </span>
      )}
      {row.state === 'ring' && (
        <span className="call__boxes" aria-hidden="true">
          {words.say('calling.boxes')}
        </span>
      )}
    </li>
  )
}

function Phones({ row }: { row: CallRow }) {
  const words = useWords()
  if (row.phones.length === 0) return <span className="soft">{words.say('calling.noPhone')}</span>
  return row.phones.map((phone) => (
    <a
      key={phone}
      className="link call__phone"
      href={`tel:${phone.replaceAll(' ', '')}`}
      aria-label={words.say('calling.ring', { name: fullName(row, words), phone })}
    >
      {phone}
    </a>
  ))
}

function StateLine({ row }: { row: CallRow }) {
  const words = useWords()
  const now = useNow()
  const said = stateInWords(row, words, now)
  return (
    <>
      {row.waiting && <Chip>{words.say('calling.waiting')}</Chip>}
      {said && <span className="call__state">{said}</span>}
    </>
  )
}

function stateInWords(row: CallRow, words: Words, now: string): string {
  const { last, tries } = row
  if (row.state === 'apologies') return words.say('calling.apologies')
  if (row.state === 'noNeed') return words.say('calling.noNeed')
  if (!last) return ''
  const values = { when: words.moment(last.at, now), by: last.by, tries }
  if (last.how === 'noAnswer') return words.say('calling.lastNoAnswer', values)
  if (!last.current) return words.say('calling.before', values)
  return words.say(last.how === 'spoken' ? 'calling.lastSpoken' : 'calling.lastMessage', values)
}

/** Three answers to a call. A tick pressed again is taken back; each call without an answer is one try more. */
function Ways({ row, view, first }: { row: CallRow; view: CallingView; first: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const { last } = row
  const isOn = (how: How) => last?.how === how && last.current
  const press = async (how: How) => {
    const takeBack = isOn(how) && how !== 'noAnswer' ? last?.sessionCallId : undefined
    const result = takeBack
      ? await worker.run('voidSessionCall', { sessionCallId: takeBack })
      : await worker.run('recordSessionCall', { session: view.which, personId: row.personId, how })
    sayTrouble(result, words)
  }
  return ways.map(([how, id], at) => (
    <Button
      key={how}
      data-roving
      tabIndex={first && at === 0 ? 0 : -1}
      className={isOn(how) ? 'call__way call__way--on' : 'call__way'}
      aria-pressed={Boolean(isOn(how))}
      aria-label={words.say(`calling.${id}Named`, { name: fullName(row, words) })}
      onClick={() => void press(how)}
    >
      {words.say(`calling.${id}`)}
    </Button>
  ))
}
