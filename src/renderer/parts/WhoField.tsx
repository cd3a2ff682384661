import { Button } from '../ui/Button.tsx'
import { useWords } from '../words/useWords.ts'
import { FindPerson } from './FindPerson.tsx'

/** Somebody who was found by name. */
export interface Named {
  personId: string
  name: string
}

/** Who it is about: found by name, and left empty where nobody is to be named. */
export function WhoField({
  label,
  hint,
  about,
  chosen,
  onChoose,
}: {
  label: string
  hint: string
  about: (name: string) => string
  chosen: Named | null
  onChoose: (one: Named | null) => void
}) {
  const words = useWords()
  if (!chosen) return <FindPerson label={label} hint={hint} onFound={({ personId, name }) => onChoose({ personId, name })} />
  return (
    <p>
      <b>{about(chosen.name)}</b>{' '}
      <Button look="link" onClick={() => onChoose(null)}>
        {words.say('logGap.notThem')}
      </Button>
    </p>
  )
}
