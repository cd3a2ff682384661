import './codeTicks.css'
import type { ReactNode } from 'react'
import { Checkbox } from '../ui/Choices.tsx'

/** Several of a list of codes, ticked. Codes that this list does not know stay as they are. */
export function CodeTicks({
  legend,
  hint,
  items,
  value,
  onChange,
}: {
  legend: ReactNode
  hint?: ReactNode
  items: readonly { code: string; label: string }[]
  value: readonly string[]
  onChange: (codes: string[]) => void
}) {
  const toggle = (code: string, on: boolean) => onChange(on ? [...value, code] : value.filter((one) => one !== code))
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{legend}</legend>
      {hint && <div className="nhsuk-hint">{hint}</div>}
      <div className="code-ticks">
        {items.map(({ code, label }) => (
          <Checkbox key={code} label={label} checked={value.includes(code)} onChange={(on) => toggle(code, on)} />
        ))}
      </div>
    </fieldset>
  )
}
