import './withoutEval.ts'
import './kiosk/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { kioskPortMessage, kioskReadyMessage } from '../shared/ipc/channels.ts'
import { must } from '../shared/std/assert.ts'
import { createKioskClient } from './kiosk/client.ts'
import { Kiosk } from './kiosk/Kiosk.tsx'
import { lettersReady } from './kiosk/lettersReady.ts'
import { shield } from './kiosk/shield.ts'

// Composition root of the kiosk's page. It has a port and nothing else: no store, no worker, no address it could ask.

/** Opened by hand, without the app around it, it leads to the app, which is locked. */
const patienceMs = 3000

const root = createRoot(must(document.getElementById('kiosk'), 'root element'))
const inside = window.parent !== window // in a browser the app holds this page in a frame; on the desktop it is a window
const alone = setTimeout(() => location.replace('./'), patienceMs)
shield(window)

window.addEventListener('message', function join(event) {
  const ours = event.origin === location.origin && (event.source === window.parent || event.source === window)
  const port = ours && event.data === kioskPortMessage ? event.ports[0] : undefined
  if (!port) return
  window.removeEventListener('message', join)
  clearTimeout(alone)
  const client = createKioskClient(port)
  void lettersReady().then(() =>
    root.render(
      <StrictMode>
        <Kiosk client={client} />
      </StrictMode>,
    ),
  )
})
if (inside) window.parent.postMessage(kioskReadyMessage, location.origin)
