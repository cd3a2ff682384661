import { useState } from 'react'
import { longest } from '../../shared/records/longest.ts'
import { offer } from '../../shared/records/offer.ts'
import { useWorker } from '../workerLink/link.ts'
import type { FirstTimeView, OfferRow } from '../workerLink/matchViews.ts'
import { useView } from '../workerLink/useView.ts'
import { useEdits } from '../state/drafts.ts'
import { formKey } from '../state/forms.ts'
import { say } from '../state/said.ts'
import { useNow } from '../state/useNow.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import { useWords, type Words } from '../words/useWords.ts'
import { DialogForm } from './DialogForm.tsx'
import type { Offered } from './OfferActs.tsx'
import { useSaving } from './useSaving.ts'

interface Typed {
  firstOn: string
  meetAt: string
  goesAlongId: string
}

/** "Come with me the first time": when, where, and who goes with them. */
export function FirstTimeForm({ row, person, onClose }: { row: OfferRow; person: Offered; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(useNow())
  const view = useView('firstTime', { groupId: row.groupId })
  const known: Typed = { firstOn: row.firstOn ?? '', meetAt: row.meetAt, goesAlongId: row.goesAlongId ?? '' }
  const [typed, set, drop] = useEdits<Typed>(formKey('firstTime', { offerId: row.offerId }), known)
  const [asked, setAsked] = useState(false)
  const named = { name: person.name, what: row.what ?? words.say('offers.gone') }
  const { refused, saved } = useSaving(() => {
    drop()
    say(words.say('firstTime.saved', named))
    onClose()
  })
  const trouble = dateTrouble(typed.firstOn, row.firstOn, today)
  const save = async (form: HTMLFormElement) => {
    setAsked(true)
    const unreadable = form.querySelector<HTMLInputElement>('input[type=date]')?.validity.badInput
    if (trouble || unreadable) return
    const which = { offerId: row.offerId, personId: person.personId, groupId: row.groupId }
    const first = { firstOn: typed.firstOn || null, meetAt: typed.meetAt, goesAlongId: typed.goesAlongId || null }
    saved(await worker.run('planFirstTime', { ...which, ...first }))
  }
  return (
    <DialogForm title={words.say('firstTime.title', named)} refused={refused} onSubmit={(form) => void save(form)} onClose={onClose}>
      <TextField
        type="date"
        label={words.say('firstTime.on')}
        hint={[words.say('firstTime.onHint'), nextInWords(view, words)].filter(Boolean).join(' ')}
        className="field--short"
        value={typed.firstOn}
        autoFocus
        error={asked && trouble ? words.say(trouble) : null}
        onChange={(event) => set({ firstOn: event.target.value })}
      />
      <TextField
        label={words.say('firstTime.meetAt')}
        value={typed.meetAt}
        maxLength={longest(offer, 'meetAt')}
        onChange={(event) => set({ meetAt: event.target.value })}
      />
      <SelectField label={words.say('firstTime.who')} value={typed.goesAlongId} onChange={(event) => set({ goesAlongId: event.target.value })}>
        <option value="">{words.say('firstTime.nobody')}</option>
        {view?.colleagues.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </SelectField>
      {row.groupId && <p className="soft small">{words.say('firstTime.told')}</p>}
      <Button type="submit" look="go">
        {words.say('offers.save')}
      </Button>
    </DialogForm>
  )
}

/** A first time lies ahead; one that is over stays as it was written. */
function dateTrouble(firstOn: string, before: string | null, today: string): 'firstTime.badDate' | 'firstTime.past' | null {
  if (!firstOn || firstOn === before) return null
  if (!/^\d{4}-\d\d-\d\d$/.test(firstOn)) return 'firstTime.badDate'
  return firstOn < today ? 'firstTime.past' : null
}

function nextInWords(view: FirstTimeView | undefined, words: Words): string {
  if (!view || view.next.length === 0) return ''
  return words.say('firstTime.next', { days: words.list(view.next.map((one) => `${words.shortDay(one.date)} ${words.time(one.start)}`)) })
}
