import { useState } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { timeAway } from '../../../shared/records/timeAway.ts'
import { addDays } from '../../../shared/std/dates.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { AwayView } from '../../workerLink/caseViews.ts'
import { useView } from '../../workerLink/useView.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { present } from '../../words/present.ts'
import { useWords, type Words } from '../../words/useWords.ts'

/** Who is away and who covers; the cases stay theirs (story 20). */
export function Away({ meId, onClose }: { meId: string; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const view = useView('away', null)
  const today = words.dateOf(present())
  const [form, set, drop] = useEdits(formKey('timeAway', { nth: 'new' }), { colleagueId: meId, from: today, until: '', coverId: '', note: '' })
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving(() => {
    drop()
    setAsked(false)
  })
  const save = async () => {
    setAsked(true)
    if (!form.from || !form.colleagueId) return
    saved(
      await worker.run('addTimeAway', {
        colleagueId: form.colleagueId,
        from: form.from,
        until: form.until || null,
        coverId: form.coverId || null,
        ...(form.note.trim() ? { note: form.note.trim() } : {}),
      }),
    )
  }
  const owners = view?.owners ?? []
  const choice = (label: string, value: string, none: string | null, onChoose: (id: string) => void) => (
    <SelectField label={label} value={value} onChange={(event) => onChoose(event.target.value)}>
      {none !== null && <option value="">{none}</option>}
      {owners.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </SelectField>
  )
  return (
    <DialogForm title={words.say('away.title')} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      {view && <AwayNow view={view} today={today} />}
      {choice(words.say('away.who'), form.colleagueId, null, (colleagueId) => set({ colleagueId }))}
      <div className="field__pair">
        <TextField
          label={words.say('away.from')}
          type="date"
          value={form.from}
          error={asked && !form.from ? words.say('away.badDate') : null}
          onChange={(event) => set({ from: event.target.value })}
        />
        <TextField
          label={words.say('away.until')}
          hint={words.say('away.untilHint')}
          type="date"
          value={form.until}
          onChange={(event) => set({ until: event.target.value })}
        />
      </div>
      {choice(words.say('away.cover'), form.coverId, words.say('away.nobody'), (coverId) => set({ coverId }))}
      <TextArea
        label={words.say('away.note')}
        value={form.note}
        maxLength={longest(timeAway, 'note')}
        onChange={(event) => set({ note: event.target.value })}
      />
      <p className="notice__actions">
        <Button type="submit" look="go">
          {words.say('away.save')}
        </Button>
      </p>
    </DialogForm>
  )
}

function AwayNow({ view, today }: { view: AwayView; today: string }) {
  const words = useWords()
  const worker = useWorker()
  if (view.rows.length === 0) return <p className="soft">{words.say('away.none')}</p>
  return (
    <ul className="rows" aria-label={words.say('away.list')}>
      {view.rows.map((one) => (
        <li key={one.timeAwayId}>
          <span className="grow">
            <span className="row__name">{lineOf(one, words)}</span>{' '}
            <span className="soft small">{one.cover ? words.say('away.covered', { name: one.cover }) : words.say('away.notCovered')}</span>
            {one.note && <span className="soft small said"> {one.note}</span>}
          </span>
          {one.now && one.from < today ? (
            <Button about={one.colleague} onClick={() => void worker.run('endTimeAway', { timeAwayId: one.timeAwayId, until: addDays(today, -1) })}>
              {words.say('away.end')}
            </Button>
          ) : (
            <Button about={one.colleague} onClick={() => void worker.run('voidTimeAway', { timeAwayId: one.timeAwayId })}>
              {words.say('away.remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function lineOf({ colleague, from, until }: AwayView['rows'][number], words: Words): string {
  const days = { name: colleague, from: words.tinyDate(from), until: until ? words.tinyDate(until) : '' }
  return words.say(until ? 'away.line' : 'away.lineOpen', days)
}
