import { memo, useRef, useState } from 'react'
import type { NotYetRow, RegisterView } from '../../workerLink/views.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Dots } from '../../ui/Dots.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Tick, type TickState } from '../../ui/Tick.tsx'
import { useEvent } from '../../ui/useEvent.ts'
import { useRoving } from '../../ui/useRoving.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { apartInWords, fullName } from '../../words/apartInWords.ts'
import { markInWords } from '../../words/companionsInWords.ts'
import { introducedInWords } from '../../words/introducedInWords.ts'
import { useWords, type Words } from '../../words/useWords.ts'
import { useGrowing } from './useGrowing.ts'
import { useHolding, useSteady } from './useSteady.ts'
import { NotHereMenu } from './NotHereMenu.tsx'
import type { SteadyRules } from './steady.ts'
import type { AskWhy } from './registerPorts.ts'

/** As many names as a screen shows: drawn at once, as the browser would draw what it may leave out in two steps. */
const near = 32

const rules: SteadyRules<NotYetRow> = { idOf: (row) => row.personId, newAt: 'end', mayJoin: () => true }

/** Who has signed up and is not here yet; a press signs in. Names keep their place while one presses. Not drawn again for a letter in the search. */
export const NotYetList = memo(function NotYetList({
  register,
  pendingIds,
  onPick,
  askWhy,
}: {
  register: RegisterView
  pendingIds: ReadonlySet<string>
  onPick: (personId: string, name: string) => void
  askWhy: AskWhy
}) {
  const words = useWords()
  const { holding, handlers } = useHolding()
  const rows = useSteady(register.notYet, rules, holding)
  const drawn = useGrowing(rows.length)
  const roving = useRoving(4) // two names beside each other, each with its menu
  const [menuFor, setMenuFor] = useState<NotYetRow | null>(null)
  const trigger = useRef<HTMLElement>(null)
  const openMenu = useEvent((row: NotYetRow, element: HTMLElement) => {
    trigger.current = element
    setMenuFor(row)
  })
  const arrived = new Map(register.here.map((row) => [row.personId, row.arrived]))
  return (
    <>
      <div className="card__head">
        <h2 id="not-yet">{words.say('register.notYetTitle')}</h2>
        <span className="card__aside">{words.say('register.notYetAside', { count: register.notYetCount })}</span>
      </div>
      {rows.length === 0 && <NobodyLeft register={register} />}
      <ul
        className="names"
        aria-labelledby="not-yet"
        {...handlers}
        onKeyDown={(event) => {
          handlers.onKeyDown()
          roving.onKeyDown(event)
        }}
        onFocus={(event) => {
          handlers.onFocus()
          roving.onFocus(event)
        }}
      >
        {rows.slice(0, drawn).map(({ row, gone }, at) => (
          <Row
            key={row.personId}
            row={row}
            first={at === 0}
            near={at < near}
            onPick={onPick}
            openMenu={openMenu}
            open={menuFor?.personId === row.personId}
            state={pendingIds.has(row.personId) ? 'pending' : gone && arrived.has(row.personId) ? 'here' : 'none'}
            time={gone ? (arrived.get(row.personId) ?? null) : null}
          />
        ))}
      </ul>
      {menuFor && <NotHereMenu row={menuFor} register={register} askWhy={askWhy} shared={{ trigger, onClose: () => setMenuFor(null) }} />}
    </>
  )
})

interface RowProps {
  row: NotYetRow
  first: boolean
  /** Drawn at once; the others are measured when somebody scrolls there. */
  near: boolean
  state: TickState
  time: string | null
  onPick: (personId: string, name: string) => void
  open: boolean
  openMenu: (row: NotYetRow, element: HTMLElement) => void
}

/** Drawn again only when something on it changes: with 400 names a tick must not draw 399 others. */
const Row = memo(function Row({ row, first, near, state, time, onPick, open, openMenu }: RowProps) {
  const words = useWords()
  const called = fullName(row, words)
  const name =
    state === 'here' && time
      ? words.say('register.isHere', { name: called, time: words.time(time) })
      : words.say('register.signIn', { name: drawnOf(row, words) })
  return (
    <li className={near ? 'names__row names__row--near' : 'names__row'}>
      <button
        type="button"
        className="names__name"
        data-roving
        tabIndex={first ? 0 : -1}
        aria-label={name}
        aria-disabled={state === 'here' || undefined}
        onClick={() => state === 'none' && onPick(row.personId, called)}
      >
        <Tick state={state} />
        <span className="grow">
          <PersonName of={row} />
          {state === 'none' && <Remarks row={row} />}
        </span>
      </button>
      <button
        type="button"
        className="link names__more"
        aria-haspopup="menu"
        aria-expanded={open}
        tabIndex={-1}
        data-roving
        aria-label={words.say('mark.menu', { name: called })}
        onClick={(event) => openMenu(row, event.currentTarget)}
      >
        <Dots />
      </button>
    </li>
  )
}, sameRow)

/** What was said or done about somebody who is not here. The blanks keep the words apart where they are heard. */
function Remarks({ row }: { row: NotYetRow }) {
  const words = useWords()
  const { undone, mark, introduced } = row
  return (
    <>
      {introduced && (
        <>
          {' '}
          <span className="names__mark">
            <Chip tone="new">{introducedInWords(introduced, words)}</Chip>
          </span>
        </>
      )}
      {undone && (
        <>
          {' '}
          <span className="hit__hint">{undoneInWords(undone, words)}</span>
        </>
      )}
      {mark && (
        <>
          {' '}
          <span className="names__mark">
            <Chip>{markInWords(mark.state, words)}</Chip> {mark.words && <span className="hit__hint">{mark.words}</span>}
          </span>
        </>
      )}
    </>
  )
}

function undoneInWords({ at, by }: NonNullable<NotYetRow['undone']>, words: Words): string {
  return words.say('register.undoneBefore', { time: words.time(at), by })
}

/** Somebody with all that is drawn beside them, in its order: what one reads there can be said to press it (WCAG 2.5.3). */
function drawnOf({ name, apart, introduced, undone, mark }: NotYetRow, words: Words): string {
  const drawn = [
    name,
    apart && apartInWords(apart, words),
    introduced && introducedInWords(introduced, words),
    undone && undoneInWords(undone, words),
    mark && markInWords(mark.state, words),
    mark?.words,
  ]
  return drawn.filter(Boolean).join(', ')
}

function sameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.state === b.state &&
    a.first === b.first &&
    a.near === b.near &&
    a.time === b.time &&
    a.onPick === b.onPick &&
    a.row.name === b.row.name &&
    a.row.apart === b.row.apart &&
    a.row.undone?.at === b.row.undone?.at &&
    a.row.mark?.id === b.row.mark?.id &&
    a.row.introduced?.by === b.row.introduced?.by &&
    a.row.introduced?.knows === b.row.introduced?.knows &&
    a.open === b.open &&
    a.openMenu === b.openMenu
  )
}

function NobodyLeft({ register }: { register: RegisterView }) {
  const words = useWords()
  const none = register.hereCount + register.leftCount === 0
  return (
    <Empty title={words.say(none ? 'register.noMembers' : 'register.allHere')}>
      {words.say(none ? 'register.noMembersMore' : 'register.allHereMore')}
    </Empty>
  )
}
