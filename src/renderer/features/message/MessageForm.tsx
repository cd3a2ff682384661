import { longest } from '../../../shared/records/longest.ts'
import { practiceMessage } from '../../../shared/records/practiceMessage.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { MessagesView } from '../../workerLink/messageViews.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { useSaving } from '../../parts/useSaving.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { SelectField, TextArea } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'
import { contentOf, draftOf, type MessageForm as Typed } from './messageDraft.ts'
import { MessageSheet } from './MessageSheet.tsx'

interface Editing {
  view: MessagesView
  form: Typed
  set: (more: Partial<Typed>) => void
}

/** Writes the next message: drafted from what is known, read and changed by somebody, then final. */
export function MessageForm({ view }: { view: MessagesView }) {
  const words = useWords()
  const worker = useWorker()
  const { episodeId, personId } = view
  const fresh = draftOf(view, words)
  const [typed, set, drop] = useEdits<Typed>(formKey('practiceMessage', { episodeId }), fresh)
  const form = view.objects && typed.share === 'all' ? { ...typed, share: fresh.share } : typed // they objected since it was typed
  const { refused, saved } = useSaving<{ messageId: string }>((done) => {
    drop()
    if (!done) return
    say(words.say('message.saidFinished'))
    go({ at: 'practiceMessage', episodeId, messageId: done.messageId })
  })
  const finish = async () => {
    const events = form.events.filter((id) => view.codes.some((one) => one.eventId === id))
    saved(await worker.run('writePracticeMessage', { ...form, personId, episodeId, events, supersedes: form.supersedes || null }))
  }
  return (
    <div className="columns">
      <div className="column">
        <Card title={words.say('message.new')}>
          <div className="card__body">
            <Told view={view} />
            <What view={view} form={form} set={set} />
            {form.share === 'all' && <Texts view={view} form={form} set={set} asked={refused !== null} />}
            {form.share !== 'nothing' && <CodesToFile view={view} form={form} set={set} />}
            <p className="message__final soft small">{words.say('message.finalMore')}</p>
            {refused && (
              <Notice tone="danger" urgent>
                {refused}
              </Notice>
            )}
            <Button look="go" onClick={() => void finish()}>
              {words.say('message.finish')}
            </Button>
          </div>
        </Card>
      </div>
      <div className="column">
        {form.share !== 'nothing' && (
          <section aria-label={words.say('message.preview')}>
            <h2 className="message__previewTitle">{words.say('message.preview')}</h2>
            <MessageSheet content={contentOf(view, form)} preview />
          </section>
        )}
      </div>
    </div>
  )
}

/** What one must know before one writes. */
function Told({ view: { objects, practice, practiceBefore } }: { view: MessagesView }) {
  const words = useWords()
  return (
    <>
      {objects && <Notice tone="needs">{words.say('message.objects')}</Notice>}
      {practiceBefore && practice && <Notice>{words.say('message.moved', { before: practiceBefore, now: practice.practice })}</Notice>}
    </>
  )
}

const kinds = ['first', 'progress', 'closing'] as const

function What({ view, form, set }: Editing) {
  const words = useWords()
  const shares = (['all', 'codes', 'nothing'] as const).filter((value) => value !== 'all' || !view.objects)
  const standing = view.messages.filter((one) => one.state !== 'replaced')
  return (
    <>
      <SelectField label={words.say('message.kind')} value={form.kind} onChange={(event) => set({ kind: event.target.value as Typed['kind'] })}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.say(`message.kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      {standing.length > 0 && (
        <SelectField label={words.say('message.replaces')} value={form.supersedes} onChange={(event) => set({ supersedes: event.target.value })}>
          <option value="">{words.say('message.replacesNone')}</option>
          {standing.map((one) => (
            <option key={one.messageId} value={one.messageId}>
              {words.say('message.replacesOne', { kind: words.say(`message.kind.${one.kind}`), day: words.fullDate(one.on) })}
            </option>
          ))}
        </SelectField>
      )}
      <Radios
        legend={words.say('message.share')}
        hint={words.say('message.shareHint')}
        value={form.share}
        onChoose={(share) => set({ share })}
        choices={shares.map((value) => ({
          value,
          label: words.say(`message.share.${value}`),
          ...(value === 'nothing' ? { hint: words.say('message.share.nothingHint') } : {}),
        }))}
      />
    </>
  )
}

/** @param asked it was refused: a summary that is missing is asked for beside its field too */
function Texts({ view, form, set, asked }: Editing & { asked: boolean }) {
  const words = useWords()
  const missing = asked && !form.summary.trim() ? words.say('reason.summaryMissing') : null
  const text = (field: 'summary' | 'outcome' | 'actions', rows: number) => (
    <TextArea
      label={words.say(`message.${field}`)}
      rows={rows}
      value={form[field]}
      error={field === 'summary' ? missing : null}
      maxLength={longest(practiceMessage, field)}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  )
  return (
    <>
      {text('summary', 5)}
      {text('outcome', 5)}
      {text('actions', 2)}
      {view.scores.length > 0 && (
        <Checkbox
          label={words.say('message.figures')}
          hint={words.say('message.figuresHint')}
          checked={form.figures}
          onChange={(figures) => set({ figures })}
        />
      )}
    </>
  )
}

function CodesToFile({ view, form, set }: Editing) {
  const words = useWords()
  const tick = (eventId: string, on: boolean) => set({ events: on ? [...form.events, eventId] : form.events.filter((id) => id !== eventId) })
  return (
    <fieldset className="nhsuk-fieldset nhsuk-form-group">
      <legend className="nhsuk-fieldset__legend">{words.say('message.codes')}</legend>
      {view.codes.length === 0 && <p className="soft">{words.say('message.codesNone')}</p>}
      {view.codes.map((one) => (
        <Checkbox
          key={one.eventId}
          label={words.say('message.sheet.codeOne', { term: one.term, code: one.code, day: words.fullDate(one.on) })}
          checked={form.events.includes(one.eventId)}
          onChange={(on) => tick(one.eventId, on)}
        />
      ))}
    </fieldset>
  )
}
