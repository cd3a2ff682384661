import { useEffect, useState } from 'react'
import type { Phase } from '../workerLink/contract.ts'
import { LinkContext, type WorkerLink } from '../workerLink/link.ts'
import { flushOnLeaving, forgetDrafts, readDrafts } from '../state/drafts.ts'
import { usePhase } from '../state/phase.ts'
import { usePlace } from '../state/place.ts'
import { readPlace } from '../state/places.ts'
import { useSaid } from '../state/said.ts'
import { Speech } from '../words/Speech.tsx'
import { ErrorScreen } from './ErrorScreen.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { loadsAnew } from './loadAnew.ts'
import { Phases } from './Phases.tsx'
import { useActivity } from './useActivity.ts'
import { useBroken } from './useBroken.ts'
import { useKeepFocus } from './useKeepFocus.ts'
import { useKeyboard } from './keyboard.ts'
import { useTheme } from './useTheme.ts'
import { useTitle } from './useTitle.ts'

/** Everything people see, on a link to a worker. */
export function App({ link }: { link: WorkerLink }) {
  return (
    <Speech>
      <LinkContext value={link}>
        <ErrorBoundary link={link}>
          <Window link={link} />
        </ErrorBoundary>
        <LiveRegion />
      </LinkContext>
    </Speech>
  )
}

function Window({ link }: { link: WorkerLink }) {
  const phase = useFollowedPhase(link)
  const broken = usePhase((state) => state.broken)
  useTheme()
  useTitle(phase)
  useKeyboard()
  useKeepFocus()
  useBroken()
  useActivity(link.worker)
  if (broken) return <ErrorScreen error={broken} pending={null} />
  return <Phases phase={phase} />
}

/** What was typed and what was said last may hold names. */
function forgetWords(): void {
  forgetDrafts()
  useSaid.setState({ text: '', shown: false })
}

/** Follows the worker's phase. Opening comes back to where one was; locking forgets what was typed and loads the page anew. */
function useFollowedPhase(link: WorkerLink) {
  const phase = usePhase((state) => state.phase)
  const [followed] = useState<{ last: Phase['phase'] }>(() => ({ last: 'starting' }))
  useEffect(() => flushOnLeaving(window), [])
  useEffect(() => link.onBroken((broken) => usePhase.setState({ broken })), [link])
  useEffect(
    () =>
      link.onPhase((now) => {
        const opens = now.phase === 'open' && followed.last !== 'open'
        if (opens) void readDrafts(link.worker)
        if (opens) usePlace.getState().startAt(readPlace(now.returnTo) ?? { at: 'today' })
        if (now.phase !== 'open') forgetWords()
        const goes = loadsAnew(followed.last, now)
        followed.last = now.phase
        usePhase.setState({ phase: goes ? { phase: 'starting' } : now })
      }),
    [link, followed],
  )
  return phase
}
