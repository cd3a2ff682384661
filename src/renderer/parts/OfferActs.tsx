import { useState } from 'react'
import { useWorker } from '../workerLink/link.ts'
import type { OfferRow } from '../workerLink/matchViews.ts'
import { go } from '../state/place.ts'
import { say } from '../state/said.ts'
import { useNow } from '../state/useNow.ts'
import { Button } from '../ui/Button.tsx'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'
import { FirstTimeForm } from './FirstTimeForm.tsx'
import { SaidNoForm } from './SaidNoForm.tsx'

/** Who it was offered to. */
export interface Offered {
  personId: string
  name: string
}

/** What can be done about an offer: the answer in one key, the first time, the sheet, the call. */
export function OfferActs({ row, person }: { row: OfferRow; person: Offered }) {
  const words = useWords()
  const [open, setOpen] = useState<'no' | 'first' | null>(null)
  const acts = useOfferActs(row, person)
  const about = row.what ?? words.say(`offers.state.${row.state}`)
  const known = row.what !== null
  const link = (id: Parameters<typeof words.say>[0], run: () => void) => (
    <Button look="link" about={about} onClick={run}>
      {words.say(id)}
    </Button>
  )
  const answers = row.state !== 'noneSuitable'
  return (
    <span className="offers__acts">
      {answers && row.state !== 'accepted' && link('offers.yes', acts.yes)}
      {answers && row.state !== 'declined' && link('offers.no', () => setOpen('no'))}
      {row.state === 'offered' && link('offers.wait', acts.wait)}
      {row.state === 'accepted' && link('offers.first', () => setOpen('first'))}
      {known && row.state !== 'declined' && link('offers.sheet', () => go({ at: 'expectSheet', personId: person.personId, offerId: row.offerId }))}
      {row.got?.call && link('offers.called', acts.called)}
      {(row.state === 'offered' || row.state === 'noneSuitable') && link('offers.mistake', acts.undo)}
      {open === 'no' && <SaidNoForm row={row} person={person} onClose={() => setOpen(null)} />}
      {open === 'first' && <FirstTimeForm row={row} person={person} onClose={() => setOpen(null)} />}
    </span>
  )
}

function useOfferActs(row: OfferRow, person: Offered) {
  const words = useWords()
  const worker = useWorker()
  const today = words.dateOf(useNow())
  const which = { offerId: row.offerId, personId: person.personId, groupId: row.groupId }
  const named = { name: person.name, what: row.what ?? '' }
  const answer = async (state: 'accepted' | 'waiting') => {
    const done = await worker.run('answerOffer', { ...which, answer: state, on: today })
    const yes = row.groupId ? 'offers.saidYes' : 'offers.saidYesService'
    say(done.ok ? words.say(state === 'accepted' ? yes : 'offers.saidWaiting', named) : reasonInWords(done.reason, words))
  }
  const called = async () => {
    const done = await worker.run('noteOfferCall', { ...which, calledOn: today })
    say(done.ok ? words.say('offers.calledSaid', named) : reasonInWords(done.reason, words))
  }
  const undo = async () => {
    const done = await worker.run('voidOffer', which)
    say(done.ok ? words.say('offers.undone', { what: row.what ?? words.say('offers.state.noneSuitable') }) : reasonInWords(done.reason, words))
  }
  return { yes: () => void answer('accepted'), wait: () => void answer('waiting'), called: () => void called(), undo: () => void undo() }
}
