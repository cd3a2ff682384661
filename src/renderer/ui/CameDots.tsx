/** The last sessions as dots, oldest first: full where they came, a ring where not. What it says is heard as one sentence. */
export function CameDots({ came, label }: { came: readonly boolean[]; label: string }) {
  const step = 14
  return (
    <svg className="came-dots" width={came.length * step} height="12" viewBox={`0 0 ${came.length * step} 12`} role="img" aria-label={label}>
      {came.map((was, at) => (
        <circle key={at} cx={at * step + 6} cy="6" r="4" fill={was ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.5" />
      ))}
    </svg>
  )
}
