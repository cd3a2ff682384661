import './parts.css'
import { useWords } from '../words/useWords.ts'

/** Where the page of the published groups is. */
export function PublicAddress({ address }: { address: string }) {
  const words = useWords()
  return <p className="public-address">{words.say('openData.address', { address })}</p>
}
