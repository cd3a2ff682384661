import { useEffect, useRef } from 'react'

/** All errors of a form on top of it, with the focus; each leads to its field. */
export function ErrorSummary({
  title,
  errors,
  quiet,
}: {
  title: string
  errors: readonly { field: string; text: string }[]
  /** Leaves the focus where somebody is typing: for forms that are saved as typed. */
  quiet?: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any && !quiet) box.current?.focus()
  }, [any, quiet])
  if (!any) return null
  return (
    <div className="nhsuk-error-summary" role={quiet ? undefined : 'alert'} tabIndex={-1} ref={box}>
      <h2 className="nhsuk-error-summary__title">{title}</h2>
      <ul className="nhsuk-list nhsuk-error-summary__list">
        {errors.map((error) => (
          <li key={error.field}>
            <button type="button" className="link" onClick={() => document.getElementById(error.field)?.focus()}>
              {error.text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
