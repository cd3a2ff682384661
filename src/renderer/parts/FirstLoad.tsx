import { useView } from '../workerLink/useView.ts'
import { Card } from '../ui/Card.tsx'
import { Empty } from '../ui/Empty.tsx'
import { whatToDoAbout, whyNotReached } from '../words/sentences.ts'
import { useWords } from '../words/useWords.ts'

/** Whether this laptop has not yet fetched its team: an empty list then says nothing about the team, and nothing is added that may be there already. */
export function useFirstLoad(): boolean {
  const status = useView('status', null)
  return status !== undefined && !status.whole && status.lastReached === null
}

/** In place of a list while the team is fetched for the first time: how far it is. */
export function FirstLoad() {
  const words = useWords()
  const status = useView('status', null)
  if (!status) return null
  const { loading, trouble } = status
  const counts = loading && { loaded: words.number(Math.min(loading.loaded, loading.of)), of: words.number(loading.of) }
  const stuck = trouble && !loading
  return (
    <Card>
      <div role="status">
        <Empty title={counts ? words.say('fetching.counts', counts) : words.say('fetching.team')}>
          {stuck
            ? `${words.say('fetching.stopped', { why: whyNotReached(trouble.what, words) })} ${whatToDoAbout(trouble.what, words)}`
            : words.say('fetching.more')}
        </Empty>
      </div>
    </Card>
  )
}
