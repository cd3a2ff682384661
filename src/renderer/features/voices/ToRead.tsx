import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { voice as record } from '../../../shared/records/voice.ts'
import type { VoiceRead, VoiceToRead } from '../../workerLink/voiceViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { CrisisHelp } from '../../parts/CrisisHelp.tsx'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** Words that a lead reads before anybody else. Only leads are told of them. */
export function ToRead({ rows }: { rows: readonly VoiceToRead[] }) {
  const words = useWords()
  const [open, setOpen] = useState<VoiceToRead | null>(null)
  if (rows.length === 0) return null
  return (
    <Notice
      tone="danger"
      heading
      title={words.say('voices.toRead')}
      actions={<Button onClick={() => go({ at: 'concern', sessionId: null, addsTo: null })}>{words.say('voices.concern')}</Button>}
    >
      <p>{words.say('voices.toReadMore')}</p>
      <ul className="rows" aria-label={words.say('voices.toRead')}>
        {rows.map((one) => (
          <li key={one.voiceId} className="row--top">
            <span className="grow">
              <q className="voices__words">{one.words}</q>
              <br />
              <span className="soft small">{words.say('voices.from', { group: one.group, month: words.monthOfYear(`${one.month}-01`) })}</span>{' '}
              {one.why && <Chip tone={one.why === 'called' ? 'needs' : 'danger'}>{words.say(`voices.why.${one.why}`)}</Chip>}
            </span>
            <Button about={one.words} onClick={() => setOpen(one)}>
              {words.say('voices.read')}
            </Button>
          </li>
        ))}
      </ul>
      {rows.some((one) => one.why === 'crisis') && <CrisisHelp />}
      {open && <ReadForm one={open} onClose={() => setOpen(null)} />}
    </Notice>
  )
}

function ReadForm({ one: { voiceId, words: text }, onClose }: { one: VoiceToRead; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [typed, keep, drop] = useForm(formKey('readVoice', { voiceId }), { did: '', show: false })
  const { refused, saved } = useSaving<unknown>(() => {
    drop()
    onClose()
  })
  const save = async () => saved(await worker.run('readVoice', { voiceId, ...typed }))
  return (
    <DialogForm title={words.say('voices.read')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <p>
        <q className="voices__words">{text}</q>
      </p>
      <TextArea
        label={words.say('voices.did')}
        hint={words.say('voices.didHint')}
        autoFocus
        value={typed.did}
        maxLength={longest(record, 'lookedWords')}
        onChange={(event) => keep({ ...typed, did: event.target.value })}
      />
      <Checkbox label={words.say('voices.show')} checked={typed.show} onChange={(show) => keep({ ...typed, show })} />
      <Button type="submit" look="go">
        {words.say('voices.readSave')}
      </Button>
    </DialogForm>
  )
}

/** What leads have read, with what was done. */
export function ReadAlready({ rows }: { rows: readonly VoiceRead[] }) {
  const words = useWords()
  if (rows.length === 0) return null
  return (
    <Card title={words.say('voices.looked')}>
      <ul className="rows" aria-label={words.say('voices.looked')}>
        {rows.map((one) => (
          <li key={one.voiceId} className="row--top">
            <span className="grow">
              <q className="voices__words">{one.words}</q>
              <br />
              <span className="soft small">
                {words.say('voices.from', { group: one.group, month: words.monthOfYear(`${one.month}-01`) })}.{' '}
                {words.say('voices.lookedBy', { by: one.by, day: words.fullDate(one.on), did: one.did })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
