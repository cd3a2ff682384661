import { useId, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Question } from '../../../shared/rules/healthQuestions.ts'
import { questionTexts } from '../../words/healthInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** One question with yes and no. Y and N answer it and go on to the next: nine questions are nine letters. */
export function YesNo({
  id,
  question,
  value,
  onAnswer,
}: {
  id: string
  question: Question
  value: boolean | null
  onAnswer: (yes: boolean) => void
}) {
  const words = useWords()
  const name = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const letter = event.key.toLowerCase()
    if ((letter !== 'y' && letter !== 'n') || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    flushSync(() => onAnswer(letter === 'y')) // what it asks for stands beside it at once
    nextAfter(event.currentTarget, letter === 'y')
  }
  const choice = (yes: boolean) => (
    <label className={value === yes ? 'yes-no__choice yes-no__choice--on' : 'yes-no__choice'}>
      <input id={yes ? id : undefined} className="out-of-sight" type="radio" name={name} checked={value === yes} onChange={() => onAnswer(yes)} />
      {words.say(yes ? 'health.yes' : 'health.noShort')}
    </label>
  )
  return (
    <fieldset className="yes-no" onKeyDown={onKeyDown} data-question>
      <legend>{words.say(questionTexts[question])}</legend>
      <div className="yes-no__choices">
        {choice(true)}
        {choice(false)}
      </div>
    </fieldset>
  )
}

/**
 * What a yes asks for beside it, else the first answer of the next question, else what comes after the last. At once: a letter
 * that is typed before the next frame would answer the same question again.
 */
function nextAfter(now: HTMLElement, yes: boolean): void {
  const more = yes ? now.parentElement?.querySelector<HTMLElement>('.nhsuk-input') : null
  const all = [...document.querySelectorAll<HTMLElement>('[data-question]')]
  const next = all[all.indexOf(now) + 1]?.querySelector<HTMLElement>('input') ?? document.querySelector<HTMLElement>('#health-outcome input')
  const to = more ?? next
  to?.focus()
}
