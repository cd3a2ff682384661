import './logGap.css'
import { useState } from 'react'
import { gap as record } from '../../shared/records/gap.ts'
import { longest } from '../../shared/records/longest.ts'
import { notCoded } from '../../shared/rules/gaps.ts'
import { headings, needsUnder } from '../../shared/rules/needs.ts'
import type { FieldsOf } from '../../shared/records/index.ts'
import { useForm } from '../state/drafts.ts'
import { formKey } from '../state/forms.ts'
import { say } from '../state/said.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choices.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { weekdays, type Weekday } from '../words/slotInWords.ts'
import { useWords } from '../words/useWords.ts'
import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import { DialogForm } from './DialogForm.tsx'
import { useSaving } from './useSaving.ts'
import { WhoField, type Named } from './WhoField.tsx'

const parts = ['am', 'pm', 'eve'] as const
type Part = (typeof parts)[number]
type Barrier = FieldsOf<'gap'>['barrier']
const barriers: readonly Barrier[] = ['noSuchGroup', 'full', 'tooFar', 'wrongTime', 'cost', 'access', 'confidence', 'language', 'transport']

interface Typed {
  need: string
  place: string
  days: Weekday[]
  parts: Part[]
  barrier: Barrier
  wants: string
  mayAsk: boolean
  person: Named | null
}
/** The times of the week that days and parts of the day make: no part ticked is any of them, no day ticked is any day. */
export function timesFrom(days: readonly Weekday[], ticked: readonly Part[]): string[] {
  if (days.length === 0 && ticked.length === 0) return []
  const those = days.length > 0 ? weekdays.filter((day) => days.includes(day)) : weekdays
  return those.flatMap((day) => parts.filter((part) => ticked.length === 0 || ticked.includes(part)).map((part) => `${day}-${part}`))
}

/** Logs a gap in ten seconds, from anywhere: a match that found nothing, a call, the café (story 25). @param person who it is about, where that is known */
export function LogGap({
  person,
  from,
  need = '',
  place = '',
  onLogged,
  onClose,
}: {
  person: Named | null
  from: FieldsOf<'gap'>['from']
  need?: string
  place?: string
  onLogged?: (gapId: string) => void
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const fresh: Typed = { need, place, days: [], parts: [], barrier: 'noSuchGroup', wants: '', mayAsk: false, person: null }
  const [typed, keep, drop] = useForm<Typed>(formKey('logGap', { personId: person?.personId ?? null }), fresh)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<{ gapId: string }>((answer) => {
    drop()
    say(words.say('logGap.saved'))
    if (answer) onLogged?.(answer.gapId)
    onClose()
  })
  const set = (more: Partial<Typed>) => keep({ ...typed, ...more })
  const who = person ?? typed.person
  const inWords = typed.need === notCoded
  const errors = {
    need: asked && !typed.need ? words.say('logGap.needMissing') : null,
    place: asked && !typed.place.trim() ? words.say('logGap.placeMissing') : null,
    wants: asked && inWords && !typed.wants.trim() ? words.say('logGap.wantsMissing') : null,
  }
  const save = async () => {
    setAsked(true)
    if (!typed.need || !typed.place.trim() || (inWords && !typed.wants.trim())) return
    const { barrier, mayAsk } = typed
    const said = {
      need: typed.need,
      place: typed.place.trim(),
      times: timesFrom(typed.days, typed.parts),
      barrier,
      from,
      mayAsk: mayAsk && who !== null,
    }
    const wants = typed.wants.trim()
    saved(await worker.run('logGap', { ...said, personId: who?.personId ?? null, ...(wants ? { wants } : {}) }))
  }
  return (
    <DialogForm
      title={person ? words.say('logGap.titleFor', { name: person.name }) : words.say('logGap.title')}
      refused={refused}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <NeedField value={typed.need} error={errors.need} onNeed={(code) => set({ need: code })} />
      <PlaceField value={typed.place} error={errors.place} onPlace={(text) => set({ place: text })} />
      <When typed={typed} set={set} />
      <SelectField label={words.say('logGap.barrier')} value={typed.barrier} onChange={(event) => set({ barrier: event.target.value as Barrier })}>
        {barriers.map((one) => (
          <option key={one} value={one}>
            {words.say(`gapBarrier.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.say('logGap.wants')}
        value={typed.wants}
        error={errors.wants}
        maxLength={longest(record, 'wants')}
        onChange={(event) => set({ wants: event.target.value })}
      />
      {!person && (
        <WhoField
          label={words.say('logGap.who')}
          hint={words.say('logGap.whoHint')}
          about={(name) => words.say('logGap.about', { name })}
          chosen={typed.person}
          onChoose={(one) => set({ person: one })}
        />
      )}
      {who ? (
        <Checkbox label={words.say('logGap.mayAsk')} checked={typed.mayAsk} onChange={(mayAsk) => set({ mayAsk })} />
      ) : (
        <p className="soft small">{words.say('logGap.nobody')}</p>
      )}
      <Button type="submit" look="go" keyLabel="Enter">
        {words.say('logGap.save')}
      </Button>
    </DialogForm>
  )
}

/** A need from the list, under its heading, or in words. */
export function NeedField({
  value,
  error,
  onNeed,
  inWords = true,
}: {
  value: string
  error?: string | null
  onNeed: (code: string) => void
  inWords?: boolean
}) {
  const words = useWords()
  return (
    <SelectField label={words.say('logGap.need')} value={value} error={error} autoFocus onChange={(event) => onNeed(event.target.value)}>
      <option value="">{words.say('gaps.choose')}</option>
      {headings.map(({ heading, label }) => (
        <optgroup key={heading} label={label}>
          {needsUnder(heading).map((one) => (
            <option key={one.code} value={one.code}>
              {one.label}
            </option>
          ))}
        </optgroup>
      ))}
      {inWords && <option value={notCoded}>{words.say('logGap.needOther')}</option>}
    </SelectField>
  )
}

function PlaceField({ value, error, onPlace }: { value: string; error: string | null; onPlace: (text: string) => void }) {
  const words = useWords()
  const places = useView('gaps', { months: 12 })?.places ?? []
  return (
    <>
      <TextField
        label={words.say('logGap.place')}
        hint={words.say('logGap.placeHint')}
        value={value}
        error={error}
        list="gap-places"
        maxLength={longest(record, 'place')}
        onChange={(event) => onPlace(event.target.value)}
      />
      <datalist id="gap-places">
        {places.map((place) => (
          <option key={place} value={place}>
            {place}
          </option>
        ))}
      </datalist>
    </>
  )
}

function When({ typed, set }: { typed: Typed; set: (more: Partial<Typed>) => void }) {
  const words = useWords()
  const toggled = <One,>(all: readonly One[], one: One) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one])
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{words.say('logGap.when')}</legend>
      <div className="nhsuk-hint">{words.say('logGap.whenHint')}</div>
      <div className="log-gap__ticks">
        {weekdays.map((day) => (
          <Tick key={day} on={typed.days.includes(day)} label={words.say(`weekday.${day}`)} onPress={() => set({ days: toggled(typed.days, day) })} />
        ))}
      </div>
      <div className="log-gap__ticks">
        {parts.map((part) => (
          <Tick
            key={part}
            on={typed.parts.includes(part)}
            label={words.say(`logGap.${part}`)}
            onPress={() => set({ parts: toggled(typed.parts, part) })}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Tick({ on, label, onPress }: { on: boolean; label: string; onPress: () => void }) {
  return (
    <button type="button" className="log-gap__tick" aria-pressed={on} onClick={onPress}>
      {label}
    </button>
  )
}
