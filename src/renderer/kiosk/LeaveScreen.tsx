import { useEffect, useState, type FormEvent } from 'react'
import type { Parts } from './parts.ts'

/** Back to the app, with the passphrase of this laptop. */
export function LeaveScreen({ client, say, again }: Parts) {
  const [passphrase, setPassphrase] = useState('')
  const [wrong, setWrong] = useState(false)
  const [busy, setBusy] = useState(false)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  const leave = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || seconds > 0 || !passphrase) return
    setBusy(true)
    const { waitMs } = await client.ask('leave', { passphrase }).catch(() => ({ waitMs: 1000 }))
    setBusy(false)
    setWrong(true)
    setPassphrase('')
    setSeconds(Math.ceil(waitMs / 1000))
  }
  return (
    <form className="leave" onSubmit={(event) => void leave(event)} autoComplete="off">
      <h1>{say('leaveTitle')}</h1>
      <label className="kiosk__hint" htmlFor="kiosk-passphrase">
        {say('leaveHint')}
      </label>
      <input
        id="kiosk-passphrase"
        type="password"
        className="kiosk__field"
        aria-label={say('passphrase')}
        value={passphrase}
        maxLength={1000}
        autoFocus
        autoComplete="off"
        dir="auto"
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <p className="kiosk__hint" role="alert">
        {wrong ? say('wrongPassphrase') : ''} {seconds > 0 ? say('waitSeconds', { seconds }) : ''}
      </p>
      <div className="kiosk__buttons">
        <button type="submit" className="kiosk__go" aria-disabled={busy || seconds > 0}>
          {say('leaveDo')}
        </button>
        <button type="button" className="kiosk__link" onClick={again}>
          {say('back')}
        </button>
      </div>
    </form>
  )
}
