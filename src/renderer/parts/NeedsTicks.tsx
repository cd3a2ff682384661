import './caseParts.css'
import { headings, needsUnder } from '../../shared/rules/needs.ts'
import { Checkbox } from '../ui/Choices.tsx'

/** The list of needs to tick, under its three headings. @param chosen codes, those of a newer app among them: they stay */
export function NeedsTicks({ legend, chosen, onChange }: { legend: string; chosen: readonly string[]; onChange: (codes: string[]) => void }) {
  const tick = (code: string, on: boolean) => onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code))
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{legend}</legend>
      {headings.map(({ heading, label }) => (
        <div key={heading} role="group" aria-label={label}>
          <p className="needs__heading">{label}</p>
          <div className="needs">
            {needsUnder(heading).map((need) => (
              <Checkbox key={need.code} label={need.label} checked={chosen.includes(need.code)} onChange={(on) => tick(need.code, on)} />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
