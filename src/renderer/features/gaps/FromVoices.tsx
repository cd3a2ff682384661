import { useState } from 'react'
import { gap as record } from '../../../shared/records/gap.ts'
import { longest } from '../../../shared/records/longest.ts'
import { DialogForm } from '../../parts/DialogForm.tsx'
import { NeedField } from '../../parts/LogGap.tsx'
import { useSaving } from '../../parts/useSaving.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import type { GapsView } from '../../workerLink/gapViews.ts'
import { useWorker } from '../../workerLink/link.ts'

type Wish = GapsView['wishes'][number]

const saidIn = ({ words: text, wishes }: Wish, words: Words) => text || wishes.map((one) => words.say(`voices.wish.${one}`)).join(', ')

/** What people told us that they would like, at the kiosk and in the café, to be given a need (stories 26 and 33). */
export function FromVoices({ view, may }: { view: GapsView; may: boolean }) {
  const words = useWords()
  const worker = useWorker()
  const [open, setOpen] = useState<Wish | null>(null)
  const { refused, saved } = useSaving<unknown>(() => say(words.say('gaps.noGapSaid')))
  if (view.wishes.length === 0) return null
  return (
    <Card title={words.say('gaps.fromVoices')}>
      {refused && <p className="gaps__note">{refused}</p>}
      <ul className="rows" aria-label={words.say('gaps.fromVoices')}>
        {view.wishes.map((one) => (
          <li key={one.voiceId} className="gaps__line">
            <span className="gaps__line-text">
              {saidIn(one, words)}
              <br />
              <span className="soft small">{words.say('gaps.fromGroup', { group: one.group, month: words.monthOfYear(`${one.month}-01`) })}</span>
            </span>
            {may && (
              <>
                <Button about={saidIn(one, words)} onClick={() => setOpen(one)}>
                  {words.say('gaps.choose')}
                </Button>
                <Button
                  look="link"
                  about={saidIn(one, words)}
                  onClick={() => void worker.run('noGapFromVoice', { voiceId: one.voiceId }).then(saved)}
                >
                  {words.say('gaps.noGap')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="gaps__note">{words.say('gaps.fromVoicesMore')}</p>
      {open && <WishForm one={open} onClose={() => setOpen(null)} />}
    </Card>
  )
}

function WishForm({ one, onClose }: { one: Wish; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const [need, setNeed] = useState('')
  const [place, setPlace] = useState(one.place)
  const [asked, setAsked] = useState(false)
  const { refused, saved } = useSaving<unknown>(onClose)
  const save = async () => {
    setAsked(true)
    if (need && place.trim()) saved(await worker.run('gapFromVoice', { voiceId: one.voiceId, need, place: place.trim() }))
  }
  return (
    <DialogForm title={saidIn(one, words)} refused={refused} onSubmit={() => void save()} onClose={onClose}>
      <NeedField value={need} inWords={false} error={asked && !need ? words.say('logGap.needMissing') : null} onNeed={setNeed} />
      <TextField
        label={words.say('logGap.place')}
        hint={words.say('logGap.placeHint')}
        value={place}
        error={asked && !place.trim() ? words.say('logGap.placeMissing') : null}
        maxLength={longest(record, 'place')}
        onChange={(event) => setPlace(event.target.value)}
      />
      <Button type="submit" look="go">
        {words.say('service.save')}
      </Button>
    </DialogForm>
  )
}
