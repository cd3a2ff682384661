import './caseParts.css'
import type { ReactNode } from 'react'
import type { NamedPerson } from '../workerLink/views.ts'
import { Chips } from '../ui/Chip.tsx'
import { PersonName } from './PersonName.tsx'

/** One person of a list that opens by one press: name and chips, what counts at the side, more below. */
export function ListLine({
  of,
  chips,
  side,
  late,
  more,
  onOpen,
}: {
  of: Pick<NamedPerson, 'name' | 'apart'>
  chips?: ReactNode
  side?: ReactNode
  late?: boolean
  more: readonly ReactNode[]
  onOpen: () => void
}) {
  return (
    <li className="line">
      <button type="button" className="line__open" onClick={onOpen}>
        <span className="line__who">
          <PersonName of={of} />
          {chips && <Chips>{chips}</Chips>}
        </span>
        <span className={late ? 'line__side line__side--late' : 'line__side'}>{side}</span>
        <span className="soft small line__more">
          {more.filter(Boolean).map((one, at) => (
            <span key={at}>{one}</span>
          ))}
        </span>
      </button>
    </li>
  )
}
