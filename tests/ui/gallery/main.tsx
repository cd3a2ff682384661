import '../../../src/renderer/withoutEval.ts'
import '../../../src/renderer/ui/styles/index.ts'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { App } from '../../../src/renderer/app/App.tsx'
import { flushDrafts, useDrafts } from '../../../src/renderer/state/drafts.ts'
import { useLook, type Theme } from '../../../src/renderer/state/look.ts'
import { usePlace } from '../../../src/renderer/state/place.ts'
import { readPlace } from '../../../src/renderer/state/places.ts'
import { usePhase } from '../../../src/renderer/state/phase.ts'
import { useSaid } from '../../../src/renderer/state/said.ts'
import { typeReady } from '../../../src/renderer/ui/typeReady.ts'
import type { Role } from '../../../src/shared/records/colleague.ts'
import type { Size } from '../../world/worlds.ts'
import { OwnThread } from './ownThread.ts'
import { bringTo, type Net } from './script.ts'
import { bringToPhase } from './phases.ts'

// Every screen over the shipped worker: ?phase=open&place=register/…&size=crowded&net=trouble&theme=dark&dir=rtl
const asked = new URLSearchParams(location.search)
const given = <Value extends string>(name: string, otherwise: Value) => (asked.get(name) ?? otherwise) as Value
const about = { host: 'web' as const, appVersion: '0.1.0', localServer: 'http://127.0.0.1:8787', sample: given('sample', 'yes') === 'yes' }
const thread = new OwnThread(about)
Object.assign(window, { scripted: thread, startsAt })
document.documentElement.dir = given('dir', 'ltr')
useLook.setState({ theme: given<Theme>('theme', 'light') })
usePhase.setState({ about, broken: asked.get('broken') })

async function ready(): Promise<void> {
  const phase = given('phase', 'open')
  if (phase !== 'open') return bringToPhase(thread, phase)
  await thread.joins(given('place', 'today'), false, given<Role>('role', 'lead'))
  await thread.start()
  await bringTo(thread, given<Size>('size', 'ordinary'), given<Net>('net', 'waiting'), given<Role>('role', 'lead'))
  if (asked.has('wait')) thread.slowsDisk(Number(given('wait', '0')))
}

const root = createRoot(document.getElementById('root')!)
void Promise.all([typeReady(), ready()]).then(() => {
  thread.isUsed = false
  draw(root)
})

function draw(on: Root): void {
  on.render(<App link={thread.link} />)
}

/** Draws the window anew at a place, as if it had just been opened. Answers whether it may: not when something was written in this world. */
async function startsAt(place: string): Promise<boolean> {
  flushSync(() => root.render(null))
  for (const key of Object.keys(useDrafts.getState().drafts)) useDrafts.getState().drop(key)
  flushDrafts()
  await thread.answered()
  if (thread.isUsed) return false
  useSaid.setState(useSaid.getInitialState(), true)
  useLook.setState({ theme: 'light' })
  flushSync(() => draw(root))
  usePlace.getState().startAt(readPlace(place) ?? { at: 'today' })
  return true
}
