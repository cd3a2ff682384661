import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Everything that came over a port or from the worker, as text, in order. */
    heard?: string[]
  }
}

/** Writes down every message that any page of this laptop gets from now on. Loads the app's page again, so that it is heard too. */
export async function eavesdrop(page: Page): Promise<void> {
  await page.context().addInitScript(() => {
    const heard: string[] = (window.heard = [])
    const port = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage')
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      ...port,
      set(this: MessagePort, listen: (event: MessageEvent) => void) {
        port?.set?.call(this, (event: MessageEvent) => {
          heard.push(JSON.stringify(event.data))
          listen(event)
        })
      },
    })
    const listen = Worker.prototype.addEventListener
    Worker.prototype.addEventListener = function (this: Worker, ...given: Parameters<Worker['addEventListener']>) {
      if (given[0] === 'message') listen.call(this, 'message', (event) => heard.push(JSON.stringify((event as MessageEvent).data)))
      return listen.apply(this, given)
    }
  })
  await page.reload()
}
