import './cards.css'
import { useView } from '../../workerLink/useView.ts'
import { goBack } from '../../state/place.ts'
import { Absent } from '../../parts/Absent.tsx'
import { useWords } from '../../words/useWords.ts'
import { CardPages } from './CardPages.tsx'

/** The card of one person, to print. */
export function PersonCardScreen({ personId }: { personId: string }) {
  const words = useWords()
  const rows = useView('cards', { personId })
  if (rows === undefined) return <Absent answer={undefined} />
  return <CardPages title={words.say('cards.ofPerson', { name: rows[0]?.name ?? '' })} rows={rows} onBack={goBack} />
}
