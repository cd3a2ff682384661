/** A small number moved by one, or typed. Units are those of its label. */
export function Stepper({
  value,
  label,
  fewer,
  more,
  most,
  autoFocus,
  onValue,
}: {
  value: number
  label: string
  fewer: string
  more: string
  most: number
  autoFocus?: boolean
  onValue: (value: number) => void
}) {
  const within = (number: number) => Math.min(most, Math.max(0, number))
  const type = (text: string) => onValue(within(Number(text.replace(/\D/g, '').slice(0, 4)) || 0))
  return (
    <span className="stepper">
      <button type="button" className="button stepper__step" aria-label={fewer} onClick={() => onValue(within(value - 1))}>
        −
      </button>
      <input
        className="stepper__number"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        value={value}
        autoFocus={autoFocus}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (by !== 0) {
            event.preventDefault()
            onValue(within(value + by))
          }
        }}
      />
      <button type="button" className="button stepper__step" aria-label={more} onClick={() => onValue(within(value + 1))}>
        +
      </button>
    </span>
  )
}
