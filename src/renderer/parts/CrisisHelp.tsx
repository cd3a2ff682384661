import { crisisHelp } from '../../shared/rules/crisis.ts'
import { useWords } from '../words/useWords.ts'

/** Who to call where somebody may be in danger. */
export function CrisisHelp() {
  const words = useWords()
  return (
    <ul>
      {crisisHelp.map(({ key, number }) => (
        <li key={key}>{words.say(`crisis.${key}`, { number })}</li>
      ))}
    </ul>
  )
}
