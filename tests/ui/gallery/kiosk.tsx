import '../../../src/renderer/kiosk/styles.ts'
import { createRoot } from 'react-dom/client'
import { Kiosk } from '../../../src/renderer/kiosk/Kiosk.tsx'
import { lettersReady } from '../../../src/renderer/kiosk/lettersReady.ts'
import { kioskDouble } from '../double/kiosk.ts'

// The kiosk's screens on a double of the worker.
const root = document.getElementById('kiosk')
if (root) void lettersReady().then(() => createRoot(root).render(<Kiosk client={kioskDouble} />))
