import { useState } from 'react'
import { assignment } from '../../../shared/records/assignment.ts'
import { episode } from '../../../shared/records/episode.ts'
import { longest } from '../../../shared/records/longest.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { CaseView } from '../../workerLink/caseViews.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { OwnerSelect } from '../../parts/OwnerSelect.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Who has a case, who does their work today, and who had it before with what the next one had to know (story 20). */
export function OwnerCard({ view }: { view: CaseView }) {
  const words = useWords()
  const worker = useWorker()
  const [open, setOpen] = useState<'assign' | 'other' | null>(null)
  const { cover, owner } = view
  const name = owner ?? ''
  return (
    <Card title={words.say('case.owner')} aside={owner ?? words.say('case.ownerNobody')}>
      {cover.away && (
        <p className="card__body">
          {cover.acting ? words.say('case.ownerAway', { name, cover: cover.acting }) : words.say('case.ownerAwayNobody', { name })}
        </p>
      )}
      <ul className="rows" aria-label={words.say('case.history')}>
        {view.history.map((one) => (
          <li key={one.assignmentId} className="row--top">
            <span>
              {words.say('case.historyOne', { name: one.owner ?? words.say('case.ownerNobody'), day: words.fullDate(words.dateOf(one.at)) })}
              {one.note && <span className="soft small said"> · {one.note}</span>}
            </span>
          </li>
        ))}
      </ul>
      {view.closedOn === null && (
        <div className="card__foot">
          <Button onClick={() => setOpen('assign')}>{words.say('case.assign')}</Button>
          {view.wantsOtherWhy ? (
            <Button onClick={() => void worker.run('askForOther', { episodeId: view.episodeId, because: null })}>
              {words.say('case.askOtherDone')}
            </Button>
          ) : (
            <Button onClick={() => setOpen('other')}>{words.say('case.askOther')}</Button>
          )}
        </div>
      )}
      {open === 'assign' && <Assign view={view} onClose={() => setOpen(null)} />}
      {open === 'other' && <AskOther view={view} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function Assign({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('assigning', { episodeId: view.episodeId }), { ownerId: '', note: '' })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => {
    setAsked(true)
    if (!form.ownerId) return
    saved(await worker.run('assignCase', { episodeId: view.episodeId, ownerId: form.ownerId, ...(form.note.trim() ? { note: form.note } : {}) }))
  }
  return (
    <DialogForm title={words.say('assign.title', { name: view.name })} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <OwnerSelect
        label={words.say('assign.to')}
        owners={view.owners.filter((one) => one.id !== view.ownerId)}
        figure={view.figure}
        value={form.ownerId}
        none={words.say('handOver.choose')}
        error={asked && !form.ownerId ? words.say('handOver.toMissing') : null}
        autoFocus
        onChoose={(ownerId) => set({ ownerId })}
      />
      <TextArea
        label={words.say('assign.note')}
        value={form.note}
        maxLength={longest(assignment, 'note')}
        onChange={(event) => set({ note: event.target.value })}
      />
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('assign.save')}
        </Button>
      </p>
    </DialogForm>
  )
}

function AskOther({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [form, set, drop] = useEdits(formKey('askingOther', { episodeId: view.episodeId }), { because: '' })
  const { refused, refuse, saved } = useSaving(() => {
    drop()
    onClose()
  })
  const save = async () => {
    if (!form.because.trim()) return refuse(words.say('reason.whyNeeded'))
    saved(await worker.run('askForOther', { episodeId: view.episodeId, because: form.because }))
  }
  return (
    <DialogForm title={words.say('case.askOther')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <TextField
        label={words.say('case.askOtherWhy')}
        value={form.because}
        autoFocus
        maxLength={longest(episode, 'wantsOther')}
        onChange={(event) => set({ because: event.target.value })}
      />
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('referral.save')}
        </Button>
      </p>
    </DialogForm>
  )
}
