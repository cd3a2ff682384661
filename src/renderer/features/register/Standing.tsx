import type { RegisterView } from '../../workerLink/views.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { alongInWords } from '../../words/companionsInWords.ts'
import { useWords } from '../../words/useWords.ts'

/** What the leader should hear and may overrule: full, a free place for who waits, too few leaders, heads without names. */
export function Standing({
  register,
  onSignIn,
  onAlong,
}: {
  register: RegisterView
  onSignIn: (personId: string, name: string) => void
  onAlong: () => void
}) {
  const words = useWords()
  const { ratio, companions } = register
  const along = companions.filter((one) => !one.left)
  return (
    <>
      <Places register={register} onSignIn={onSignIn} />
      {ratio && ratio.short > 0 && ratio.people > 0 && (
        <Notice tone="needs">{words.say('ratio.short', { people: ratio.people, leaders: ratio.leaders, short: ratio.short })}</Notice>
      )}
      {along.length > 0 && (
        <p className="soft register__along">
          {words.say('along.alone', { list: alongInWords(along, words) })}{' '}
          <Button look="link" className="link--inline" onClick={onAlong}>
            {words.say('along.change')}
          </Button>
        </p>
      )}
    </>
  )
}

function Places({ register, onSignIn }: { register: RegisterView; onSignIn: (personId: string, name: string) => void }) {
  const words = useWords()
  const { capacity, heads, waiting } = register
  if (!capacity) return null
  const here = heads.people + heads.others
  const free = capacity - here
  const [first] = waiting
  if (free > 0 && !first) return null
  if (free > 0 && first) {
    return (
      <Notice
        tone="good"
        actions={
          <Button onClick={() => onSignIn(first.personId, fullName(first, words))}>
            {words.say('full.signIn', { name: fullName(first, words) })}
          </Button>
        }
      >
        {words.say('full.free', { count: free, name: fullName(first, words), time: words.time(first.at) })}
      </Notice>
    )
  }
  return (
    <Notice tone="needs">
      <b>{words.say('full.title', { here, capacity })}</b> {words.say('full.text')}
      {first && ` ${words.say('full.waiting', { names: words.list(waiting.map((one) => fullName(one, words))) })}`}
    </Notice>
  )
}
