import { useState } from 'react'
import type { GroupView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../words/useWords.ts'
import { UndoImport } from '../../parts/UndoImport.tsx'

/** Lists that were imported lately: each can be taken back, also days after, and from another laptop. */
export function Imports({ group }: { group: GroupView }) {
  const words = useWords()
  const [asking, setAsking] = useState<string | null>(null)
  const close = () => setAsking(null)
  if (group.imports.length === 0) return null
  return (
    <Card title={words.say('import.lists')}>
      <ul className="rows" aria-label={words.say('import.lists')}>
        {group.imports.map(({ importId, on, people }) => {
          const day = words.shortDay(on)
          return (
            <li key={importId}>
              <span className="grow">{words.say('import.listOf', { count: people, day })}</span>
              <Button look="link" about={day} onClick={() => setAsking(importId)}>
                {words.say('import.undo')}
              </Button>
            </li>
          )
        })}
      </ul>
      {asking && <UndoImport importId={asking} onClose={close} onUndone={close} />}
    </Card>
  )
}
