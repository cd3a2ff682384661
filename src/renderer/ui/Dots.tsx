/** Three dots: more about this row. */
export function Dots() {
  return (
    <svg width="20" height="6" viewBox="0 0 20 6" aria-hidden="true" fill="currentColor">
      <circle cx="3" cy="3" r="2.25" />
      <circle cx="10" cy="3" r="2.25" />
      <circle cx="17" cy="3" r="2.25" />
    </svg>
  )
}
