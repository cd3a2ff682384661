import type { HTMLAttributes } from 'react'

/** A key as it stands on a button. */
export function Key(props: HTMLAttributes<HTMLElement>) {
  return <kbd {...props} className="key" />
}
