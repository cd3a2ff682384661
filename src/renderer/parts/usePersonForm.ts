import { useEffect, useRef, useState } from 'react'
import type { Result } from '../../shared/std/result.ts'
import { useWorker } from '../workerLink/link.ts'
import type { PersonView } from '../workerLink/views.ts'
import { useDrafts } from '../state/drafts.ts'
import type { FormKey } from '../state/forms.ts'
import { useEvent } from '../ui/useEvent.ts'
import { present } from '../words/present.ts'
import { reasonInWords } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'
import { formOf, longestPart, writtenOf, type FormErrors, type PersonForm, type TextPart } from './personForm.ts'

/** How long what was just written stands in its field by itself until the row says the same. Milliseconds. */
const settledMs = 400

type Touched = Partial<PersonForm>

/**
 * A form about a person that is saved field by field as each is left. What cannot be kept stays in its field with the reason
 * beside it, and everything else is saved all the same. Only parts that somebody touched are drafts: what others wrote
 * meanwhile is never written over with what this form showed.
 * @param key of the draft @param prefix of the fields' ids
 */
export function usePersonForm(person: PersonView, key: FormKey, prefix: string) {
  const words = useWords()
  const worker = useWorker()
  const known = formOf(person, words)
  const touched = useDrafts((state) => state.drafts[key] as Touched | undefined)
  const [errors, setErrors] = useState<FormErrors>({})
  const [failed, setFailed] = useState<string | null>(null)
  const form: PersonForm = { ...known, ...touched }

  const settle = (part: keyof PersonForm, value: unknown) => {
    const { drafts, keep, drop } = useDrafts.getState()
    const { [part]: now, ...rest } = (drafts[key] ?? {}) as Touched
    if (now !== value) return // typed on since
    if (Object.keys(rest).length === 0) drop(key)
    else keep(key, rest)
  }
  const write = async (next: PersonForm, part: keyof PersonForm): Promise<void> => {
    const written = writtenOf(next, part, words.dateOf(present()))
    setErrors(({ [part]: _mended, ...others }) => (written.ok ? others : { ...others, [part]: written.reason }))
    // Leaving a field as it was must not answer the question which of two values is right.
    if (!written.ok) return
    if (next[part] === known[part] || Object.keys(written.value).length === 0) return // the second waits for another part of the form
    const result: Result<unknown, Parameters<typeof reasonInWords>[0]> = await worker.run('editPerson', {
      personId: person.personId,
      fields: written.value,
    })
    const done = result.ok || result.reason === 'nothingChanged'
    setFailed(done ? null : reasonInWords(result.reason, words))
    if (done) setTimeout(() => settle(part, next[part]), settledMs)
  }
  const type = (part: keyof PersonForm, value: string | boolean) =>
    useDrafts.getState().keep(key, { ...(useDrafts.getState().drafts[key] as Touched | undefined), [part]: value })
  const leave = useEvent((part: keyof PersonForm) => void write({ ...known, ...(useDrafts.getState().drafts[key] as Touched | undefined) }, part))

  const choose = (part: keyof PersonForm, value: string | boolean) => {
    type(part, value)
    leave(part)
  }
  const text = (part: TextPart) => ({
    id: `${prefix}-${part}`,
    value: form[part],
    autoComplete: 'off',
    maxLength: longestPart(part),
    error: errors[part] && words.say(errors[part]),
    onChange: (event: { target: { value: string } }) => type(part, event.target.value),
    onBlur: () => leave(part),
    onKeyDown: (event: { key: string }) => event.key === 'Enter' && leave(part),
  })
  useEffect(() => {
    for (const part of Object.keys(touched ?? {}) as (keyof PersonForm)[]) if (touched?.[part] === known[part]) settle(part, known[part])
  })
  useWriteAtEnd(key, leave)
  return {
    form,
    errors,
    failed,
    text,
    choose,
    errorList: Object.entries(errors).map(([part, id]) => ({ field: `${prefix}-${part}`, text: words.say(id) })),
  }
}

/** The fields of a form about a person, as its parts are given them. */
export type PersonFields = ReturnType<typeof usePersonForm>

/** One leaves a form by Esc, too: what can be kept is written then, the rest waits for its owner. */
function useWriteAtEnd(key: string, leave: (part: keyof PersonForm) => void): void {
  const latest = useRef(leave)
  useEffect(
    () => () => {
      const rest = (useDrafts.getState().drafts[key] ?? {}) as Touched
      for (const part of Object.keys(rest)) latest.current(part as keyof PersonForm)
    },
    [key],
  )
}
