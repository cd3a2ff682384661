import { memo } from 'react'
import type { NotYetRow, RegisterView } from '../../desk/views.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Tick, type TickState } from '../../ui/Tick.tsx'
import { useRoving } from '../../ui/useRoving.ts'
import { useWords } from '../../words/useWords.ts'
import { useHolding, useSteady } from './useSteady.ts'
import type { SteadyRules } from './steady.ts'

const rules: SteadyRules<NotYetRow> = { idOf: (row) => row.personId, newAt: 'end', mayJoin: () => true }

/** Who has signed up and is not here yet; a press signs in. Names keep their place while one presses. */
export function NotYetList({ register, pendingIds, onPick }: {
  register: RegisterView; pendingIds: ReadonlySet<string>; onPick: (personId: string, name: string) => void
}) {
  const words = useWords()
  const { holding, handlers } = useHolding()
  const rows = useSteady(register.notYet, rules, holding)
  const roving = useRoving(2)
  const arrived = new Map(register.here.map((row) => [row.personId, row.arrived]))
  return (
    <>
      <div className="card__head">
        <h2 id="not-yet">{words.say('register.notYetTitle')}</h2>
        <span className="card__aside">{words.say('register.notYetAside', { count: register.notYetCount })}</span>
      </div>
      {rows.length === 0 && <NobodyLeft register={register} />}
      <ul className="names" aria-labelledby="not-yet" {...handlers} onKeyDown={(event) => { handlers.onKeyDown(); roving.onKeyDown(event) }}
        onFocus={(event) => { handlers.onFocus(); roving.onFocus(event) }}>
        {rows.map(({ row, gone }, at) => (
          <Row
            key={row.personId} row={row} first={at === 0} onPick={onPick}
            state={pendingIds.has(row.personId) ? 'pending' : gone && arrived.has(row.personId) ? 'here' : 'none'}
            time={gone ? arrived.get(row.personId) ?? null : null}
          />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  row: NotYetRow
  first: boolean
  state: TickState
  time: string | null
  onPick: (personId: string, name: string) => void
}

/** Drawn again only when something on it changes: with 400 names a tick must not draw 399 others. */
const Row = memo(function Row({ row, first, state, time, onPick }: RowProps) {
  const words = useWords()
  const name = state === 'here' && time
    ? words.say('register.isHere', { name: row.name, time: words.time(time) })
    : words.say('register.signIn', { name: row.name })
  return (
    <li>
      <button
        type="button" className="names__name" data-roving tabIndex={first ? 0 : -1} aria-label={name}
        aria-disabled={state === 'here' || undefined} onClick={() => state === 'none' && onPick(row.personId, row.name)}
      >
        <Tick state={state} />
        <span className="grow">
          <span className="row__name">{row.name}</span>
          {row.undone && state === 'none' && (
            <span className="hit__hint">{words.say('register.undoneBefore', { time: words.time(row.undone.at), by: row.undone.by })}</span>
          )}
        </span>
      </button>
    </li>
  )
}, sameRow)

function sameRow(a: RowProps, b: RowProps): boolean {
  return a.state === b.state && a.first === b.first && a.time === b.time && a.onPick === b.onPick && a.row.name === b.row.name &&
    a.row.undone?.at === b.row.undone?.at
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
