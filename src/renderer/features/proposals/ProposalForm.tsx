import { useState } from 'react'
import type { GroupTemplate } from '../../../shared/records/group.ts'
import { longest } from '../../../shared/records/longest.ts'
import { proposal as record } from '../../../shared/records/proposal.ts'
import { templates } from '../../../shared/rules/templates.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { TimeField } from '../../parts/TimeField.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { weekdays, type Weekday } from '../../words/slotInWords.ts'
import { useWords } from '../../words/useWords.ts'
import type { ProposalView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { proposalErrors, proposalInput, proposalTypedOf, type NumberField, type ProposalError, type ProposalTyped } from './proposalForm.ts'

interface Given {
  typed: ProposalTyped
  set: (more: Partial<ProposalTyped>) => void
  errors: readonly ProposalError[]
}

/** Works out a proposal; saved as far as it is known. */
export function ProposalForm({ view, onClose }: { view: ProposalView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const proposalId = view.proposal.id
  const [typed, set, drop] = useEdits<ProposalTyped>(formKey('proposal', { proposalId }), proposalTypedOf(view))
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const errors = proposalErrors(typed, words)
  const save = async () => {
    setAsked(true)
    if (errors.length === 0) saved(await worker.run('changeProposal', { proposalId, fields: proposalInput(typed) }))
  }
  const given = { typed, set, errors: asked ? errors : [] }
  return (
    <DialogForm title={words.say('proposal.edit')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <ErrorSummary title={words.say('form.errors')} errors={given.errors} />
      <What {...given} />
      <WhereAndWhen {...given} />
      <Safe {...given} />
      <Pilot {...given} />
      <Button type="submit" look="go">
        {words.say('proposal.save')}
      </Button>
    </DialogForm>
  )
}

type Text = 'name' | 'aim' | 'forWhom' | 'partner' | 'costs' | 'riskWords' | 'insurance'
const text = ({ typed, set }: Given, field: Text) => ({
  value: typed[field],
  maxLength: longest(record, field),
  onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
})
const errorOf = ({ errors }: Given, field: string) => errors.find((one) => one.field === field)?.text ?? null

function What(given: Given) {
  const words = useWords()
  return (
    <>
      <TextField id="proposal-name" label={words.say('proposal.name')} autoFocus error={errorOf(given, 'proposal-name')} {...text(given, 'name')} />
      <TextArea label={words.say('proposal.aim')} hint={words.say('proposal.aimHint')} {...text(given, 'aim')} />
      <TextField label={words.say('proposal.forWhom')} {...text(given, 'forWhom')} />
      <SelectField
        label={words.say('proposal.template')}
        value={given.typed.template}
        onChange={(event) => given.set({ template: event.target.value as GroupTemplate | '' })}
      >
        <option value="">{words.say('proposal.templateNone')}</option>
        {(Object.keys(templates) as GroupTemplate[]).map((one) => (
          <option key={one} value={one}>
            {words.say(`template.${one}`)}
          </option>
        ))}
      </SelectField>
    </>
  )
}

function WhereAndWhen(given: Given) {
  const words = useWords()
  const team = useView('team', null)
  const { typed, set } = given
  return (
    <>
      <SelectField label={words.say('proposal.venue')} value={typed.venueId} onChange={(event) => set({ venueId: event.target.value })}>
        <option value="">{words.say('proposal.venueNone')}</option>
        {(team?.venues ?? []).map((venue) => (
          <option key={venue.id} value={venue.id}>
            {[venue.name, venue.town].filter(Boolean).join(', ')}
          </option>
        ))}
      </SelectField>
      <SelectField label={words.say('proposal.day')} value={typed.day} onChange={(event) => set({ day: event.target.value as Weekday | '' })}>
        <option value="">{words.say('proposal.dayNone')}</option>
        {weekdays.map((day) => (
          <option key={day} value={day}>
            {words.say(`weekday.${day}`)}
          </option>
        ))}
      </SelectField>
      {typed.day && (
        <div className="field__pair" id="proposal-end" tabIndex={-1}>
          <TimeField label={words.say('proposal.start')} value={typed.start} onTime={(start) => set({ start })} />
          <TimeField label={words.say('proposal.end')} value={typed.end} onTime={(end) => set({ end })} />
        </div>
      )}
      <SelectField label={words.say('proposal.leader')} value={typed.leaderId} onChange={(event) => set({ leaderId: event.target.value })}>
        <option value="">{words.say('proposal.leaderNone')}</option>
        {(team?.colleagues ?? []).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <TextField label={words.say('proposal.partner')} {...text(given, 'partner')} />
    </>
  )
}

function Safe(given: Given) {
  const words = useWords()
  const { typed, set } = given
  return (
    <>
      <TextArea label={words.say('proposal.costs')} {...text(given, 'costs')} />
      <TextField
        type="date"
        label={words.say('proposal.riskOn')}
        className="field--short"
        value={typed.riskAssessedOn}
        onChange={(event) => set({ riskAssessedOn: event.target.value })}
      />
      <TextArea label={words.say('proposal.riskWords')} {...text(given, 'riskWords')} />
      <TextField label={words.say('proposal.insurance')} {...text(given, 'insurance')} />
    </>
  )
}

function Pilot(given: Given) {
  const words = useWords()
  const { typed, set } = given
  const number = (field: NumberField) => ({
    id: `proposal-${field}`,
    inputMode: 'numeric' as const,
    className: 'field--short',
    maxLength: 3,
    value: typed[field],
    error: errorOf(given, `proposal-${field}`),
    onChange: (event: { target: { value: string } }) => set({ [field]: event.target.value }),
  })
  return (
    <>
      <TextField
        type="date"
        label={words.say('proposal.pilotFrom')}
        className="field--short"
        value={typed.pilotFrom}
        onChange={(event) => set({ pilotFrom: event.target.value })}
      />
      <TextField label={words.say('proposal.pilotWeeks')} {...number('pilotWeeks')} />
      <fieldset className="nhsuk-fieldset">
        <legend className="nhsuk-fieldset__legend">{words.say('proposal.hoped')}</legend>
        <TextField label={words.say('proposal.hopedPeople')} {...number('hopedPeople')} />
        <TextField label={words.say('proposal.hopedTimes')} {...number('hopedTimes')} />
      </fieldset>
    </>
  )
}
