import { Notice } from '../../ui/Notice.tsx'
import { fullName } from '../../words/apartInWords.ts'
import { Say } from '../../words/Say.tsx'
import { useWords, type Words } from '../../words/useWords.ts'
import type { Verdict } from './verdict.ts'

/** Whether everybody is there, in words: how many are missing, and who. */
export function VerdictBox({ verdict, expected }: { verdict: Verdict; expected: number }) {
  const words = useWords()
  const { kind, missing } = verdict
  const title = verdictTitle(verdict, words)
  const shouldBe = words.say('count.shouldBe', { count: expected })
  return (
    <div aria-live="polite">
      {kind === 'start' && <Notice title={words.say('count.start', { count: expected })}>{words.say('count.startMore')}</Notice>}
      {kind === 'agrees' && (
        <Notice tone="good" title={words.say('count.agree')}>
          {words.say('count.agreeMore', { count: expected })}
        </Notice>
      )}
      {kind === 'fewer' && (
        <Notice tone="danger" title={title}>
          {shouldBe} {missing.length > 0 ? <NotTicked missing={missing} /> : words.say('count.whoIs')}
        </Notice>
      )}
      {kind === 'more' && (
        <Notice tone="danger" title={title}>
          {shouldBe} {words.say('count.somebodyNot')}
        </Notice>
      )}
      {kind === 'sameButMissing' && (
        <Notice tone="needs" title={words.say('count.same')}>
          <NotTicked missing={missing} />
        </Notice>
      )}
    </div>
  )
}

/** "One fewer than are signed in."; empty where heads agree. */
export function verdictTitle({ kind, by }: Verdict, words: Words): string {
  return kind === 'fewer' || kind === 'more' ? words.say(`count.${kind}Than`, { diff: by }) : ''
}

/** Names said before "and 12 more": more is no help in a park. */
const mostNamed = 8

function NotTicked({ missing }: { missing: Verdict['missing'] }) {
  const words = useWords()
  const names = missing.slice(0, mostNamed).map((one) => fullName(one, words))
  const rest = missing.length - names.length
  const said = rest > 0 ? words.say('act.more', { names: names.join(', '), count: rest }) : words.list(names)
  return <Say id="count.notTicked" values={{ names: said }} />
}
