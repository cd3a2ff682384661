import type { RotaView } from '../../workerLink/sheetViews.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** Whether those who lead are enough for so many. Said, never a block. */
export function RatioSaid({ ratio }: { ratio: RotaView['ratio'] }) {
  const words = useWords()
  const { people, leaders, short, peoplePerLeader } = ratio
  const id = peoplePerLeader === null ? 'rota.noRatio' : short > 0 ? 'rota.short' : 'rota.enough'
  const tone = short > 0 || !ratio.secondAdult ? 'needs' : 'good'
  return (
    <div role="status">
      <Notice tone={tone} title={words.say(id, { people, leaders, short, per: peoplePerLeader ?? 0 })}>
        {!ratio.secondAdult && (
          <p>
            {words.say('rota.noSecond')} {words.say('rota.noSecondMore')}
          </p>
        )}
        <p>
          {words.say(ratio.here ? 'rota.here' : 'rota.expected')} {tone === 'needs' && words.say('rota.goesOn')}
        </p>
      </Notice>
    </div>
  )
}
