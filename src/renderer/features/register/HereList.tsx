import { memo, useRef, useState } from 'react'
import type { HereRow, RegisterView } from '../../workerLink/views.ts'
import { go } from '../../state/place.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Card } from '../../ui/Card.tsx'
import { Dots } from '../../ui/Dots.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Menu, type MenuChoice } from '../../ui/Menu.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useEvent } from '../../ui/useEvent.ts'
import { useWords } from '../../words/useWords.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { alongInWords } from '../../words/companionsInWords.ts'
import { ArrivalTime } from './ArrivalTime.tsx'
import { CameAlong } from './CameAlong.tsx'
import { HealthToAsk } from './HealthToAsk.tsx'
import { MoveTo } from './MoveTo.tsx'
import { PersonChips } from './PersonChips.tsx'
import type { AskWhy } from './registerPorts.ts'
import type { Pending } from './registerShown.ts'
import type { RowActs } from './rowActs.ts'
import type { SteadyRules } from './steady.ts'
import { useHolding, useSteady } from './useSteady.ts'

// One's own act appears at once; another laptop's waits while a hand is at the list, or it would push what one is about to press.
const rules: SteadyRules<HereRow> = { idOf: (row) => row.personId, newAt: 'start', mayJoin: (row) => row.by === null }

/** As many rows as a screen shows: drawn at once, as the browser would draw what it may leave out in two steps. */
const near = 14

/** Who is here, newest first. Not drawn again for a letter in the search. */
export const HereList = memo(function HereList({
  register,
  pending,
  acts,
  askWhy,
}: {
  register: RegisterView
  pending: readonly Pending[]
  acts: RowActs
  askWhy: AskWhy
}) {
  const words = useWords()
  const { holding, handlers } = useHolding()
  const rows = useSteady(register.here, rules, holding)
  const waiting = register.here.length - rows.filter((one) => !one.gone).length
  const [menuFor, setMenuFor] = useState<HereRow | null>(null)
  const trigger = useRef<HTMLElement>(null)
  const [timeOf, setTimeOf] = useState<HereRow | null>(null)
  const [alongOf, setAlongOf] = useState<HereRow | null>(null)
  const [movingOf, setMovingOf] = useState<HereRow | null>(null)
  const openMenu = useEvent((row: HereRow, element: HTMLElement) => {
    trigger.current = element
    setMenuFor(row)
  })
  const onTheirWay = pending.filter((one) => (one.landed ?? one.slow) && !register.here.some((row) => row.personId === one.personId && !row.left))
  const aside = waiting > 0 ? words.say('register.newer', { count: waiting }) : words.say('register.hereAside')
  return (
    <Card
      title={words.say('register.hereTitle')}
      aside={
        <>
          <HealthToAsk sessionId={register.sessionId} /> {aside}
        </>
      }
      className="register__here"
    >
      <ul className="rows here" {...handlers} aria-label={words.say('register.hereTitle')}>
        {onTheirWay.map((one) => (
          <OnTheWay key={one.number} pending={one} />
        ))}
        {rows.map(({ row, gone }, at) => (
          <Row
            key={row.personId}
            row={row}
            sessionId={register.sessionId}
            gone={gone}
            far={at >= near}
            undo={acts.undo}
            openMenu={openMenu}
            open={menuFor?.personId === row.personId}
          />
        ))}
      </ul>
      {menuFor && (
        <More
          row={menuFor}
          acts={acts}
          onTime={() => setTimeOf(menuFor)}
          onAlong={() => setAlongOf(menuFor)}
          onMove={() => setMovingOf(menuFor)}
          shared={{ trigger, onClose: () => setMenuFor(null) }}
        />
      )}
      {alongOf && <CameAlong register={register} host={alongOf} onClose={() => setAlongOf(null)} />}
      {movingOf && <MoveTo row={movingOf} register={register} askWhy={askWhy} onClose={() => setMovingOf(null)} />}
      {timeOf && (
        <ArrivalTime
          row={timeOf}
          date={register.date}
          onClose={() => setTimeOf(null)}
          onTime={(arrived) => {
            setTimeOf(null)
            void acts.arrivedAt(timeOf, arrived)
          }}
        />
      )}
      {rows.length === 0 && onTheirWay.length === 0 && <Empty title={words.say('register.nobodyHere')}>{words.say('register.nobodyHereMore')}</Empty>}
    </Card>
  )
})

/** Who came with them, and for which part. */
function Along({ row }: { row: HereRow }) {
  const words = useWords()
  const brought = row.brought.filter((one) => !one.left)
  return (
    <span className="here__along">
      {row.cafeOnly && <Chip>{words.say('register.cafeOnly')}</Chip>}
      {brought.length > 0 && <span className="soft small">{words.say('register.brought', { list: alongInWords(brought, words) })}</span>}
    </span>
  )
}

/** On disk already, and its row is being made; or the disk is slow. */
function OnTheWay({ pending }: { pending: Pending }) {
  return (
    <li className="here__row">
      <Tick state={pending.landed ? 'here' : 'pending'} />
      <span className="here__who">
        <span className="row__name">{pending.name}</span>
      </span>
      <span className="here__when">{pending.landed}</span>
    </li>
  )
}

interface RowProps {
  row: HereRow
  sessionId: string
  gone: boolean
  /** Below what a screen shows: measured when somebody scrolls there. */
  far: boolean
  open: boolean
  undo: RowActs['undo']
  openMenu: (row: HereRow, element: HTMLElement) => void
}

const Row = memo(function Row({ row, sessionId, gone, far, open, undo, openMenu }: RowProps) {
  const words = useWords()
  return (
    <li className={`here__row ${gone ? 'here__row--gone' : ''} ${far ? 'here__row--far' : ''}`}>
      <Tick state={gone ? 'none' : row.left ? 'left' : 'here'} />
      <span className="here__who">
        <PersonName of={row} />
        <PersonChips person={row} sessionId={sessionId} held={row.held} twice={row.twice} />
        {(row.cafeOnly || row.brought.length > 0) && <Along row={row} />}
      </span>
      <span className="here__when">{whenOf(row, words)}</span>
      {!gone && (
        <button
          type="button"
          className="link"
          aria-label={words.say('register.undoNamed', { name: fullName(row, words) })}
          onClick={() => void undo(row)}
        >
          {words.say('register.undo')}
        </button>
      )}
      {!gone && (
        <button
          type="button"
          className="link here__more"
          aria-haspopup="menu"
          aria-expanded={open}
          aria-label={words.say('register.more', { name: fullName(row, words) })}
          onClick={(event) => openMenu(row, event.currentTarget)}
        >
          <Dots />
        </button>
      )}
    </li>
  )
})

function whenOf(row: HereRow, words: ReturnType<typeof useWords>): string {
  const arrived = words.time(row.arrived)
  if (row.left) return words.say('register.leftAt', { time: words.time(row.left) })
  return row.by ? words.say('register.by', { time: arrived, by: row.by }) : arrived
}

/** One menu for all rows: four hundred of them would each cost their own. */
function More({
  row,
  acts,
  onTime,
  onAlong,
  onMove,
  shared,
}: {
  row: HereRow
  acts: RowActs
  onTime: () => void
  onAlong: () => void
  onMove: () => void
  shared: NonNullable<Parameters<typeof Menu>[0]['shared']>
}) {
  const words = useWords()
  const choices: MenuChoice[] = [
    row.left
      ? { id: 'back', label: words.say('register.comeBack'), run: () => void acts.comeBack(row) }
      : { id: 'left', label: words.say('register.leaveEarly'), run: () => void acts.leave(row) },
    { id: 'along', label: words.say('register.cameAlong'), run: onAlong },
    { id: 'time', label: words.say('register.arrival'), run: onTime },
    { id: 'move', label: words.say('register.moveTo'), run: onMove },
    { id: 'person', label: words.say('register.openPerson'), run: () => go({ at: 'person', personId: row.personId }) },
  ]
  return <Menu label={words.say('register.more', { name: fullName(row, words) })} choices={choices} shared={shared} />
}
