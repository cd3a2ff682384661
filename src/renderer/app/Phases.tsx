import type { Phase } from '../workerLink/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { FirstRun } from '../features/start/FirstRun.tsx'
import { Unlock } from '../features/start/Unlock.tsx'
import { useWords } from '../words/useWords.ts'
import { KioskCover } from './KioskCover.tsx'
import { Shell } from './Shell.tsx'

/** The screen of a phase: joining, unlocking, the open app. */
export function Phases({ phase }: { phase: Phase }) {
  switch (phase.phase) {
    case 'starting':
      return <Starting />
    case 'elsewhere':
      return <Elsewhere />
    case 'new':
      return <FirstRun emptied={phase.emptied === true} />
    case 'locked':
      return <Unlock phase={phase} />
    case 'kiosk':
      return <KioskCover />
    case 'rebuilding':
      return <Rebuilding saved={phase.saved} />
    case 'open':
      return <Shell />
  }
}

function Starting() {
  const words = useWords()
  return (
    <main className="alone">
      <p className="starting soft">{words.say('starting')}</p>
    </main>
  )
}

function Elsewhere() {
  const words = useWords()
  return (
    <main className="alone">
      <Page title={words.say('elsewhere.title')}>
        <Notice
          actions={
            <Button look="go" onClick={() => window.location.reload()}>
              {words.say('common.tryAgain')}
            </Button>
          }
        >
          {words.say('elsewhere.text')}
        </Notice>
      </Page>
    </main>
  )
}

function Rebuilding({ saved }: { saved: number }) {
  const words = useWords()
  return (
    <main className="alone">
      <Page title={words.say('rebuilding.title')}>
        <Notice>
          <span role="status">{words.say('rebuilding.text', { saved })}</span>
        </Notice>
      </Page>
    </main>
  )
}
