import type { ButtonHTMLAttributes, Ref } from 'react'
import { Key } from './Key.tsx'

interface Common extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** go: the one thing to do next, at most one on a screen; danger: worries or destroys. */
  look?: 'plain' | 'go' | 'danger' | 'link'
  /** The key that does the same, as it is printed: "Ctrl N". */
  keyLabel?: string | undefined
  /** Cannot be pressed now. It keeps the focus and its name, so that nobody loses their place. */
  off?: boolean | undefined
  ref?: Ref<HTMLButtonElement>
}

/**
 * about: which one it is for, where a list has many: "Take off the team: Park laptop". It is heard and not drawn, and comes behind all that
 * is drawn, so that the button can be pressed by saying what stands on it (WCAG 2.5.3).
 */
export type ButtonProps = Common & ({ about?: undefined } | { about?: string | undefined; children: string })

/** A button, with its key on it. */
export function Button({ look = 'plain', keyLabel, about, off, className = '', children, onClick, ...rest }: ButtonProps) {
  const kind = look === 'link' ? 'link' : look === 'plain' ? 'button' : `button button--${look}`
  return (
    <button
      type="button"
      aria-label={about && `${[children, keyLabel].filter(Boolean).join(', ')}: ${about}`}
      {...rest}
      className={`${kind} ${className}`.trim()}
      aria-disabled={off || undefined}
      onClick={off ? (event) => event.preventDefault() : onClick}
    >
      {children}
      {keyLabel && (
        <>
          {' '}
          <Key aria-hidden>{keyLabel}</Key>
        </>
      )}
    </button>
  )
}
