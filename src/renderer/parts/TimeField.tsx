import { useState, type ComponentProps } from 'react'
import { TextField } from '../ui/Field.tsx'
import { readClock } from '../ui/readClock.ts'
import { useWords } from '../words/useWords.ts'

type Given = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'type' | 'error'>

/**
 * A time of the day in 24 hours, typed as one says it: "9", "930", "14.05". Not the browser's own field: that one shows "06:14 AM"
 * wherever the machine's language is American, beside times that the app says in 24 hours.
 * @param value "09:30", or empty
 * @param onTime told the same, and empty while what is typed is no time
 */
export function TimeField({ value, onTime, ...field }: Given & { value: string; onTime: (time: string) => void }) {
  const words = useWords()
  /** As it is being typed; null while the value stands there. */
  const [typed, setTyped] = useState<string | null>(null)
  const [done, setDone] = useState(false)
  const wrong = done && typed !== null && readClock(typed) === null
  const type = (text: string) => {
    setTyped(text)
    setDone(false)
    onTime(readClock(text) ?? '')
  }
  const leave = () => {
    setDone(true)
    if (typed !== null && readClock(typed) !== null) setTyped(null)
  }
  return (
    <TextField
      {...field}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={typed ?? value}
      error={wrong ? words.say('time.unreadable') : null}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && setDone(true)}
    />
  )
}
