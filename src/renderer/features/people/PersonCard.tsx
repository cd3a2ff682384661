import { tokenFrom, tokenLength } from '../../../shared/rules/cards.ts'
import type { Reason } from '../../../shared/commands/reasons.ts'
import type { Result } from '../../../shared/std/result.ts'
import { useWorker } from '../../workerLink/link.ts'
import { useView } from '../../workerLink/useView.ts'
import { go } from '../../state/place.ts'
import { say } from '../../state/said.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { reasonInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** Somebody's card (story 40): make it, print it, stop a lost one. */
export function PersonCard({ personId }: { personId: string }) {
  const words = useWords()
  const worker = useWorker()
  const [row] = useView('cards', { personId }) ?? []
  if (!row) return null
  const { card } = row
  const does = async (acts: (() => Promise<Result<unknown, Reason>>)[], done: string | null) => {
    for (const act of acts) {
      const result = await act()
      if (!result.ok) return say(reasonInWords(result.reason, words))
    }
    if (done) say(done)
  }
  const make = () => worker.run('makeCards', { cards: [{ personId, token: tokenFrom(crypto.getRandomValues(new Uint8Array(tokenLength))) }] })
  const stop = (because: string) => worker.run('revokeCard', { cardId: card?.cardId ?? '', because })
  const stopped = words.say('card.stopped')
  return (
    <Card title={words.say('card.title')}>
      <div className="card__body">
        <p>{card ? words.say('card.made', { date: words.fullDate(words.dateOf(card.madeAt)) }) : words.say('card.none')}</p>
        {row.revoked > 0 && <p className="soft small">{words.say('card.revoked', { count: row.revoked })}</p>}
        <div className="chips">
          {card ? (
            <>
              <Button onClick={() => go({ at: 'card', personId })}>{words.say('card.print')}</Button>
              <Button onClick={() => void does([() => stop(words.say('card.lostBecause')), make], stopped)}>{words.say('card.lost')}</Button>
              <Button look="danger" onClick={() => void does([() => stop(words.say('card.stopBecause'))], stopped)}>
                {words.say('card.stop')}
              </Button>
            </>
          ) : (
            <Button onClick={() => void does([make], null)}>{words.say('card.make')}</Button>
          )}
        </div>
      </div>
    </Card>
  )
}
