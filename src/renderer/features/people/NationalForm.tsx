import { useState } from 'react'
import { ethnicities, ethnicityGroups, type EthnicityGroup } from '../../../shared/rules/ethnicity.ts'
import { nhsNumberText, readNhsNumber } from '../../../shared/std/nhsNumber.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { PersonView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { languageInWords, offeredLanguages } from '../../words/languageInWords.ts'
import { useWords } from '../../words/useWords.ts'

type National = NonNullable<PersonView['national']>
const genders = ['1', '2', '3', '4', 'Z', 'X'] as const

/** What the NHS asks of a person. A number that cannot be one stays in its field and says so. */
export function NationalForm({ person, national, onClose }: { person: PersonView; national: National; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const shown = { ...national, nhsNumber: national.nhsNumber ? nhsNumberText(national.nhsNumber) : '' }
  const [fields, set, drop] = useEdits(formKey('national', { personId: person.personId }), shown)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const nhsNumber = fields.nhsNumber.trim() ? readNhsNumber(fields.nhsNumber) : ''
  const save = async () => {
    setAsked(true)
    if (nhsNumber === null) return
    const { ethnicity, gender, language } = fields
    const written = { nhsNumber: nhsNumber || null, ethnicity, gender, language: language ?? '' }
    const before = { ...national, language: national.language ?? '' }
    const changed = Object.fromEntries(Object.entries(written).filter(([name, value]) => value !== before[name as keyof National]))
    saved(await worker.run('editPerson', { personId: person.personId, fields: changed }))
  }
  return (
    <DialogForm title={words.say('national.changeTitle', { name: person.name })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('national.nhsNumber')}
        hint={words.say('national.nhsNumberHint')}
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        maxLength={14}
        className="field--short"
        value={fields.nhsNumber}
        error={asked && nhsNumber === null ? words.say('national.nhsNumberWrong') : null}
        onChange={(event) => set({ nhsNumber: event.target.value })}
      />
      <Ethnicity value={fields.ethnicity} onChoose={(ethnicity) => set({ ethnicity })} />
      <SelectField
        label={words.say('national.gender')}
        value={fields.gender ?? ''}
        onChange={(event) => set({ gender: (event.target.value || null) as National['gender'] })}
      >
        <option value="">{words.say('national.notAsked')}</option>
        {genders.map((gender) => (
          <option key={gender} value={gender}>
            {words.say(`gender.${gender}`)}
          </option>
        ))}
      </SelectField>
      <Language value={fields.language} onChoose={(language) => set({ language })} />
      <p className="soft small">{words.say('national.who')}</p>
      <Button type="submit" look="go">
        {words.say('national.save')}
      </Button>
    </DialogForm>
  )
}

function Ethnicity({ value, onChoose }: { value: string | null; onChoose: (code: string | null) => void }) {
  const words = useWords()
  const of = (group: EthnicityGroup) =>
    ethnicities
      .filter((one) => one.group === group)
      .map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))
  return (
    <SelectField
      label={words.say('national.ethnicity')}
      hint={words.say('national.ethnicityHint')}
      value={value ?? ''}
      onChange={(event) => onChoose(event.target.value || null)}
    >
      <option value="">{words.say('national.notAsked')}</option>
      {(Object.keys(ethnicityGroups) as (keyof typeof ethnicityGroups)[]).map((group) => (
        <optgroup key={group} label={ethnicityGroups[group]}>
          {of(group)}
        </optgroup>
      ))}
      {of('none')}
    </SelectField>
  )
}

function Language({ value, onChoose }: { value: string | null; onChoose: (tag: string | null) => void }) {
  const words = useWords()
  const tags = [...new Set([...(value ? [value] : []), ...offeredLanguages])]
  const named = tags.map((tag) => ({ tag, name: languageInWords(tag, words) })).sort((a, b) => a.name.localeCompare(b.name, words.intl.locale))
  return (
    <SelectField label={words.say('national.language')} value={value ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
      <option value="">{words.say('national.notAsked')}</option>
      {named.map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}
