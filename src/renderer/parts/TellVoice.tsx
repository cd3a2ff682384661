import { useState } from 'react'
import type { InputOf } from '../../shared/commands/index.ts'
import { longest } from '../../shared/records/longest.ts'
import { voice as record, voiceChange, voiceWish } from '../../shared/records/voice.ts'
import { useForm } from '../state/drafts.ts'
import { formKey } from '../state/forms.ts'
import { go } from '../state/place.ts'
import { say } from '../state/said.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choices.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useWords } from '../words/useWords.ts'
import { useWorker } from '../workerLink/link.ts'
import { CodeTicks } from './CodeTicks.tsx'
import { CrisisHelp } from './CrisisHelp.tsx'
import { DialogForm } from './DialogForm.tsx'
import { useSaving } from './useSaving.ts'

type Told = InputOf<'tellVoice'>
interface Typed {
  today: string
  change: NonNullable<Told['change']> | null
  wishes: NonNullable<Told['wishes']>
  words: string
}
const faces = ['1', '2', '3', '4', '5'] as const
const nothing: Typed = { today: '', change: null, wishes: [], words: '' }

/** Writes down for somebody how it was (story 33): in the café, at the end, or on the phone. @param where the group, the session if at one, and the day */
export function TellVoice({ where, onClose }: { where: Pick<Told, 'groupId' | 'session' | 'on' | 'said'>; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, keep, drop] = useForm<Typed>(formKey('voice', { groupId: where.groupId }), nothing)
  const [forLead, setForLead] = useState(false)
  const { refused, saved } = useSaving<{ forLead: boolean }>((answer) => {
    drop()
    if (answer?.forLead) return setForLead(true)
    say(words.say('voice.saved'))
    onClose()
  })
  const set = (more: Partial<Typed>) => keep({ ...typed, ...more })
  const save = async () => {
    const { today, change, wishes } = typed
    const told = { ...(change ? { change } : {}), ...(wishes.length > 0 ? { wishes } : {}), ...(today ? { today: Number(today) } : {}) }
    saved(await worker.run('tellVoice', { ...where, ...told, words: typed.words.trim() }))
  }
  if (forLead) return <ForLead onClose={onClose} />
  return (
    <DialogForm
      title={words.say('voice.title')}
      refused={refused}
      onSubmit={() => void save()}
      onClose={onClose}
      foot={
        <Button type="submit" look="go">
          {words.say('voice.save')}
        </Button>
      }
    >
      <p>{words.say('voice.hint')}</p>
      {where.session && (
        <Radios
          legend={words.say('voice.today')}
          inline
          value={typed.today || null}
          choices={faces.map((value) => ({ value, label: words.say(`voices.face${value}`) }))}
          onChoose={(today) => set({ today })}
        />
      )}
      <Radios
        legend={words.say('voice.change')}
        inline
        value={typed.change}
        choices={voiceChange.options.map((value) => ({ value, label: words.say(`voices.change.${value}`) }))}
        onChoose={(change) => set({ change })}
      />
      <CodeTicks
        legend={words.say('voice.wishes')}
        items={voiceWish.options.map((code) => ({ code, label: words.say(`voices.wish.${code}`) }))}
        value={typed.wishes}
        onChange={(codes) => set({ wishes: voiceWish.options.filter((one) => codes.includes(one)) })}
      />
      <TextArea
        label={words.say('voice.words')}
        hint={words.say('voice.wordsHint')}
        value={typed.words}
        maxLength={longest(record, 'words')}
        onChange={(event) => set({ words: event.target.value })}
      />
    </DialogForm>
  )
}

/** What was written may tell of harm: where it goes, and what not to wait for. */
function ForLead({ onClose }: { onClose: () => void }) {
  const words = useWords()
  return (
    <Dialog title={words.say('voice.forLead')} closeLabel={words.say('common.close')} onClose={onClose} fixed>
      <Notice
        tone="needs"
        urgent
        actions={<Button onClick={() => go({ at: 'concern', sessionId: null, addsTo: null })}>{words.say('crisis.concern')}</Button>}
      >
        {words.say('voice.forLeadMore')}
      </Notice>
      <CrisisHelp />
    </Dialog>
  )
}
