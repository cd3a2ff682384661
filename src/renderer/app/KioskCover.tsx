import './kioskCover.css'
import { useEffect, useRef } from 'react'
import { kioskPortMessage, kioskReadyMessage, kioskWorkerPortChannel } from '../../shared/ipc/channels.ts'
import { useLink, type WorkerLink } from '../workerLink/link.ts'
import { useWords } from '../words/useWords.ts'

/**
 * What the window of the app is while participants are at the laptop: nothing. On the desktop it is hidden behind the kiosk's
 * own window; in a browser it holds the kiosk's page in a frame, so that going anywhere else ends the page, the worker and the
 * keys together.
 */
export function KioskCover() {
  return window.gather ? <Behind /> : <Frame />
}

function Behind() {
  const link = useLink()
  const words = useWords()
  useEffect(() => openWindow(link), [link])
  return (
    <main className="alone">
      <p className="starting soft">{words.say('kiosk.runs')}</p>
    </main>
  )
}

function openWindow(link: WorkerLink): () => void {
  const join = (event: MessageEvent) => {
    const port = event.source === window && event.data === kioskWorkerPortChannel ? event.ports[0] : undefined
    if (port) link.joinKiosk(port)
  }
  window.addEventListener('message', join)
  window.gather?.openKiosk()
  return () => {
    window.removeEventListener('message', join)
    window.gather?.closeKiosk()
  }
}

function Frame() {
  const link = useLink()
  const words = useWords()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => holdFrame(link, () => frame.current), [link])
  return <iframe ref={frame} className="kiosk-cover" src="./kiosk.html" title={words.say('kiosk.title')} allow="camera" />
}

/** Joins the frame to the worker, once: a page that is loaded again, or a tab that is left, locks the laptop. */
function holdFrame(link: WorkerLink, frame: () => HTMLIFrameElement | null): () => void {
  let joined = false
  const lock = () => void link.worker.lock()
  const join = (event: MessageEvent) => {
    const inside = frame()?.contentWindow
    if (!inside || event.source !== inside || event.origin !== location.origin || event.data !== kioskReadyMessage) return
    if (joined) return lock()
    joined = true
    const { port1, port2 } = new MessageChannel()
    link.joinKiosk(port2)
    inside.postMessage(kioskPortMessage, location.origin, [port1])
    frame()?.focus()
  }
  window.addEventListener('message', join)
  window.addEventListener('pagehide', lock)
  return () => {
    window.removeEventListener('message', join)
    window.removeEventListener('pagehide', lock)
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
  }
}
