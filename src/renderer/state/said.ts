import { create } from 'zustand'

interface SaidState {
  /** Counts up, so that the same sentence can be said twice. */
  number: number
  text: string
  /** Also shown, not only read out. */
  shown: boolean
}

/** How long a sentence is shown: time to look up from the queue and read it. */
const shownMs = 8000

/** What was said last: read out by screen readers and, if asked, shown where it covers nothing. */
export const useSaid = create<SaidState>(() => ({ number: 0, text: '', shown: false }))

/** Shows a sentence and reads it out. */
export function say(text: string): void {
  tell(text, true)
}

/** Only reads it out: what it says can be seen anyway. */
export function whisper(text: string): void {
  tell(text, false)
}

function tell(text: string, shown: boolean): void {
  const number = useSaid.getState().number + 1
  useSaid.setState({ number, text, shown })
  setTimeout(() => {
    if (useSaid.getState().number === number) useSaid.setState({ text: '', shown: false })
  }, shownMs)
}
