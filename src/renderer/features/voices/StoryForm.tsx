import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { story as record } from '../../../shared/records/story.ts'
import type { StoriesView, StoryView } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { say } from '../../state/said.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { WhoField, type Named } from '../../parts/WhoField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { DayField, SelectField, TextArea } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

interface Typed {
  kind: StoryView['kind']
  words: string
  who: Named | null
  groupId: string
  on: string
}

/** Writes down a story or a quote, in the words of whoever said it. */
export function StoryForm({ view, onClose }: { view: StoriesView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const fresh: Typed = { kind: 'quote', words: '', who: null, groupId: '', on: view.today }
  const [typed, keep, drop] = useForm<Typed>(formKey('newStory', { nth: '1' }), fresh)
  const [asked, setAsked] = useState(false)
  const [looking, look] = useState('')
  const set = (more: Partial<Typed>) => keep({ ...typed, ...more })
  const { refused, refuse, saved } = useSaving<unknown>(() => {
    drop()
    say(words.say('stories.saved'))
    onClose()
  })
  const wordsMissing = typed.words.trim() ? null : words.say('reason.sayWhatTheySaid')
  const dayMissing = typed.on ? null : words.say('agree.dayMissing')
  const save = async () => {
    setAsked(true)
    const { kind, who, groupId, on } = typed
    if (wordsMissing || dayMissing) return refuse(wordsMissing ?? dayMissing) // above the button too: the field may be scrolled away
    if (!who && looking.trim()) return refuse(words.say('common.notChosen', { text: looking.trim() }))
    saved(await worker.run('writeStory', { kind, words: typed.words.trim(), personId: who?.personId ?? null, groupId: groupId || null, on }))
  }
  return (
    <DialogForm
      title={words.say('stories.new')}
      refused={refused}
      onSubmit={() => void save()}
      onClose={onClose}
      foot={
        <Button type="submit" look="go">
          {words.say('stories.save')}
        </Button>
      }
    >
      <Radios
        legend={words.say('stories.kind')}
        inline
        value={typed.kind}
        choices={(['quote', 'story'] as const).map((value) => ({ value, label: words.say(`stories.kind.${value}`) }))}
        onChoose={(kind) => set({ kind })}
      />
      <TextArea
        label={words.say('stories.words')}
        autoFocus
        rows={5}
        value={typed.words}
        error={asked ? wordsMissing : null}
        maxLength={longest(record, 'words')}
        onChange={(event) => set({ words: event.target.value })}
      />
      <WhoField
        label={words.say('stories.who')}
        hint={words.say('stories.whoHint')}
        about={(name) => words.say('stories.about', { name })}
        chosen={typed.who}
        onChoose={(who) => set({ who })}
        onType={look}
      />
      <SelectField label={words.say('stories.group')} value={typed.groupId} onChange={(event) => set({ groupId: event.target.value })}>
        <option value="">{words.say('stories.groupNone')}</option>
        {view.groups.map((one) => (
          <option key={one.groupId} value={one.groupId}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <DayField
        label={words.say('stories.on')}
        value={typed.on}
        error={asked ? dayMissing : null}
        onChange={(event) => set({ on: event.target.value })}
      />
    </DialogForm>
  )
}
