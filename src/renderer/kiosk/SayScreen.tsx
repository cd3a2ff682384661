import type { Parts } from './parts.ts'
import { useHeard } from './useHeard.ts'

/** One sentence and a way on. */
export function SayScreen({ say, again, done, text, good = false }: Parts & { text: string; good?: boolean }) {
  return (
    <div className={good ? 'say say--good' : 'say'}>
      <h1 {...useHeard()}>{text}</h1>
      <button type="button" className="kiosk__go" onClick={good ? done : again}>
        {say(good ? 'done' : 'startAgain')}
      </button>
    </div>
  )
}
