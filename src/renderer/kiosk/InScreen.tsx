import { useState } from 'react'
import type { KioskInput } from '../../shared/ipc/kiosk.ts'
import { Face } from './Face.tsx'
import type { Step } from './step.ts'
import { called, type Parts } from './parts.ts'
import { useHeard } from './useHeard.ts'

const faces = [1, 2, 3, 4, 5] as const
const wishes = ['changed', 'help', 'noPhotos'] as const
type Wish = (typeof wishes)[number]
type Said = Parts & { step: Extract<Step, { at: 'in' }> }

/** They are in. One question that need not be answered, and three things one may want the leader to know. */
export function InScreen(parts: Said) {
  const { say, done, go, step } = parts
  const [told, setTold] = useState(false)
  return (
    <div className="in">
      <h1 className="in__welcome" {...useHeard()}>
        <span className="in__tick" aria-hidden>
          ✓
        </span>
        <span>{say(step.already ? 'already' : 'welcome', { name: called(step.name) })}</span>
      </h1>
      {!step.already && <Today {...parts} onTold={setTold} />}
      <Wishes {...parts} />
      <button type="button" className="kiosk__go in__done" onClick={told ? () => go({ at: 'ask' }) : done}>
        {say(told ? 'next' : 'done')}
      </button>
    </div>
  )
}

/** How today is: another face takes the place of the last one, the same one takes it back. */
function Today({ client, say, onTold }: Said & { onTold: (told: boolean) => void }) {
  const [face, setFace] = useState<number | null>(null)
  const press = (one: NonNullable<KioskInput<'today'>['value']>) => {
    const value = face === one ? null : one
    setFace(value)
    onTold(value !== null)
    void client.ask('today', { value }).catch(() => undefined)
  }
  return (
    <section className="in__part">
      <h2>{say('today')}</h2>
      <div className="in__faces">
        {faces.map((one) => (
          <button key={one} type="button" className="in__face" aria-pressed={face === one} onClick={() => press(one)}>
            <Face value={one} />
            <span>{say(`face${one}`)}</span>
          </button>
        ))}
      </div>
      <p className="kiosk__hint" role="status">
        {face === null ? say('todayNote') : say('thanks')}
      </p>
    </section>
  )
}

/** What the leader should know; pressed again it is taken back. */
function Wishes({ client, say, leader, go, step: { ticket } }: Said) {
  const [raised, setRaised] = useState<readonly Wish[]>([])
  const press = async (kind: Wish) => {
    const back = raised.includes(kind)
    const { saved } = await client.ask(back ? 'takeBack' : 'raise', { ticket, kind }).catch(() => ({ saved: false }))
    if (saved) setRaised((all) => (back ? all.filter((one) => one !== kind) : [...all, kind]))
    else go({ at: 'leader', word: 'notSaved' })
  }
  return (
    <section className="in__part">
      <h2>{say('anything', { leader })}</h2>
      <div className="in__wishes">
        {wishes.map((one) => (
          <button key={one} type="button" className="in__wish" aria-pressed={raised.includes(one)} onClick={() => void press(one)}>
            {raised.includes(one) && <span aria-hidden>✓ </span>}
            {say(one)}
          </button>
        ))}
      </div>
      <p className="kiosk__hint" role="status">
        {raised.length > 0 ? say('raised', { leader }) : ''}
      </p>
    </section>
  )
}
