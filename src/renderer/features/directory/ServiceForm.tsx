import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { service as record } from '../../../shared/records/service.ts'
import { accessList, suitsList } from '../../../shared/rules/directoryLists.ts'
import { needs } from '../../../shared/rules/needs.ts'
import { CodeTicks } from '../../parts/CodeTicks.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'
import type { EntryView } from '../../workerLink/directoryViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { serviceErrors, serviceInput, serviceTypedOf, type ServiceError, type ServiceTyped } from './serviceForm.ts'
import { TimesFields } from './TimesFields.tsx'
import { whichOf } from './whichOf.ts'

type Text = { [Name in keyof ServiceTyped]: ServiceTyped[Name] extends string ? Name : never }[keyof ServiceTyped]

/** An entry: a new one, one that is changed, or what the directory says of a group beyond the group itself. */
export function ServiceForm({ entry, onSaved, onClose }: { entry: EntryView | null; onSaved: (entryId: string) => void; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, set, drop] = useEdits<ServiceTyped>(formKey('service', { entryId: entry?.listing.id ?? 'new' }), serviceTypedOf(entry))
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<{ serviceId: string }>((answer) => {
    drop()
    onSaved(entry?.listing.id ?? answer?.serviceId ?? '')
  })
  const group = Boolean(entry?.listing.groupId)
  const errors = serviceErrors(typed, group, words)
  const save = async () => {
    setAsked(true)
    if (errors.length > 0) return
    const fields = serviceInput(typed, group)
    saved(entry ? await worker.run('changeService', { which: whichOf(entry.listing), fields }) : await worker.run('addService', { fields }))
  }
  const title = entry ? words.say('service.edit', { name: entry.listing.name }) : words.say('service.new')
  return (
    <DialogForm title={title} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <ErrorSummary title={words.say('form.errors')} errors={asked ? errors : []} />
      <Fields typed={typed} set={set} group={group} errors={asked ? errors : []} />
      <Button type="submit" look="go">
        {words.say('service.save')}
      </Button>
    </DialogForm>
  )
}

interface Given {
  typed: ServiceTyped
  set: (more: Partial<ServiceTyped>) => void
  group: boolean
  errors: readonly ServiceError[]
}

function Fields({ typed, set, group, errors }: Given) {
  const words = useWords()
  const error = (field: string) => errors.find((one) => one.field === field)?.text ?? null
  const text = (field: Exclude<Text, 'free' | 'onlyFor' | 'kind' | 'vacancy' | 'pounds' | 'languages'>) => ({
    value: typed[field],
    maxLength: longest(record, field),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  return (
    <>
      {group && <p className="soft">{words.say('service.groupForm')}</p>}
      {!group && (
        <>
          <TextField id="service-name" label={words.say('service.name')} autoFocus error={error('service-name')} {...text('name')} />
          <Radios
            legend={words.say('service.kind')}
            value={typed.kind}
            inline
            onChoose={(kind) => set({ kind })}
            choices={(['outside', 'partner'] as const).map((value) => ({ value, label: words.say(`directory.one.${value}`) }))}
          />
          <TextField label={words.say('service.organiser')} {...text('organiser')} />
        </>
      )}
      <TextArea label={words.say('service.about')} {...text('about')} />
      <CodeTicks
        legend={words.say('service.helps')}
        hint={words.say('service.needsHint')}
        items={needs}
        value={typed.needs}
        onChange={(codes) => set({ needs: codes })}
      />
      <CodeTicks
        legend={words.say('service.suits')}
        hint={words.say('service.suitsHint')}
        items={suitsList.items}
        value={typed.suits}
        onChange={(suits) => set({ suits })}
      />
      {!group && <TimesFields times={typed.times} error={error('service-times')} onTimes={(times) => set({ times })} />}
      <TextArea label={words.say('service.timesWords')} hint={words.say('service.timesWordsHint')} {...text('timesWords')} />
      <TextField label={words.say('service.address')} {...text('address')} />
      <div className="field__pair">
        <TextField label={words.say('service.town')} {...text('town')} />
        <TextField label={words.say('service.postcode')} {...text('postcode')} />
      </div>
      <TextArea label={words.say('service.transport')} hint={words.say('service.transportHint')} {...text('transport')} />
      <CodeTicks
        legend={words.say('service.access')}
        hint={words.say('service.accessHint')}
        items={accessList.items}
        value={typed.access}
        onChange={(access) => set({ access })}
      />
      <Cost typed={typed} set={set} error={error('service-pounds')} />
      <Radios
        legend={words.say('service.vacancyLegend')}
        value={typed.vacancy}
        onChoose={(vacancy) => set({ vacancy })}
        choices={(['places', 'waitingList', 'full', 'notKnown'] as const).map((value) => ({ value, label: words.say(`directory.vacancy.${value}`) }))}
      />
      <Radios
        legend={words.say('service.onlyFor')}
        value={typed.onlyFor || 'all'}
        inline
        onChoose={(value) => set({ onlyFor: value === 'all' ? '' : value })}
        choices={[
          { value: 'all', label: words.say('service.onlyAll') },
          { value: 'women', label: words.say('directory.only.women') },
          { value: 'men', label: words.say('directory.only.men') },
        ]}
      />
      <TextField
        label={words.say('service.languages')}
        hint={words.say('service.languagesHint')}
        value={typed.languages}
        maxLength={200}
        onChange={(event) => set({ languages: event.target.value })}
      />
      <TextArea label={words.say('service.join')} hint={words.say('service.joinHint')} {...text('howToJoin')} />
      <TextField label={words.say('service.contact')} {...text('contactName')} />
      <div className="field__pair">
        <TextField label={words.say('service.phone')} inputMode="tel" {...text('phone')} />
        <TextField label={words.say('service.email')} inputMode="email" {...text('email')} />
      </div>
      <TextField label={words.say('service.web')} inputMode="url" {...text('url')} />
      <TextArea label={words.say('service.first')} hint={words.say('service.firstHint')} {...text('firstVisit')} />
      <TextField label={words.say('service.bring')} {...text('bring')} />
      <TextArea label={words.say('service.note')} hint={words.say('service.noteMore')} {...text('localNote')} />
    </>
  )
}

function Cost({ typed, set, error }: Pick<Given, 'typed' | 'set'> & { error: string | null }) {
  const words = useWords()
  return (
    <>
      <Radios
        legend={words.say('service.freeLegend')}
        value={typed.free || 'unknown'}
        inline
        onChoose={(value) => set({ free: value === 'unknown' ? '' : value })}
        choices={[
          { value: 'yes', label: words.say('service.freeYes') },
          { value: 'no', label: words.say('service.freeNo') },
          { value: 'unknown', label: words.say('service.freeUnknown') },
        ]}
      />
      {typed.free === 'no' && (
        <TextField
          id="service-pounds"
          label={words.say('service.pounds')}
          hint={words.say('service.poundsHint')}
          inputMode="decimal"
          className="field--short"
          error={error}
          value={typed.pounds}
          maxLength={8}
          onChange={(event) => set({ pounds: event.target.value })}
        />
      )}
      <TextField
        label={words.say('service.costWords')}
        hint={words.say('service.costWordsHint')}
        value={typed.costWords}
        maxLength={longest(record, 'costWords')}
        onChange={(event) => set({ costWords: event.target.value })}
      />
    </>
  )
}
