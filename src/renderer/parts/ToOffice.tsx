import { useView } from '../workerLink/useView.ts'
import { go } from '../state/place.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { waitsInWords } from '../words/officeWords.ts'
import { useWords } from '../words/useWords.ts'

/** The way to the laptops and to what is on hold for a lead, with how much of it there is. */
export function ToOffice() {
  const words = useWords()
  const waits = useView('forLead', null)
  return (
    <Card title={words.say('office.title')} foot={<Button onClick={() => go({ at: 'office' })}>{words.say('office.open')}</Button>}>
      <div className="card__body">
        {waits ? (
          <p>
            <b>{waitsInWords(waits, words)}</b>
          </p>
        ) : (
          <p>{words.say('office.more')}</p>
        )}
      </div>
    </Card>
  )
}
