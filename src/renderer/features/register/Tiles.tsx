import type { CountView, RegisterView } from '../../workerLink/views.ts'
import { Tile } from '../../ui/Tile.tsx'
import { momentInWords } from '../../words/sentences.ts'
import { useWords } from '../../words/useWords.ts'

/** The truth of the session in numbers; the one that needs doing stands out. */
export function Tiles({ register, onCount }: { register: RegisterView; onCount: () => void }) {
  const words = useWords()
  const count = register.headCounts.at(-1)
  const { heads } = register
  return (
    <ul className="tiles" aria-label={words.say('register.tiles')}>
      <Tile number={register.hereCount} label={words.say('register.here')} />
      <Tile number={register.notYetCount} label={words.say('register.notYet')} />
      <Tile number={register.leftCount} label={words.say('register.left')} />
      {heads.others > 0 && <Tile number={heads.others} label={words.say('tile.along')} />}
      {heads.babies > 0 && <Tile number={heads.babies} label={words.say('tile.babies', { count: heads.babies })} />}
      {register.counts && <CountTile count={count} onPress={onCount} />}
    </ul>
  )
}

function CountTile({ count, onPress }: { count: CountView | undefined; onPress: () => void }) {
  const words = useWords()
  if (!count) {
    return <Tile number={words.say('register.countNone')} label={words.say('register.notCounted')} tone="needs" onPress={onPress} />
  }
  const { agrees } = count
  const number = words.say('register.countedOf', { counted: count.counted, expected: count.expected })
  const label = words.say('register.counted', { moment: momentInWords(count.moment, words).toLocaleLowerCase() })
  return <Tile number={number} label={label} tone={agrees ? undefined : 'danger'} onPress={onPress} />
}
