import { useState } from 'react'
import { backupDays } from '../../../shared/rules/retention.ts'
import { addDays } from '../../../shared/std/dates.ts'
import type { ErasedRow, RightsView } from '../../workerLink/retentionViews.ts'
import { useWorker } from '../../workerLink/link.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { useEdits } from '../../state/drafts.ts'
import { formKey } from '../../state/forms.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, Radios } from '../../ui/Choices.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { present } from '../../words/present.ts'
import { useWords } from '../../words/useWords.ts'

/** Erases somebody: why, what goes and what stays, and that there is no way back. */
export function EraseForm({ view, onClose }: { view: RightsView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const { personId, joinedIds, retention } = view
  const [form, set, drop] = useEdits(formKey('erasePerson', { personId }), { why: null as ErasedRow['why'] | null })
  const [sure, makeSure] = useState(false) // never kept: it is ticked each time that one is about to do it
  const { refused, refuse, saved } = useSaving(() => {
    drop()
    onClose()
    say(words.say('erase.said'))
    go({ at: 'review' })
  })
  const whys = [...(retention?.due ? (['timeOver'] as const) : []), 'asked', 'notOurs'] as const
  const save = async () => {
    if (!form.why) return refuse(words.say('erase.whyMissing'))
    if (!sure) return refuse(words.say('erase.sureMissing'))
    const keptUntil = form.why === 'timeOver' && retention ? retention.retainUntil : null
    saved(await worker.run('erasePerson', { personId, joinedIds, why: form.why, keptUntil }))
  }
  const until = words.fullDate(addDays(words.dateOf(present()), backupDays))
  return (
    <DialogForm
      title={words.say('erase.dialog', { name: view.name })}
      refused={refused}
      onSubmit={() => void save()}
      onClose={onClose}
      foot={
        <Button type="submit" look="danger">
          {words.say('erase.do')}
        </Button>
      }
    >
      {retention && !retention.due && <Notice tone="needs">{words.say('erase.notDue', { until: words.fullDate(retention.retainUntil) })}</Notice>}
      <ul className="erase__what">
        <li>{words.say('erase.goes')}</li>
        <li>{words.say('erase.stays')}</li>
        <li>{words.say('erase.backups', { days: backupDays, until })}</li>
      </ul>
      {view.withOthers.length > 0 && <WithOthers all={view.withOthers} />}
      <Radios
        legend={words.say('erase.why')}
        value={form.why}
        onChoose={(why) => set({ why })}
        choices={whys.map((value) => ({ value, label: words.say(`erase.why.${value}`) }))}
      />
      <Checkbox label={words.say('erase.sure')} checked={sure} onChange={makeSure} />
    </DialogForm>
  )
}

/** Pictures in which others are too stay, whoever is erased: each is opened, and destroyed there if it must go. */
function WithOthers({ all }: { all: RightsView['withOthers'] }) {
  const words = useWords()
  return (
    <Notice tone="needs" title={words.say('erase.withOthers', { count: all.length })}>
      <ul>
        {all.map(({ mediaId, title }) => (
          <li key={mediaId}>
            <button type="button" className="link" onClick={() => go({ at: 'mediaOne', mediaId })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
