import { useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { MessagesView, MessageView, SentHow } from '../../workerLink/messageViews.ts'
import { saveText } from '../../host/saving.ts'
import { useForm } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SureDialog } from '../../ui/SureDialog.tsx'
import { useWords } from '../../words/useWords.ts'
import { correctionOf, type MessageForm } from './messageDraft.ts'

interface Standing {
  one: MessageView
  /** What may be filed now: a correction begins with it. */
  codes: MessagesView['codes']
  /** Says that it was sent; null where it cannot be. */
  onSent: ((how: SentHow) => void) | null
  onBack: (() => void) | null
}

/** Whether a message was sent, came back or was replaced, and what one can do about it. */
export function HowItStands({ one, codes, onSent, onBack }: Standing) {
  const words = useWords()
  const [failed, setFailed] = useState<string | null>(null)
  return (
    <div className="message">
      {failed && (
        <Notice tone="danger" urgent>
          {failed}
        </Notice>
      )}
      <Said one={one} />
      <div className="notice__actions">
        {onSent && <FhirFile one={one} onSaved={() => onSent('fhir')} onFailed={setFailed} />}
        {onSent && <Button onClick={() => onSent(one.sent?.how ?? 'printed')}>{words.say('message.saySent')}</Button>}
        {onBack && !one.returned && <Button onClick={onBack}>{words.say('message.sayBack')}</Button>}
        {one.state !== 'replaced' && <Correct one={one} codes={codes} />}
        {one.state !== 'replaced' && !one.sent && <Remove one={one} />}
      </div>
    </div>
  )
}

function Said({ one: { share, on, sent, returned, replacedBy, episodeId } }: { one: MessageView }) {
  const words = useWords()
  const sentSaid = sent && words.say('message.sentSaid', { day: words.fullDate(sent.on), by: sent.by, how: words.say(`message.how.${sent.how}`) })
  const open = replacedBy && (
    <Button onClick={() => go({ at: 'practiceMessage', episodeId, messageId: replacedBy.messageId })}>{words.say('message.openNew')}</Button>
  )
  return (
    <>
      {replacedBy && (
        <Notice tone="needs" actions={open}>
          {words.say('message.replacedSaid', { day: words.fullDate(replacedBy.on) })}
        </Notice>
      )}
      {share === 'nothing' && <Notice>{words.say('message.nothingSaid', { day: words.fullDate(on) })}</Notice>}
      {returned && (
        <Notice tone="danger" title={words.say('message.backSaid', { day: words.fullDate(returned.on), why: returned.because })}>
          {words.say('message.backMore')}
        </Notice>
      )}
      {sentSaid && <p>{sentSaid}</p>}
    </>
  )
}

function FhirFile({ one, onSaved, onFailed }: { one: MessageView; onSaved: () => void; onFailed: (why: string | null) => void }) {
  const words = useWords()
  const worker = useWorker()
  const save = async () => {
    const heading = (part: 'summary' | 'attendance' | 'outcome' | 'actions' | 'codes') => words.say(`message.sheet.${part}`)
    const says = {
      title: words.say(`message.sheet.${one.kind}`),
      ...{ summary: heading('summary'), attendance: heading('attendance'), outcome: heading('outcome') },
      ...{ actions: heading('actions'), codes: heading('codes') },
    }
    const bundle = await worker.ask('practiceMessageFile', { messageId: one.messageId, says })
    const name = `${words.say('message.file', { date: one.on })}.json`
    const saved = bundle && (await saveText(name, JSON.stringify(bundle, null, 2)).catch(() => null))
    onFailed(saved === null ? words.say('message.fhirFailed') : null)
    if (!saved) return
    say(words.say('message.fhirSaved'))
    onSaved()
  }
  return <Button onClick={() => void save()}>{words.say('message.fhir')}</Button>
}

/** Begins a new message with the words of this one. What somebody has typed for the next one already stays as it is. */
function Correct({ one, codes }: Pick<Standing, 'one' | 'codes'>) {
  const words = useWords()
  const { episodeId, messageId } = one
  const [typed, keep] = useForm<Partial<MessageForm>>(formKey('practiceMessage', { episodeId }), {})
  const write = () => {
    keep({ ...correctionOf(one, codes), ...typed, supersedes: messageId })
    go({ at: 'practiceMessages', episodeId })
  }
  return <Button onClick={write}>{words.say('message.correct')}</Button>
}

function Remove({ one: { episodeId, messageId } }: { one: MessageView }) {
  const words = useWords()
  const worker = useWorker()
  const [asking, setAsking] = useState(false)
  const { refused, saved } = useSaving<unknown>(() => go({ at: 'practiceMessages', episodeId }))
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {words.say('message.remove')}
      </Button>
      {asking && (
        <SureDialog
          title={words.say('message.removeTitle')}
          says={{ does: words.say('message.remove'), cancel: words.say('common.cancel') }}
          refused={refused}
          onSure={() => void worker.run('voidPracticeMessage', { messageId, because: 'a mistake' }).then(saved)}
          onClose={() => setAsking(false)}
        >
          {words.say('message.removeMore')}
        </SureDialog>
      )}
    </>
  )
}
