import { useState } from 'react'
import { longest } from '../../shared/records/longest.ts'
import { offer } from '../../shared/records/offer.ts'
import { useWorker } from '../workerLink/link.ts'
import type { OfferRow } from '../workerLink/matchViews.ts'
import { useForm } from '../state/drafts.ts'
import { formKey } from '../state/forms.ts'
import { say } from '../state/said.ts'
import { useNow } from '../state/useNow.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextArea } from '../ui/Field.tsx'
import { useWords } from '../words/useWords.ts'
import { DialogForm } from './DialogForm.tsx'
import type { Offered } from './OfferActs.tsx'
import { useSaving } from './useSaving.ts'

const whys = ['time', 'tooFar', 'cost', 'access', 'language', 'confidence', 'notForMe', 'health', 'transport', 'full', 'other'] as const
type Typed = { because: (typeof whys)[number] | ''; words: string }
const empty: Typed = { because: '', words: '' }

/** Why somebody does not want what they were offered: it is what the next offer, and a gap, are made of. */
export function SaidNoForm({ row, person, onClose }: { row: OfferRow; person: Offered; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(useNow())
  const [typed, keep, drop] = useForm<Typed>(formKey('offerNo', { offerId: row.offerId }), empty)
  const [asked, setAsked] = useState(false)
  const named = { name: person.name, what: row.what ?? words.say('offers.gone') }
  const { refused, saved } = useSaving(() => {
    drop()
    say(words.say('offers.saidNo', named))
    onClose()
  })
  const wordsMissing = typed.because === 'other' && !typed.words.trim()
  const save = async () => {
    setAsked(true)
    const { because } = typed
    if (!because || wordsMissing) return
    const which = { offerId: row.offerId, personId: person.personId, groupId: row.groupId }
    saved(await worker.run('answerOffer', { ...which, answer: 'declined', on: today, because, becauseWords: typed.words }))
  }
  return (
    <DialogForm title={words.say('offers.noTitle', named)} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <SelectField
        label={words.say('offers.why')}
        value={typed.because}
        autoFocus
        error={asked && !typed.because ? words.say('offers.whyMissing') : null}
        onChange={(event) => keep({ ...typed, because: event.target.value as Typed['because'] })}
      >
        <option value="">{words.say('match.choose')}</option>
        {whys.map((why) => (
          <option key={why} value={why}>
            {words.say(`offers.because.${why}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={words.say('offers.whyWords')}
        hint={words.say('offers.whyWordsHint')}
        value={typed.words}
        maxLength={longest(offer, 'becauseWords')}
        error={asked && wordsMissing ? words.say('offers.wordsMissing') : null}
        onChange={(event) => keep({ ...typed, words: event.target.value })}
      />
      <Button type="submit" look="go">
        {words.say('offers.save')}
      </Button>
    </DialogForm>
  )
}
