import './caseParts.css'
import type { Owner } from '../workerLink/caseViews.ts'
import { SelectField } from '../ui/Field.tsx'
import { useWords, type Words } from '../words/useWords.ts'

/** One of those who may own cases, with how many they have and whether they are away. @param none what stands for nobody; null: somebody has to be chosen */
export function OwnerSelect({
  label,
  owners,
  figure = null,
  value,
  none,
  error,
  autoFocus,
  onChoose,
}: {
  label: string
  owners: readonly Owner[]
  figure?: number | null
  value: string
  none: string
  error?: string | null
  autoFocus?: boolean
  onChoose: (id: string) => void
}) {
  const words = useWords()
  return (
    <SelectField label={label} value={value} error={error} autoFocus={autoFocus} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{none}</option>
      {owners.map((one) => (
        <option key={one.id} value={one.id}>
          {ownerInWords(one, figure, words)}
        </option>
      ))}
    </SelectField>
  )
}

/** "Grace Mbeki, away until 3 November: 31 of 40" */
export function ownerInWords({ name, open, away }: Owner, figure: number | null, words: Words): string {
  const called = !away
    ? name
    : away.until
      ? words.say('referral.isAway', { name, until: words.tinyDate(away.until) })
      : words.say('referral.isAwayOpen', { name })
  return figure === null ? words.say('referral.size', { name: called, open }) : words.say('referral.sizeOf', { name: called, open, figure })
}
