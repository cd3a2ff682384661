import { useEffect, useRef } from 'react'

/** All errors of a form on top of it, with the focus; each leads to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly { field: string; text: string }[] }) {
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any])
  if (!any) return null
  return (
    <div className="nhsuk-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-error-summary__title">{title}</h2>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {errors.map((error) => (
          <li key={error.field}>
            <button type="button" className="link" onClick={() => document.getElementById(error.field)?.focus()}>{error.text}</button>
          </li>
        ))}
      </ul>
    </div>
  )
}
