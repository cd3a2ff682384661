import './howSure.css'
import { useState } from 'react'
import { fullName } from '../words/apartInWords.ts'
import { useWords } from '../words/useWords.ts'
import { useWorker } from '../workerLink/link.ts'
import { useView } from '../workerLink/useView.ts'
import type { RegisterView } from '../workerLink/views.ts'
import { Button } from '../ui/Button.tsx'
import { Radios } from '../ui/Choices.tsx'
import { SelectField } from '../ui/Field.tsx'
import { DialogForm } from './DialogForm.tsx'
import { useSaving } from './useSaving.ts'

const answers = Array.from({ length: 11 }, (_, value) => String(value))

/** Asks people at the café how sure they are, one after the other: who, and a number. The answer is not shown again here. */
export function HowSure({ register, onClose }: { register: RegisterView; onClose: () => void }) {
  const words = useWords()
  const worker = useWorker()
  const asked = useView('howSureAsked', { sessionId: register.sessionId }) ?? []
  const [personId, choose] = useState('')
  const [value, setValue] = useState<string | null>(null)
  const [done, setDone] = useState('')
  const nameOf = (id: string) => register.here.flatMap((one) => (one.personId === id ? [fullName(one, words)] : [])).join()
  const { refused, refuse, saved } = useSaving(() => {
    setDone(words.say('howSure.saved', { name: nameOf(personId) }))
    choose('')
    setValue(null)
  })
  const save = async () => {
    if (!personId || value === null) return refuse(words.say(personId ? 'howSure.noAnswer' : 'howSure.nobody'))
    saved(await worker.run('askHowSure', { session: register.which, personId, value: Number(value) }))
  }
  return (
    <DialogForm title={words.say('howSure.title')} refused={refused} onSubmit={() => void save()} onClose={onClose} foot={<Save />}>
      <p>{words.say('howSure.ask')}</p>
      <SelectField label={words.say('howSure.who')} value={personId} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.say('howSure.choose')}</option>
        {register.here.map((one) => (
          <option key={one.personId} value={one.personId}>
            {words.say(asked.includes(one.personId) ? 'howSure.askedAlready' : 'howSure.one', { name: fullName(one, words) })}
          </option>
        ))}
      </SelectField>
      <div className="how-sure">
        <Radios
          legend={words.say('howSure.answer')}
          hint={words.say('howSure.answerHint')}
          value={value}
          choices={answers.map((one) => ({ value: one, label: one }))}
          onChoose={setValue}
        />
      </div>
      <p role="status">{done}</p>
    </DialogForm>
  )
}

function Save() {
  const words = useWords()
  return (
    <Button type="submit" look="go">
      {words.say('howSure.save')}
    </Button>
  )
}
