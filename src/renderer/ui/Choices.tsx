import { useId, type ReactNode } from 'react'

interface Choice<Value extends string> {
  value: Value
  label: ReactNode
  hint?: ReactNode
}

/** One of a few, all in sight. NHS.UK radios. */
export function Radios<Value extends string>({
  legend,
  hint,
  value,
  choices,
  onChoose,
  inline,
}: {
  legend: ReactNode
  hint?: ReactNode
  value: Value | null
  choices: readonly Choice<Value>[]
  onChoose: (value: Value) => void
  inline?: boolean
}) {
  const id = useId()
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className="nhsuk-fieldset__legend">{legend}</legend>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className={`nhsuk-radios ${inline ? 'nhsuk-radios--inline' : ''}`}>
        {choices.map((choice) => (
          <div className="nhsuk-radios__item" key={choice.value}>
            <input
              className="nhsuk-radios__input"
              type="radio"
              name={id}
              id={`${id}-${choice.value}`}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${id}-${choice.value}`}>
              {choice.label}
            </label>
            {choice.hint && <div className="nhsuk-hint nhsuk-radios__hint">{choice.hint}</div>}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

/** Yes or no. NHS.UK checkbox. */
export function Checkbox({
  label,
  hint,
  checked,
  onChange,
}: {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="nhsuk-checkboxes nhsuk-form-group">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          type="checkbox"
          id={id}
          checked={checked}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
    </div>
  )
}
