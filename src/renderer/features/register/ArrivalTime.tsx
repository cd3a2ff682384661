import { useState, type FormEvent } from 'react'
import type { Instant, PlainDate } from '../../../shared/std/dates.ts'
import type { HereRow } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TimeField } from '../../parts/TimeField.tsx'
import { useWords } from '../../words/useWords.ts'

/** Puts a wrong arrival time right. */
export function ArrivalTime({
  row,
  date,
  onTime,
  onClose,
}: {
  row: HereRow
  date: PlainDate
  onTime: (arrived: Instant) => void
  onClose: () => void
}) {
  const words = useWords()
  const [time, setTime] = useState(row.arrived.padStart(5, '0'))
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (time) onTime(words.instantAt(date, time))
  }
  return (
    <Dialog title={words.say('register.arrivalTitle', { name: row.name })} closeLabel={words.say('common.cancel')} onClose={onClose}>
      <form onSubmit={save}>
        <TimeField label={words.say('register.arrivalLabel')} required autoFocus value={time} className="field--short" onTime={setTime} />
        <Button type="submit" look="go" keyLabel="Enter">
          {words.say('register.arrivalDo')}
        </Button>
      </form>
    </Dialog>
  )
}
