import { useId, type ReactNode } from 'react'

/** A titled part of a page. */
export function Card({
  title,
  aside,
  foot,
  className = '',
  children,
}: {
  title?: ReactNode
  aside?: ReactNode
  foot?: ReactNode
  className?: string
  children?: ReactNode
}) {
  const id = useId()
  return (
    <section className={`card ${className}`.trim()} aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="card__head">
          <h2 id={id}>{title}</h2>
          {aside && <div className="card__aside">{aside}</div>}
        </div>
      )}
      {children}
      {foot && <div className="card__foot">{foot}</div>}
    </section>
  )
}
