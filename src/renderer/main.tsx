import './withoutEval.ts'
import './ui/styles/index.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { must } from '../shared/std/assert.ts'
import { App } from './app/App.tsx'
import { readAbout } from './workerLink/about.ts'
import { createLink, start } from './workerLink/client.ts'
import { startWorker } from './workerLink/startWorker.ts'
import { keepShell } from './keepShell.ts'
import { usePhase } from './state/phase.ts'
import { typeReady } from './ui/typeReady.ts'

// Composition root of the window: worker, link, screens.
const worker = startWorker()
const link = createLink(worker)
const root = createRoot(must(document.getElementById('root'), 'root element'))
void typeReady().then(() =>
  root.render(
    <StrictMode>
      <App link={link} />
    </StrictMode>,
  ),
)
void readAbout().then((about) => {
  usePhase.setState({ about })
  start(worker, about)
})
void keepShell()
