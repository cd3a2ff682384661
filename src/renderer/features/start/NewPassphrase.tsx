import { useState } from 'react'
import { Checkbox } from '../../ui/Choices.tsx'
import { TextField } from '../../ui/Field.tsx'
import { useWords, type Words } from '../../words/useWords.ts'

/** Shorter than this is no four words; the worker judges the rest. */
const shortest = 12

/** What is wrong with a new passphrase, or null. */
export function passphraseError(passphrase: string, again: string, words: Words): string | null {
  if (passphrase.trim().length < shortest) return words.say('pass.short')
  return passphrase === again ? null : words.say('pass.differ')
}

/** A new passphrase, typed twice, with guidance instead of rules. */
export function NewPassphrase({
  passphrase,
  again,
  asked,
  onPassphrase,
  onAgain,
}: {
  passphrase: string
  again: string
  asked: boolean
  onPassphrase: (text: string) => void
  onAgain: (text: string) => void
}) {
  const words = useWords()
  const [shown, setShown] = useState(false)
  const type = shown ? 'text' : 'password'
  const error = asked ? passphraseError(passphrase, again, words) : null
  const short = passphrase.trim().length < shortest
  const count = passphrase
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean).length
  return (
    <>
      <div className="field__pair">
        <TextField
          id="new-passphrase"
          label={words.say('pass.label')}
          type={type}
          value={passphrase}
          autoComplete="new-password"
          spellCheck={false}
          maxLength={1000}
          hint={words.say('pass.hint', { example: words.say('pass.example') })}
          error={short ? error : null}
          onChange={(event) => onPassphrase(event.target.value)}
        />
        <TextField
          label={words.say('pass.again')}
          type={type}
          value={again}
          autoComplete="new-password"
          spellCheck={false}
          maxLength={1000}
          hint={words.say('pass.words', { count })}
          error={short ? null : error}
          onChange={(event) => onAgain(event.target.value)}
        />
      </div>
      <Checkbox label={words.say('pass.show')} checked={shown} onChange={setShown} />
    </>
  )
}
