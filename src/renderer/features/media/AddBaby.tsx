import { useState } from 'react'
import type { MediaView } from '../../workerLink/mediaViews.ts'
import type { NamedPerson } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

export type Baby = MediaView['babies'][number]

/** A baby in the picture: by its first name, with somebody who is in it too. */
export function AddBaby({ people, onAdd }: { people: readonly NamedPerson[]; onAdd: (baby: Baby) => void }) {
  const words = useWords()
  const [name, setName] = useState('')
  const [withId, setWith] = useState('')
  const grownUp = people.find((one) => one.personId === withId) ?? people[0]
  const add = () => {
    if (!grownUp || !name.trim()) return
    onAdd({ withId: grownUp.personId, name: name.trim(), of: grownUp.name })
    setName('')
  }
  return (
    <>
      <TextField
        label={words.say('media.babyName')}
        hint={words.say('media.babyHint')}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.target.value)}
      />
      {name.trim() && (
        <>
          <SelectField label={words.say('media.babyWith')} value={grownUp?.personId ?? ''} onChange={(event) => setWith(event.target.value)}>
            {people.map((one) => (
              <option key={one.personId} value={one.personId}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <p>
            <Button onClick={add}>{words.say('media.babyAdd')}</Button>
          </p>
        </>
      )}
    </>
  )
}
