import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Codes under a heading, or under none. */
export interface CodeGroup {
  label: string | null
  items: readonly { code: string; label: string }[]
}

/** Some codes of a long list: those chosen, each to take away again, and one more. */
export function PickCodes({
  legend,
  none,
  add,
  groups,
  labelOf,
  value,
  onChange,
}: {
  legend: string
  /** What no choice means. */
  none?: string
  add: string
  groups: readonly CodeGroup[]
  /** What a code is called that this list does not have. */
  labelOf?: (code: string) => string
  value: readonly string[]
  onChange: (codes: string[]) => void
}) {
  const words = useWords()
  const id = useId()
  const labels = new Map(groups.flatMap((group) => group.items.map((one) => [one.code, one.label] as const)))
  const called = (code: string) => labels.get(code) ?? labelOf?.(code) ?? code
  const left = groups.map((group) => ({ ...group, items: group.items.filter((one) => !value.includes(one.code)) }))
  return (
    <div className="pick" role="group" aria-labelledby={id}>
      <p className="pick__legend" id={id}>
        {legend}
      </p>
      {value.length === 0 && none && <p className="soft small">{none}</p>}
      {value.length > 0 && (
        <ul className="pick__chosen">
          {value.map((code) => (
            <li key={code}>
              <span className="grow">{called(code)}</span>
              <Button look="link" about={called(code)} onClick={() => onChange(value.filter((one) => one !== code))}>
                {words.say('match.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <SelectField label={add} value="" onChange={(event) => event.target.value && onChange([...value, event.target.value])}>
          <option value="">{words.say('match.choose')}</option>
          {left.map(({ label, items }) =>
            label === null ? (
              <Options key="" items={items} />
            ) : (
              <optgroup key={label} label={label}>
                {<Options items={items} />}
              </optgroup>
            ),
          )}
        </SelectField>
      </div>
    </div>
  )
}

function Options({ items }: { items: CodeGroup['items'] }) {
  return (
    <>
      {items.map((one) => (
        <option key={one.code} value={one.code}>
          {one.label}
        </option>
      ))}
    </>
  )
}
