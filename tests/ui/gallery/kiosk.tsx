import '../../../src/renderer/kiosk/styles.ts'
import { createRoot } from 'react-dom/client'
import { Kiosk } from '../../../src/renderer/kiosk/Kiosk.tsx'
import { kioskDouble } from '../double/kiosk.ts'

// The kiosk's screens on a double of the worker.
const root = document.getElementById('kiosk')
if (root) createRoot(root).render(<Kiosk client={kioskDouble} />)
