import type { TakeAlongView } from '../../workerLink/sheetViews.ts'
import { useNow } from '../../state/useNow.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/useWords.ts'

/** How old what is on the laptop is: as the surgery knew it when it was last reached with everything loaded. */
export function AsOf({ view }: { view: TakeAlongView }) {
  const words = useWords()
  const now = useNow()
  if (view.loading) {
    const { loaded, of } = view.loading
    return (
      <Notice tone="needs" title={words.say('take.loading', { loaded: words.number(loaded), of: words.number(of) })}>
        {words.say('take.loadingMore')}
      </Notice>
    )
  }
  if (!view.asOf)
    return (
      <Notice tone="needs" title={words.say('take.never')}>
        {words.say('take.neverMore')}
      </Notice>
    )
  const when = words.momentToday(view.asOf, now)
  if (words.dateOf(view.asOf) === words.dateOf(now))
    return (
      <Notice tone="good" title={words.say('take.asOf', { when })}>
        {words.say('take.asOfMore')}
      </Notice>
    )
  return (
    <Notice tone="needs" title={words.say('take.old', { when })}>
      {words.say('take.oldMore')}
    </Notice>
  )
}
