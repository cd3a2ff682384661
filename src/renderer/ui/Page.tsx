import type { ReactNode } from 'react'

/** A screen: title with what is under it, actions at the right, then the work. */
export function Page({
  title,
  under,
  actions,
  className = '',
  children,
}: {
  title: ReactNode
  under?: ReactNode
  actions?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <div className={`page ${className}`.trim()}>
      <div className="page__head">
        <div className="page__title">
          <h1>{title}</h1>
          {under && <p className="page__under">{under}</p>}
        </div>
        {actions && <div className="page__actions">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
