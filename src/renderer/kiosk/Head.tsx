import type { KioskFirst } from '../../shared/ipc/kiosk.ts'
import { languageOf, type Language, type Say } from './words/index.ts'

const sizes = [1, 2, 3] as const

/** The band on top: group, day and time; the size of the text. */
export function Head({
  first,
  say,
  language,
  size,
  onSize,
}: {
  first: KioskFirst | null
  say: Say
  language: Language
  size: number
  onSize: (size: number) => void
}) {
  return (
    <header className="head">
      <div>
        <p className="head__group">
          {first ? (
            <>
              <bdi>{first.group}</bdi> · <bdi>{whenOf(first, language)}</bdi>
            </>
          ) : (
            ' '
          )}
        </p>
        <p className="head__team">{first ? <bdi>{[first.place, first.team].filter(Boolean).join(' · ')}</bdi> : ' '}</p>
      </div>
      <div className="head__sizes" role="group" aria-label={say('textSize')}>
        <span aria-hidden>{say('textSize')}</span>
        {sizes.map((one) => (
          <button
            key={one}
            type="button"
            className={`head__size head__size--${one}`}
            aria-pressed={size === one}
            aria-label={say(`size${one}`)}
            onClick={() => onSize(one)}
          >
            A
          </button>
        ))}
      </div>
    </header>
  )
}

/** "Friday 10:00" */
function whenOf({ date, start }: KioskFirst, language: Language): string {
  const { locale } = languageOf(language)
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`))
  return `${day} ${start.replace(/^0/, '')}`
}
