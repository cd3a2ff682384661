import { useState } from 'react'
import { assignment } from '../../../shared/records/assignment.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { Owner } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { OwnerSelect } from '../../parts/OwnerSelect.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { SelectField, TextArea } from '../../ui/Field.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** More than anybody has. */
const most = 2000

/** All or some of somebody's cases to somebody else, in one act with a note (story 20). */
export function HandOver({
  owners,
  figure,
  fromId,
  onClose,
}: {
  owners: readonly Owner[]
  figure: number | null
  fromId: string
  onClose: () => void
}) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('handOver', { ownerId: 'any' }), {
    fromId: fromId || 'nobody',
    toId: '',
    which: 'all' as 'all' | 'some',
    chosen: [] as string[],
    note: '',
  })
  const theirs = useView('cases', { owner: form.fromId, shown: 'open', sort: 'name', text: '', most })
  const [asked, setAsked] = useState(false)
  const to = owners.find((one) => one.id === form.toId)
  const { refused, refuse, saved } = useSaving<{ moved: number; left: number }>((answer) => {
    drop()
    onClose()
    if (answer) say(words.say(answer.left > 0 ? 'handOver.doneLeft' : 'handOver.done', { ...answer, name: to?.name ?? '' }))
  })
  const ids = (theirs?.rows ?? []).map((one) => one.episodeId).filter((id) => form.which === 'all' || form.chosen.includes(id))
  const save = async () => {
    setAsked(true)
    if (!form.toId) return
    if (ids.length === 0) return refuse(words.say('handOver.noneChosen'))
    const owner = form.fromId === 'nobody' ? null : form.fromId
    saved(await worker.run('handOverCases', { fromId: owner, toId: form.toId, episodeIds: ids, ...(form.note.trim() ? { note: form.note } : {}) }))
  }
  const fromName = owners.find((one) => one.id === form.fromId)?.name ?? words.say('referrals.nobody')
  return (
    <DialogForm title={words.say('handOver.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <SelectField
        label={words.say('handOver.from')}
        value={form.fromId}
        autoFocus
        onChange={(event) => set({ fromId: event.target.value, chosen: [] })}
      >
        <option value="nobody">{words.say('cases.nobody')}</option>
        {owners.map((one) => (
          <option key={one.id} value={one.id}>
            {words.say('cases.ownerOf', { name: one.name, open: one.open })}
          </option>
        ))}
      </SelectField>
      <OwnerSelect
        label={words.say('handOver.to')}
        owners={owners.filter((one) => one.id !== form.fromId)}
        figure={figure}
        value={form.toId}
        none={words.say('handOver.choose')}
        error={asked && !form.toId ? words.say('handOver.toMissing') : null}
        onChoose={(toId) => set({ toId })}
      />
      {theirs && theirs.rows.length === 0 ? (
        <p className="notice">{words.say('handOver.none', { name: fromName })}</p>
      ) : (
        <Radios
          legend={words.say('handOver.which')}
          value={form.which}
          onChoose={(which) => set({ which })}
          choices={[
            { value: 'all', label: words.say('handOver.all', { count: theirs?.rows.length ?? 0 }) },
            { value: 'some', label: words.say('handOver.some') },
          ]}
        />
      )}
      {form.which === 'some' && (
        <div className="nhsuk-form-group" role="group" aria-label={words.say('handOver.which')}>
          {(theirs?.rows ?? []).map((one) => (
            <Checkbox
              key={one.episodeId}
              label={fullName(one, words)}
              checked={form.chosen.includes(one.episodeId)}
              onChange={(on) => set({ chosen: on ? [...form.chosen, one.episodeId] : form.chosen.filter((id) => id !== one.episodeId) })}
            />
          ))}
        </div>
      )}
      <TextArea
        label={words.say('handOver.note')}
        hint={words.say('handOver.noteHint')}
        value={form.note}
        maxLength={longest(assignment, 'note')}
        onChange={(event) => set({ note: event.target.value })}
      />
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('handOver.do', { count: ids.length })}
        </Button>
      </p>
    </DialogForm>
  )
}
