import type { ReactNode } from 'react'

/** Something one must know, ending in what to do. `role="alert"` when it came just now and is about what one did. */
export function Notice({
  tone = 'plain',
  title,
  children,
  actions,
  urgent,
  heading,
}: {
  tone?: 'plain' | 'needs' | 'danger' | 'good'
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  urgent?: boolean
  /** The title is a heading: what follows is a part of the page, not one message. */
  heading?: boolean
}) {
  return (
    <div className={tone === 'plain' ? 'notice' : `notice notice--${tone}`} role={urgent ? 'alert' : undefined}>
      {title && (heading ? <h2 className="notice__title">{title}</h2> : <p className="notice__title">{title}</p>)}
      {children && <div>{children}</div>}
      {actions && <div className="notice__actions">{actions}</div>}
    </div>
  )
}
