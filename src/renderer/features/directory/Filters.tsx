import type { ReactNode } from 'react'
import { needs } from '../../../shared/rules/needs.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { weekdays } from '../../words/slotInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { DirectoryFilter, DirectoryView, Listing, Weekday } from '../../workerLink/directoryViews.ts'

interface Given {
  view: DirectoryView
  filter: DirectoryFilter
  onFilter: (more: DirectoryFilter) => void
  onAll: () => void
}

/** What to show of the directory. */
export function Filters({ view, filter, onFilter, onAll }: Given) {
  const words = useWords()
  const said = Object.values(filter).some(Boolean)
  return (
    <>
      <div className="directory__filters" role="group" aria-label={words.say('directory.filters')}>
        <Choice label={words.say('directory.need')} any={words.say('directory.anyNeed')} value={filter.need} onChoose={(need) => onFilter({ need })}>
          {needs.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </Choice>
        <Choice
          label={words.say('directory.kind')}
          any={words.say('directory.anyKind')}
          value={filter.kind}
          onChoose={(kind) => onFilter({ kind: kind as Listing['kind'] | null })}
        >
          {(['own', 'partner', 'outside'] as const).map((kind) => (
            <option key={kind} value={kind}>
              {words.say(`directory.kind.${kind}`)}
            </option>
          ))}
        </Choice>
        <Choice
          label={words.say('directory.day')}
          any={words.say('directory.anyDay')}
          value={filter.day}
          onChoose={(day) => onFilter({ day: day as Weekday | null })}
        >
          {weekdays.map((day) => (
            <option key={day} value={day}>
              {words.say(`weekday.${day}`)}
            </option>
          ))}
        </Choice>
        <Choice label={words.say('directory.town')} any={words.say('directory.anyTown')} value={filter.town} onChoose={(town) => onFilter({ town })}>
          {view.towns.map((town) => (
            <option key={town} value={town}>
              {town}
            </option>
          ))}
        </Choice>
        <Ticks view={view} filter={filter} onFilter={onFilter} />
      </div>
      <p className="directory__count" role="status">
        {words.say('directory.found', { count: view.found })}{' '}
        {said && (
          <Button look="link" onClick={onAll}>
            {words.say('directory.clear')}
          </Button>
        )}
      </p>
    </>
  )
}

function Ticks({ view, filter, onFilter }: Omit<Given, 'onAll'>) {
  const words = useWords()
  const ticks = [
    ['free', words.say('directory.free')],
    ['vacancy', words.say('directory.vacancy')],
    ['open', words.say('directory.open')],
    ['due', words.say('directory.due', { count: words.number(view.due) })],
  ] as const
  return (
    <div className="directory__ticks">
      {ticks.map(([name, label]) => (
        <button
          key={name}
          type="button"
          className="directory__tick"
          aria-pressed={Boolean(filter[name])}
          onClick={() => onFilter({ [name]: !filter[name] })}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function Choice({
  label,
  any,
  value,
  onChoose,
  children,
}: {
  label: string
  any: string
  value: string | null | undefined
  onChoose: (value: string | null) => void
  children: ReactNode
}) {
  return (
    <SelectField label={label} value={value ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
      <option value="">{any}</option>
      {children}
    </SelectField>
  )
}
