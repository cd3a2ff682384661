import { useId, type ComponentProps, type ReactNode } from 'react'

interface Around {
  label: ReactNode
  hint?: ReactNode
  error?: string | null | undefined
  className?: string
}

interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

/** Label, hint, error and the control itself, tied together for every reader. NHS.UK form group. */
function Group({ around, id, children }: { around: Around; id: string; children: (ids: FieldIds) => ReactNode }) {
  const { label, hint, error, className = '' } = around
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={`nhsuk-form-group ${error ? 'nhsuk-form-group--error' : ''} ${className}`.trim()}>
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="nhsuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="nhsuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

/** A browser offers what was typed before, and writes what stands in a field into its own files: 120 phone numbers of a pasted list. */
const unremembered = { autoComplete: 'off' }

/** A line of text. */
export function TextField({ label, hint, error, className, id, ...input }: Around & ComponentProps<'input'>) {
  const own = useId()
  const around = { label, hint, error, ...(className ? { className } : {}) }
  return (
    <Group around={around} id={id ?? own}>
      {(ids) => <input type="text" {...unremembered} {...input} {...ids} className={`nhsuk-input ${error ? 'nhsuk-input--error' : ''}`} />}
    </Group>
  )
}

/** A day of the work with somebody: of years in which it can lie. */
export function DayField(day: Around & ComponentProps<'input'>) {
  return <TextField type="date" min="2020-01-01" max="2099-12-31" className="field--short" {...day} />
}

/** Several lines of text. */
export function TextArea({ label, hint, error, className, id, ...input }: Around & ComponentProps<'textarea'>) {
  const own = useId()
  const around = { label, hint, error, ...(className ? { className } : {}) }
  return (
    <Group around={around} id={id ?? own}>
      {(ids) => <textarea rows={3} {...unremembered} {...input} {...ids} className={`nhsuk-textarea ${error ? 'nhsuk-textarea--error' : ''}`} />}
    </Group>
  )
}

/** One of a few; the system's own list, which every reader and finger knows. */
export function SelectField({ label, hint, error, className, id, children, ...input }: Around & ComponentProps<'select'>) {
  const own = useId()
  const around = { label, hint, error, ...(className ? { className } : {}) }
  return (
    <Group around={around} id={id ?? own}>
      {(ids) => (
        <select {...unremembered} {...input} {...ids} className={`nhsuk-select ${error ? 'nhsuk-select--error' : ''}`}>
          {children}
        </select>
      )}
    </Group>
  )
}
