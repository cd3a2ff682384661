import { useState } from 'react'
import { episode } from '../../../shared/records/episode.ts'
import { longest } from '../../../shared/records/longest.ts'
import { enoughAttempts } from '../../../shared/rules/cases.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CaseView, ClosedAs } from '../../workerLink/caseViews.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

const whys = ['goalsMet', 'personsChoice', 'noContact', 'moved', 'referredOn', 'died', 'declined', 'unsuitable'] as const

/** Ends a case with why (story 19). */
export function CloseCase({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(present())
  const [form, set, drop] = useEdits(formKey('closingCase', { episodeId: view.episodeId }), {
    closedAs: null as ClosedAs | null,
    words: '',
    on: today,
  })
  const [asked, setAsked] = useState(false)
  const { refused, refuse, saved } = useSaving(() => {
    drop()
    onClose()
    say(words.say('case.saidClosed'))
  })
  const save = async () => {
    setAsked(true)
    if (!form.closedAs) return refuse(words.say('case.closeMissing'))
    saved(
      await worker.run('closeCase', {
        episodeId: view.episodeId,
        closedAs: form.closedAs,
        on: form.on || today,
        ...(form.words.trim() ? { words: form.words } : {}),
      }),
    )
  }
  return (
    <DialogForm title={words.say('case.closeTitle', { name: view.name })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <Radios
        legend={words.say('case.closeWhy')}
        {...(asked && !form.closedAs ? { hint: words.say('case.closeMissing') } : {})}
        value={form.closedAs}
        onChoose={(closedAs) => set({ closedAs })}
        choices={whys.map((value) => ({ value, label: words.say(`closedAs.${value}`) }))}
      />
      {form.closedAs === 'noContact' && view.inVain < enoughAttempts && <Notice tone="needs">{words.say('case.closeNoContactFew')}</Notice>}
      {form.closedAs === 'died' && <Notice>{words.say('case.closeDied')}</Notice>}
      <TextArea
        label={words.say('case.closeWords')}
        value={form.words}
        maxLength={longest(episode, 'closedWords')}
        onChange={(event) => set({ words: event.target.value })}
      />
      <TextField
        label={words.say('case.closeOn')}
        type="date"
        className="field--short"
        max={today}
        value={form.on}
        onChange={(event) => set({ on: event.target.value })}
      />
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('case.close')}
        </Button>
      </p>
    </DialogForm>
  )
}
