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
  onType,
}: {
  label: string
  hint: string
  about: (name: string) => string
  chosen: Named | null
  onChoose: (one: Named | null) => void
  /** Told what is typed while nobody is chosen. */
  onType?: (text: string) => void
}) {
  const words = useWords()
  const found = { onFound: ({ personId, name }: Named) => onChoose({ personId, name }), ...(onType && { onType }) }
  if (!chosen) return <FindPerson label={label} hint={hint} {...found} />
  return (
    <p>
      <b>{about(chosen.name)}</b>{' '}
      <Button look="link" onClick={() => onChoose(null)}>
        {words.say('logGap.notThem')}
      </Button>
    </p>
  )
}
