/** A fact about somebody: what it is, and null where nobody knows. */
export type Fact = [label: string, value: string | null]

/** Facts, a line each. @param unknown what stands where nobody knows */
export function FactList({ facts, unknown }: { facts: readonly Fact[]; unknown: string }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label} className="facts__one">
          <dt>{label}</dt>
          <dd className={value ? undefined : 'soft'}>{value || unknown}</dd>
        </div>
      ))}
    </dl>
  )
}
