import { useSaid } from '../state/said.ts'

/** What was said last, for screen readers. */
export function LiveRegion() {
  const { text, number } = useSaid()
  return <div className="out-of-sight" role="status" aria-live="polite">{text && <span key={number}>{text}</span>}</div>
}
