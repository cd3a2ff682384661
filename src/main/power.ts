import { net, powerMonitor } from 'electron'
import type { HostEvent } from '../shared/ipc/contract.ts'

/** 5 s between looks at the network: at the surgery door nobody notices, and a look costs nothing. */
const lookEveryMs = 5000

/** Watches the laptop: its lid, its lock and its network. */
export function watchPower(tell: (event: HostEvent) => void): void {
  const lockNow = () => tell({ event: 'lockNow' })
  powerMonitor.on('suspend', lockNow)
  powerMonitor.on('lock-screen', lockNow)
  powerMonitor.on('user-did-resign-active', lockNow) // another person's account came to the front (macOS)
  watchNetwork(() => tell({ event: 'networkUp' }))
}

function watchNetwork(up: () => void): void {
  let online = net.isOnline()
  const look = () => {
    const now = net.isOnline()
    if (now && !online) up()
    online = now
  }
  powerMonitor.on('resume', () => {
    online = false // the network of before the sleep is not this one: say it is up even if it never seemed down
    look()
  })
  setInterval(look, lookEveryMs)
}
