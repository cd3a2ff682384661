import '../../../src/renderer/ui/styles/index.ts'
import { createRoot } from 'react-dom/client'
import { App } from '../../../src/renderer/app/App.tsx'
import type { Phase } from '../../../src/renderer/workerLink/contract.ts'
import { useLook, type Theme } from '../../../src/renderer/state/look.ts'
import { usePhase } from '../../../src/renderer/state/phase.ts'
import { typeReady } from '../../../src/renderer/ui/typeReady.ts'
import { createDouble } from '../double/doubleDesk.ts'
import type { Net, Size } from '../double/world.ts'

// Every screen on the double: ?phase=open&place=register/…&size=crowded&net=trouble&theme=dark&dir=rtl
const asked = new URLSearchParams(location.search)
const given = <Value extends string>(name: string, otherwise: Value) => (asked.get(name) ?? otherwise) as Value
const phases: Record<string, Phase> = {
  open: { phase: 'open', returnTo: given('place', 'today') }, new: { phase: 'new' }, emptied: { phase: 'new', emptied: true }, locked: { phase: 'locked', waitMs: 0, returnTo: null },
  sample: { phase: 'locked', waitMs: 0, returnTo: null, sample: 'kettle marble orchid tuesday' },
  waiting: { phase: 'locked', waitMs: 30_000, returnTo: null }, rebuilding: { phase: 'rebuilding', saved: 1204 }, elsewhere: { phase: 'elsewhere' },
  starting: { phase: 'starting' },
}
const double = createDouble({
  size: given<Size>('size', 'ordinary'), net: given<Net>('net', 'waiting'), phase: phases[given('phase', 'open')] ?? { phase: 'new' }, waitMs: Number(given('wait', '5')),
})
Object.assign(window, { double })
document.documentElement.dir = given('dir', 'ltr')
useLook.setState({ theme: given<Theme>('theme', 'light') })
usePhase.setState({
  about: { host: 'web', appVersion: '0.1.0', localServer: 'http://127.0.0.1:8787', sample: given('sample', 'yes') === 'yes' },
  broken: asked.get('broken'),
})
const root = document.getElementById('root')
if (root) void typeReady().then(() => createRoot(root).render(<App link={double.link} />))
