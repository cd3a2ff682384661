import { useState, type FormEvent } from 'react'
import { longest } from '../../../shared/records/longest.ts'
import { session as sessionRecord } from '../../../shared/records/session.ts'
import type { PlainDate } from '../../../shared/std/dates.ts'
import { sessionIdOf } from '../../../shared/std/ids.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { TimeField } from '../../parts/TimeField.tsx'
import { go } from '../../state/place.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { present } from '../../words/present.ts'

/** The slot of sessions that no weekly rule makes (shared/records/session.ts). */
const unplannedSlot = 0

/** Starts a session that no weekly time has made: somebody is waiting at the gate anyway. */
export function Unplanned({ today, onClose }: { today: PlainDate; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const groups = useView('groups', null)?.filter((group) => group.state !== 'closed') ?? []
  const [opened] = useState(() => words.clock(present()))
  const [{ groupId, start, end, why }, set, drop] = useEdits(formKey('unplanned', { date: today }), {
    groupId: '',
    start: opened.padStart(5, '0'),
    end: later(opened),
    why: '',
  })
  const [error, setError] = useState<string | null>(null)
  const chosen = groupId || groups[0]?.groupId
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen) return
    const session = { groupId: chosen, date: today, slot: unplannedSlot }
    const result = await worker.run('changeSession', { session, start, end, ...(why.trim() ? { unplannedBecause: why.trim() } : {}) })
    if (!result.ok && result.reason !== 'nothingChanged') return setError(reasonInWords(result.reason, words))
    drop()
    onClose()
    go({ at: 'register', sessionId: sessionIdOf(chosen, today, unplannedSlot) })
  }
  return (
    <Dialog title={words.say('unplanned.title')} closeLabel={words.say('common.close')} onClose={onClose}>
      {groups.length === 0 && <Notice tone="needs">{words.say('unplanned.noGroups')}</Notice>}
      {groups.length > 0 && (
        <form onSubmit={(event) => void begin(event)}>
          {error && (
            <Notice tone="danger" urgent>
              {error}
            </Notice>
          )}
          <SelectField label={words.say('unplanned.group')} value={chosen} autoFocus onChange={(event) => set({ groupId: event.target.value })}>
            {groups.map((group) => (
              <option key={group.groupId} value={group.groupId}>
                {[group.name, group.place].filter(Boolean).join(', ')}
              </option>
            ))}
          </SelectField>
          <div className="field__pair">
            <TimeField label={words.say('unplanned.start')} required value={start} onTime={(time) => set({ start: time })} />
            <TimeField label={words.say('unplanned.end')} required value={end} onTime={(time) => set({ end: time })} />
          </div>
          <TextField
            label={words.say('unplanned.why')}
            hint={words.say('unplanned.whyHint')}
            value={why}
            maxLength={longest(sessionRecord, 'unplannedBecause')}
            autoComplete="off"
            onChange={(event) => set({ why: event.target.value })}
          />
          <p className="soft small">{words.say('unplanned.hint')}</p>
          <p className="notice__actions">
            <Button type="submit" look="go" keyLabel="Enter">
              {words.say('unplanned.open')}
            </Button>
          </p>
        </form>
      )}
    </Dialog>
  )
}

/** An hour and a half later on the same day. */
function later(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const at = Math.min(hours * 60 + minutes + 90, 23 * 60 + 59)
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
