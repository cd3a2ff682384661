import { Checkbox } from '../../ui/Choices.tsx'

/** Several of some, kept in the order in which they are offered. */
export function BoardTicks<Id extends string>({
  legend,
  all,
  chosen,
  onChoose,
}: {
  legend: string
  all: readonly { id: Id; name: string }[]
  chosen: readonly Id[]
  onChoose: (chosen: Id[]) => void
}) {
  const with_ = (id: Id, isOn: boolean) => all.flatMap((one) => ((one.id === id ? isOn : chosen.includes(one.id)) ? [one.id] : []))
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{legend}</legend>
      {all.map(({ id, name }) => (
        <Checkbox key={id} label={name} checked={chosen.includes(id)} onChange={(isOn) => onChoose(with_(id, isOn))} />
      ))}
    </fieldset>
  )
}
