import type { KeyboardEvent, RefObject } from 'react'
import { isToken } from '../../shared/rules/cards.ts'
import { useWords } from '../words/useWords.ts'

export interface SearchBoxProps {
  ref: RefObject<HTMLInputElement | null>
  text: string
  listId: string
  /** The id of the row that Enter means, for screen readers. */
  activeId: string | undefined
  open: boolean
  onText: (text: string) => void
  onEnter: () => void
  onStep: (step: 1 | -1) => void
}

/**
 * The search of the register: a combobox whose list lies below it. It is ours and not React Aria's because Enter must act on
 * the text as typed at that moment, also when no list has come yet; theirs acts on rows only.
 */
export function SearchBox({ ref, text, listId, activeId, open, onText, onEnter, onStep }: SearchBoxProps) {
  const words = useWords()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || (event.key === 'Tab' && isToken(text))) onEnter() // some scanners end with a Tab
    else if (event.key === 'ArrowDown' && open) onStep(1)
    else if (event.key === 'ArrowUp' && open) onStep(-1)
    else return
    event.preventDefault()
  }
  return (
    <input
      ref={ref}
      className="search"
      type="text"
      role="combobox"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      enterKeyHint="go"
      aria-label={words.say('register.search')}
      placeholder={words.say('register.placeholder')}
      aria-expanded={open}
      aria-controls={listId}
      aria-autocomplete="list"
      aria-activedescendant={activeId}
      aria-describedby={`${listId}-hint`}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}
