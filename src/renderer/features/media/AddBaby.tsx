import type { MediaView } from '../../workerLink/mediaViews.ts'
import type { NamedPerson } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { useWords } from '../../words/useWords.ts'

export type Baby = MediaView['babies'][number]

/** What is typed of a baby that is not added yet. */
export interface TypedBaby {
  name: string
  /** '': the first of those who are in the picture. */
  withId: string
}
export const noBaby: TypedBaby = { name: '', withId: '' }

/** The baby that is typed; null: none, or nobody is named with whom it could come. */
export function babyOf({ name, withId }: TypedBaby, people: readonly NamedPerson[]): Baby | null {
  const grownUp = people.find((one) => one.personId === withId) ?? people[0]
  return grownUp && name.trim() ? { withId: grownUp.personId, name: name.trim(), of: grownUp.name } : null
}

interface Adding {
  people: readonly NamedPerson[]
  typed: TypedBaby
  onType: (typed: TypedBaby) => void
  onAdd: (baby: Baby) => void
}

/** A baby in the picture: by its first name, with somebody who is in it too. */
export function AddBaby({ people, typed, onType, onAdd }: Adding) {
  const words = useWords()
  const baby = babyOf(typed, people)
  return (
    <>
      <TextField
        label={words.say('media.babyName')}
        hint={words.say('media.babyHint')}
        value={typed.name}
        maxLength={60}
        onChange={(event) => onType({ ...typed, name: event.target.value })}
      />
      {baby && (
        <>
          <SelectField label={words.say('media.babyWith')} value={baby.withId} onChange={(event) => onType({ ...typed, withId: event.target.value })}>
            {people.map((one) => (
              <option key={one.personId} value={one.personId}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <p>
            <Button onClick={() => onAdd(baby)}>{words.say('media.babyAdd')}</Button>
          </p>
        </>
      )}
    </>
  )
}
