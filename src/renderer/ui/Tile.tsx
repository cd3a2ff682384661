import type { ReactNode } from 'react'

/** One number and what it counts. With `onPress` it is a button. */
export function Tile({
  number,
  label,
  tone,
  onPress,
}: {
  number: ReactNode
  label: ReactNode
  tone?: 'needs' | 'danger' | undefined
  onPress?: (() => void) | undefined
}) {
  const className = tone ? `tile tile--${tone}` : 'tile'
  const inside = (
    <>
      <span className="tile__number">{number}</span>
      <span>{label}</span>
    </>
  )
  if (!onPress) return <li className={className}>{inside}</li>
  return (
    <li className="tile-holder">
      <button type="button" className={className} onClick={onPress}>
        {inside}
      </button>
    </li>
  )
}
