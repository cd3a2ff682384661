import { useState } from 'react'
import type { KioskInput } from '../../shared/ipc/kiosk.ts'
import { Face } from './Face.tsx'
import type { Step } from './Kiosk.tsx'
import { called, type Parts } from './parts.ts'

const faces = [1, 2, 3, 4, 5] as const
const wishes = ['changed', 'help', 'noPhotos'] as const
type Wish = (typeof wishes)[number]

/** They are in. One question that need not be answered, and three things one may want the leader to know. */
export function InScreen({ client, say, leader, again, go, step }: Parts & { step: Extract<Step, { at: 'in' }> }) {
  const [face, setFace] = useState<number | null>(null)
  const [raised, setRaised] = useState<readonly Wish[]>([])
  const name = called(step.name)
  const today = (value: KioskInput<'today'>['value']) => {
    if (face !== null) return
    setFace(value)
    void client.ask('today', { value }).catch(() => undefined)
  }
  const raise = async (kind: Wish) => {
    if (raised.includes(kind)) return
    const { saved } = await client.ask('raise', { ticket: step.ticket, kind }).catch(() => ({ saved: false }))
    if (saved) setRaised((all) => [...all, kind])
    else go({ at: 'leader', word: 'notSaved' })
  }
  return (
    <div className="in">
      <h1 className="in__welcome"><span className="in__tick" aria-hidden>✓</span>{say(step.already ? 'already' : 'welcome', { name })}</h1>
      {!step.already && (
        <section className="in__part">
          <h2>{say('today')}</h2>
          <div className="in__faces">
            {faces.map((one) => (
              <button key={one} type="button" className="in__face" aria-pressed={face === one} onClick={() => today(one)}>
                <Face value={one} /><span>{say(`face${one}`)}</span>
              </button>
            ))}
          </div>
          <p className="kiosk__hint" role="status">{face === null ? say('todayNote') : say('thanks')}</p>
        </section>
      )}
      <section className="in__part">
        <h2>{say('anything', { leader })}</h2>
        <div className="in__wishes">
          {wishes.map((one) => (
            <button key={one} type="button" className="in__wish" aria-pressed={raised.includes(one)} onClick={() => void raise(one)}>
              {raised.includes(one) && <span aria-hidden>✓ </span>}{say(one)}
            </button>
          ))}
        </div>
        <p className="kiosk__hint" role="status">{raised.length > 0 ? say('raised', { leader }) : ''}</p>
      </section>
      <button type="button" className="kiosk__go in__done" autoFocus onClick={again}>{say('done')}</button>
    </div>
  )
}
