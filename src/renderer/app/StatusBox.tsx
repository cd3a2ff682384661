import { Fragment, useRef } from 'react'
import type { StatusView } from '../workerLink/views.ts'
import { useView } from '../workerLink/useView.ts'
import { go } from '../state/place.ts'
import { neverBackwards, statusInWords } from '../words/statusInWords.ts'
import { useWords } from '../words/useWords.ts'
import { useNow } from '../state/useNow.ts'

/** Where the register is, in words; a press leads to the whole story. */
export function StatusBox() {
  const words = useWords()
  const told = useView('status', null)
  const last = useRef<StatusView>(undefined)
  const now = useNow()
  if (!told) return null
  const status = neverBackwards(last.current, told)
  last.current = status
  const { mark, headline, details } = statusInWords(status, words, now)
  return (
    <button
      type="button"
      className="rail__status"
      aria-label={`${words.say('rail.status')}: ${[headline, ...details].map((one) => one.replace(/[.]$/, '')).join('. ')}`}
      onClick={() => go({ at: 'surgery' })}
    >
      <span className="rail__headline">
        <span className={`rail__dot rail__dot--${mark}`} aria-hidden="true" />
        <span>{headline}</span>
      </span>
      {details.map((detail) => (
        <Fragment key={detail}>
          {' '}
          <span className="rail__detail">{detail}</span>
        </Fragment>
      ))}
    </button>
  )
}
