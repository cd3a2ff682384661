export type TickState = 'none' | 'pending' | 'here' | 'left'

/** The mark before a name. Shape before colour: ring, turning ring, filled disc with a tick, disc with an arrow out. */
export function Tick({ state }: { state: TickState }) {
  return (
    <svg className={`tick tick--${state}`} viewBox="0 0 30 30" aria-hidden="true" focusable="false">
      {state === 'none' && <circle cx="15" cy="15" r="13.75" fill="none" stroke="currentColor" strokeWidth="2" />}
      {state === 'pending' && <Turning />}
      {state === 'here' && <Disc path="M9 15.5l4 4 8-9" />}
      {state === 'left' && <Left />}
    </svg>
  )
}

function Turning() {
  return (
    <>
      <circle cx="15" cy="15" r="13.75" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.35" />
      <path className="tick__turn" d="M15 1.25A13.75 13.75 0 0 1 28.75 15" fill="none" stroke="currentColor" strokeWidth="3" />
    </>
  )
}

function Disc({ path }: { path: string }) {
  return (
    <>
      <circle cx="15" cy="15" r="15" fill="currentColor" />
      <path d={path} fill="none" stroke="var(--here-ink)" strokeWidth="2.75" strokeLinecap="round" strokeLinejoin="round" />
    </>
  )
}

function Left() {
  return (
    <>
      <circle cx="15" cy="15" r="13.75" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M9 15h11m-4.5-4.5L20 15l-4.5 4.5" fill="none" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" strokeLinejoin="round" />
    </>
  )
}
