import type { Parts } from './parts.ts'

/** One sentence and a way on. */
export function SayScreen({ say, again, text, good = false }: Parts & { text: string; good?: boolean }) {
  return (
    <div className={good ? 'say say--good' : 'say'}>
      <h1>{text}</h1>
      <button type="button" className="kiosk__go" autoFocus onClick={again}>{say(good ? 'done' : 'startAgain')}</button>
    </div>
  )
}
