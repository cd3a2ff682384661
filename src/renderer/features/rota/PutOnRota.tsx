import { useState, type FormEvent } from 'react'
import type { DutyRole } from '../../../shared/records/rotaDuty.ts'
import { useWorker } from '../../workerLink/link.ts'
import type { DutyRow, RotaView } from '../../workerLink/sheetViews.ts'
import { Button } from '../../ui/Button.tsx'
import { Radios } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { FindPerson, type Found } from './FindPerson.tsx'

type Kind = 'colleague' | 'person'

/** Puts somebody on the rota: a colleague, or a participant who helps. @param swap instead of whom */
export function PutOnRota({ view, role, swap, onClose }: { view: RotaView; role: DutyRole; swap: DutyRow | null; onClose: () => void }) {
  const words = useWords()
  const [kind, setKind] = useState<Kind>('colleague')
  const [colleagueId, setColleagueId] = useState('')
  const [person, setPerson] = useState<Found | null>(null)
  const [state, setState] = useState<'asked' | 'yes'>('asked')
  const [error, setError] = useState<string | null>(null)
  const put = usePut(view, role, swap)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const who = kind === 'colleague' ? { colleagueId: colleagueId || null } : { personId: person?.personId ?? null }
    if (!who.colleagueId && !who.personId) return setError(words.say('rota.chooseMissing'))
    const trouble = await put(who, state)
    if (trouble) setError(reasonInWords(trouble, words))
    else onClose()
  }
  const called = words.say(`role.${role}`).toLocaleLowerCase()
  const title = swap ? words.say('rota.swapTitle', { name: swap.name }) : words.say('rota.askTitle', { role: called })
  return (
    <Dialog title={title} closeLabel={words.say('common.cancel')} onClose={onClose} fixed>
      <form onSubmit={(event) => void save(event)} noValidate>
        {error && (
          <Notice tone="danger" urgent>
            {error}
          </Notice>
        )}
        <Radios
          legend={words.say('rota.who')}
          value={kind}
          onChoose={setKind}
          inline
          choices={[
            { value: 'colleague', label: words.say('rota.colleague') },
            { value: 'person', label: words.say('rota.person') },
          ]}
        />
        {kind === 'colleague' && (
          <SelectField label={words.say('rota.colleague')} value={colleagueId} autoFocus onChange={(event) => setColleagueId(event.target.value)}>
            <option value="">{words.say('rota.choose')}</option>
            {view.colleagues
              .filter((one) => one.id !== swap?.colleagueId)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </SelectField>
        )}
        {kind === 'person' && <FindPerson sessionId={view.sessionId} chosen={person} onChoose={setPerson} />}
        {!swap && (
          <Radios
            legend={words.say('rota.answer')}
            value={state}
            onChoose={setState}
            choices={[
              { value: 'asked', label: words.say('rota.answerAsked') },
              { value: 'yes', label: words.say('rota.answerYes') },
            ]}
          />
        )}
        <Button type="submit" look="go">
          {words.say(swap ? 'rota.saveSwap' : 'rota.save')}
        </Button>
      </form>
    </Dialog>
  )
}

/** Writes it down. A leader who was only planned is first written down as swapped. */
function usePut(view: RotaView, role: DutyRole, swap: DutyRow | null) {
  const worker = useWorker()
  return async (who: { colleagueId?: string | null; personId?: string | null }, state: 'asked' | 'yes') => {
    if (swap?.dutyId) {
      const swapped = await worker.run('swapRota', { dutyId: swap.dutyId, ...who })
      return swapped.ok ? null : swapped.reason
    }
    const done = await worker.run('putOnRota', {
      session: view.which,
      role,
      ...who,
      ...(swap ? { state: 'yes', insteadOf: swap.colleagueId } : { state }),
    })
    return done.ok ? null : done.reason
  }
}
