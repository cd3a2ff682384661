import type { CountedRow, HeadCountView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Tick } from '../../ui/Tick.tsx'
import { useRoving } from '../../ui/useRoving.ts'
import { PersonName } from '../../parts/PersonName.tsx'
import { kindInWords } from '../../words/companionsInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** Everybody who is signed in, to tick off by name. */
export function TickNames({
  expected,
  seen,
  onSeen,
}: {
  expected: HeadCountView['expected']
  seen: readonly string[]
  onSeen: (seen: string[]) => void
}) {
  const words = useWords()
  const roving = useRoving(2)
  const ticked = new Set(seen)
  const count = expected.filter((one) => ticked.has(one.personId)).length
  const all = count === expected.length
  const toggle = (personId: string) => onSeen(ticked.has(personId) ? seen.filter((one) => one !== personId) : [...seen, personId])
  return (
    <Card
      title={words.say('count.tick')}
      aside={words.say('count.ticked', { count, of: expected.length })}
      className="tick-names"
      foot={
        expected.length > 0 && (
          <Button onClick={() => onSeen(all ? [] : expected.map((one) => one.personId))}>{words.say(all ? 'count.none' : 'count.all')}</Button>
        )
      }
    >
      {expected.length === 0 && <Empty title={words.say('count.nobody')}>{words.say('count.nobodyMore')}</Empty>}
      <ul className="names" {...roving}>
        {expected.map((one, at) => {
          const there = ticked.has(one.personId)
          return (
            <li key={one.personId} className={!there && count > 0 ? 'tick-names__missing' : undefined}>
              <button
                type="button"
                role="checkbox"
                aria-checked={there}
                className="names__name"
                data-roving
                tabIndex={at === 0 ? 0 : -1}
                onClick={() => toggle(one.personId)}
              >
                <Tick state={there ? 'here' : 'none'} />
                <PersonName of={one} className="grow">
                  {rowName(one, words)}
                </PersonName>
              </button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

/** A person, or "2 children with Jean Oakes". */
function rowName({ name, heads, companion }: CountedRow, words: ReturnType<typeof useWords>): string {
  if (!companion) return name
  const what = words.say('kind.counted', { count: heads, kind: kindInWords(companion.kind, heads, words) })
  return companion.with ? words.say('along.with', { what, name: companion.with }) : what
}
