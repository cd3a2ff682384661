import type { Step } from './step.ts'
import type { Parts } from './parts.ts'
import { useHeard } from './useHeard.ts'

/** Somebody wrote of danger: who to talk to and who to call. Nothing they wrote stands here. */
export function HelpScreen({ say, leader, done, step: { help } }: Parts & { step: Extract<Step, { at: 'help' }> }) {
  return (
    <div className="in">
      <h1 className="in__welcome" {...useHeard()}>
        {say('helpTitle', { leader })}
      </h1>
      <ul className="ask__help">
        {help.map(({ key, number }) => (
          <li key={key}>{say(key, { number })}</li>
        ))}
      </ul>
      <p className="kiosk__hint">{say('helpRead')}</p>
      <button type="button" className="kiosk__go in__done" onClick={done}>
        {say('done')}
      </button>
    </div>
  )
}
