import { useId, useRef, useState } from 'react'
import { useWorker } from '../../workerLink/link.ts'
import type { RegisterView, SearchHit } from '../../workerLink/views.ts'
import { say } from '../../state/said.ts'
import { Card } from '../../ui/Card.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'
import { hitId, Results } from '../../parts/Results.tsx'
import { SearchBox } from '../../parts/SearchBox.tsx'
import { useSearch } from '../../parts/useSearch.ts'

const none: ReadonlySet<string> = new Set()

/** Somebody who missed the walk and comes for the drinks: found and signed in the same way (story 9). */
export function CafeOnly({ register }: { register: RegisterView }) {
  const words = useWords()
  const worker = useWorker()
  const listId = useId()
  const box = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const { hits } = useSearch(register.sessionId, text, register)
  const type = (typed: string) => {
    setText(typed)
    setChosen(0)
  }
  const pick = async (hit: SearchHit) => {
    type('')
    box.current?.focus()
    const result = await worker.run('signInPerson', { session: register.which, personId: hit.personId, part: 'cafe' })
    say(result.ok ? words.say('cafe.signedIn', { name: hit.name }) : reasonInWords(result.reason, words))
  }
  const active = hits[chosen]
  const step = (by: 1 | -1) => hits.length > 0 && setChosen((now) => (now + by + hits.length) % hits.length)
  return (
    <Card title={words.say('cafe.only')}>
      <div className="card__body">
        <p className="soft small">{words.say('cafe.onlyHint')}</p>
        <SearchBox
          ref={box}
          text={text}
          listId={listId}
          open={text.trim() !== ''}
          activeId={active && hitId(listId, active)}
          onText={type}
          onEnter={() => active && void pick(active)}
          onStep={step}
        />
      </div>
      {text.trim() !== '' && <Results listId={listId} hits={hits} chosen={chosen} pendingIds={none} onPick={(hit) => void pick(hit)} />}
    </Card>
  )
}
