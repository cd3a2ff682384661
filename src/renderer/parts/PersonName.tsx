import type { ReactNode } from 'react'
import type { NamedPerson } from '../workerLink/views.ts'
import { apartInWords } from '../words/apartInWords.ts'
import { useWords } from '../words/useWords.ts'

/** A name on a list and, where another there is drawn alike, what tells the two apart. @param children the name, where letters of it are marked */
export function PersonName({ of, className = '', children }: { of: Pick<NamedPerson, 'name' | 'apart'>; className?: string; children?: ReactNode }) {
  return (
    <span className={`row__name ${className}`}>
      {children ?? of.name}
      <ApartFrom of={of} />
    </span>
  )
}

/** "born 3 April", behind a name that is drawn in another way. */
export function ApartFrom({ of }: { of: Pick<NamedPerson, 'apart'> }) {
  const words = useWords()
  if (!of.apart) return null
  return (
    <>
      {' '}
      <span className="row__apart">{apartInWords(of.apart, words)}</span>
    </>
  )
}
