import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { startHost, type How, type Running } from './hosts.ts'
import { openLine, type Line } from './line.ts'
import { killAll } from './processes.ts'
import type { HostName } from './rig.ts'

/** One laptop of the team: an app with a folder of its own and a line of its own to the surgery. */
export interface Laptop {
  readonly name: string
  /** Its window. Another one after each `reopen`. */
  readonly page: Page
  /** On the desktop only. */
  readonly app: ElectronApplication | null
  /** The server's address as this laptop knows it. */
  readonly server: string
  readonly line: Line
  /** Where everything it keeps lies. */
  readonly folder: string
  /** Errors of the page: what was thrown, logged as an error, or forbidden by the policy. */
  readonly problems: string[]
  /** Whether its own attempts to reach the server succeed. */
  network(up: boolean): Promise<void>
  /** SIGKILL to all its processes at once. */
  kill(): Promise<void>
  /** Starts it again after `kill` or `shut`, with or without a network. */
  reopen(): Promise<Page>
  /** Closes it as a person does. */
  shut(): Promise<void>
  /** Closes it and takes its folder away. */
  remove(): Promise<void>
}

/**
 * A new laptop on which the app has just been opened.
 * @param port the surgery's
 */
export async function openLaptop(
  host: HostName,
  name: string,
  port: number,
  { disk = tmpdir(), ...how }: How & { /** The folder in which its own is made. */ disk?: string } = {},
): Promise<Laptop> {
  const folder = await mkdtemp(join(disk, `gather-laptop-${host}-`))
  const line = await openLine(port)
  const problems: string[] = []
  let running = await start()

  async function start(): Promise<Running> {
    const started = await startHost(host, folder, line.address, how)
    watch(started.page, problems)
    return started
  }

  const laptop: Laptop = {
    name,
    get page() {
      return running.page
    },
    get app() {
      return running.app
    },
    server: line.address,
    line,
    folder,
    problems,
    network: (up) => (up ? line.up() : line.down()),
    async kill() {
      if (host === 'browser') await shellIsKept(running.page)
      await killAll(folder)
      await running.gone
    },
    async reopen() {
      running = await start()
      return running.page
    },
    shut: () => running.close(),
    async remove() {
      await running.close().catch(() => undefined)
      await killAll(folder)
      await line.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return laptop
}

/** A tablet that is to open without a network must have been open with one for a moment: until its files are kept. */
async function shellIsKept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
}

/** What a browser says of a line that is down: the app's own business. */
const ofTheLine = /net::ERR_(CONNECTION|EMPTY|INTERNET|INCOMPLETE|NETWORK|CONTENT_LENGTH|ABORTED)|status of (4|5)\d\d/

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !ofTheLine.test(message.text())) problems.push(message.text())
  })
}
