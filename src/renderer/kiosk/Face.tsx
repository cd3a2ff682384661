const mouths: Record<number, string> = {
  1: 'M14 36 Q24 24 34 36',
  2: 'M14 35 Q24 29 34 35',
  3: 'M14 33 L34 33',
  4: 'M14 31 Q24 38 34 31',
  5: 'M13 29 Q24 43 35 29',
}

/** A face of lines: no colour says what is good. @param value 1 hard to 5 very good */
export function Face({ value }: { value: number }) {
  return (
    <svg viewBox="0 0 48 48" aria-hidden className="face">
      <circle cx="24" cy="24" r="21" />
      <circle cx="17" cy="19" r="2.2" className="face__eye" />
      <circle cx="31" cy="19" r="2.2" className="face__eye" />
      <path d={mouths[value]} />
    </svg>
  )
}
