export interface NamedBar {
  id: string
  label: string
  /** What is written at its end: "12", "fewer than 5". */
  text: string
  /** How long it is, of the whole width: 0 to 1. */
  share: number
  /** Not shown: an empty frame with dashes. */
  hidden?: boolean
}

/** Bars from zero, each under its name and its number, in whatever width there is: its letters keep their size. The bars say the same again, so they are not heard. */
export function NamedBars({ bars }: { bars: readonly NamedBar[] }) {
  return (
    <ul className="named-bars">
      {bars.map(({ id, label, text, share, hidden }) => (
        <li key={id}>
          <span className="named-bars__name">
            <span>{label}</span>
            <b>{text}</b>
          </span>
          <span
            aria-hidden="true"
            className={hidden ? 'named-bars__bar named-bars__bar--hidden' : 'named-bars__bar'}
            style={{ inlineSize: `${share * 100}%`, ...(share === 0 && { minInlineSize: 0 }) }}
          />
        </li>
      ))}
    </ul>
  )
}
