import { useState, type FormEvent } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import type { GroupView } from '../../workerLink/views.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { useNow } from '../../state/useNow.ts'
import { afterDrawing } from '../../ui/afterDrawing.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { CheckGroup } from './CheckGroup.tsx'
import { GroupFields } from './GroupFields.tsx'
import { groupErrors, groupFormOf, groupInput, type GroupFormState } from './groupFormState.ts'

/** An old group changed, or a new one: that is read through once before it is saved, as six sessions follow from it. */
export function GroupForm({ group, onClose }: { group: GroupView | null; onClose: () => void }) {
  const words = useWords()
  const today = words.dateOf(useNow())
  const team = useView('team', null)
  const key = group ? formKey('group', { groupId: group.groupId }) : formKey('newGroup', { nth: 'new' })
  const [form, set, drop] = useEdits<GroupFormState>(key, groupFormOf(group, today))
  const [step, setStep] = useState<'typing' | 'asked' | 'checking'>('typing')
  const { save, error } = useSave(group, () => {
    drop()
    onClose()
  })
  const errors = groupErrors(form, words)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setStep(errors.length > 0 || group ? 'asked' : 'checking')
    if (errors.length === 0 && group) void save(form)
  }
  const change = (field: string) => {
    setStep('typing')
    void afterDrawing().then(() => document.getElementById(field)?.focus())
  }
  const title = words.say(group ? 'form.edit' : step === 'checking' ? 'newGroup.answers' : 'form.new', { group: group?.name ?? '' })
  return (
    <Dialog title={title} closeLabel={words.say('common.close')} onClose={onClose} wide fixed>
      {error && (
        <Notice tone="danger" urgent>
          {error}
        </Notice>
      )}
      {step === 'checking' && team && <CheckGroup form={form} team={team} today={today} onChange={change} onSave={() => void save(form)} />}
      {step !== 'checking' && (
        <form onSubmit={submit} noValidate>
          <ErrorSummary title={words.say('form.errors')} errors={step === 'asked' ? errors : []} />
          <GroupFields form={form} group={group} today={today} errors={step === 'asked' ? errors : []} set={set} />
          <Button type="submit" look="go">
            {words.say(group ? 'form.save' : 'form.continue')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}

function useSave(group: GroupView | null, onDone: () => void) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(useNow())
  const [error, setError] = useState<string | null>(null)
  const save = async (form: GroupFormState) => {
    const fields = groupInput(form, group, today)
    const result = group ? await worker.run('editGroup', { groupId: group.groupId, fields }) : await worker.run('createGroup', { fields })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    onDone()
    if (result.ok && result.value) go({ at: 'group', groupId: result.value.groupId })
  }
  return { save, error }
}
