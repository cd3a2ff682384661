import type { ReactNode } from 'react'

export type Tone = 'plain' | 'needs' | 'danger' | 'new' | 'good'

/** One short fact about a row. */
export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`chip chip--${tone}`}>{children}</span>
}

/** Chips beside each other. */
export function Chips({ children }: { children: ReactNode }) {
  return <span className="chips">{children}</span>
}
