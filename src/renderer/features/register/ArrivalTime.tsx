import { useState, type FormEvent } from 'react'
import type { Instant, PlainDate } from '../../../shared/std/dates.ts'
import type { HereRow } from '../../desk/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

/** Puts a wrong arrival time right. */
export function ArrivalTime({ row, date, onTime, onClose }: {
  row: HereRow; date: PlainDate; onTime: (arrived: Instant) => void; onClose: () => void
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
        <TextField
          label={words.say('register.arrivalLabel')} type="time" required autoFocus value={time} className="field--short"
          onChange={(event) => setTime(event.target.value)}
        />
        <Button type="submit" look="go" keyLabel="Enter">{words.say('register.arrivalDo')}</Button>
      </form>
    </Dialog>
  )
}
