import '../../../src/renderer/withoutEval.ts'
import '../../../src/renderer/kiosk/styles.ts'
import { createRoot } from 'react-dom/client'
import { createKioskClient } from '../../../src/renderer/kiosk/client.ts'
import { Kiosk } from '../../../src/renderer/kiosk/Kiosk.tsx'
import { lettersReady } from '../../../src/renderer/kiosk/lettersReady.ts'
import { sessionId, which } from '../../support/builders.ts'
import { rowsOfWorld } from '../../world/worlds.ts'
import { OwnThread } from './ownThread.ts'

// The kiosk's screens over the shipped worker: what a participant sees at the Pain Café.
const cafe = sessionId(which('Pain Café', '2026-10-23'))
const thread = new OwnThread({ host: 'web', appVersion: '0.1.0', localServer: null, sample: false })
Object.assign(window, { scripted: thread })

async function handedOver(): Promise<MessagePort> {
  await thread.joins('today')
  await thread.start()
  thread.surgery.rows = rowsOfWorld('ordinary', { kiosk: true })
  thread.clock.stands = Date.now()
  await thread.opens()
  thread.clock.stands = null
  await thread.link.worker.startKiosk({ sessionId: cafe })
  const { port1, port2 } = new MessageChannel()
  thread.link.joinKiosk(port2)
  return port1
}

const root = document.getElementById('kiosk')
if (root) void Promise.all([lettersReady(), handedOver()]).then(([, port]) => createRoot(root).render(<Kiosk client={createKioskClient(port)} />))
