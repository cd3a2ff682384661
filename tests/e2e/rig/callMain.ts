import type { Page } from '@playwright/test'
import type {} from '../../../src/renderer/workerLink/about.ts'
import type { Host, HostAnswer } from '../../../src/shared/ipc/contract.ts'

/**
 * Calls main as the app's own worker does, from the window. Bytes go and come back as a list of numbers. Waits until the app
 * has got its own port, which this cuts: one page, one port.
 */
export async function callMain(page: Page, method: keyof Host, args: unknown[]): Promise<HostAnswer> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page.evaluate(
    ([asked, given]) =>
      new Promise<HostAnswer>((resolve) => {
        const plain = (value: unknown) => (value instanceof Uint8Array ? [...value] : value)
        addEventListener('message', ({ data, ports: [port] }) => {
          if (data !== 'gather:port' || !port) return
          port.onmessage = ({ data: answer }) => resolve({ ...answer, value: plain(answer.value) })
          port.postMessage({ call: 1, method: asked, args: given.map((one) => (Array.isArray(one) ? new Uint8Array(one) : one)) })
        })
        window.gather?.openPort()
      }),
    [method, args] as const,
  )
}
