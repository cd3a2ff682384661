import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test as base } from './fixtures.ts'
import { openLaptop, type Laptop } from './rig/laptop.ts'
import { callMain } from './rig/callMain.ts'
import { desktopCommand } from './rig/hosts.ts'
import type { Rig } from './rig/rig.ts'
import type { Surgery } from './rig/surgery.ts'
import { contentPolicy } from '../../src/main/policy.ts'
import { ownPort } from '../support/ports.ts'
import { decodeFrames } from '../../src/shared/journal/frame.ts'

// The desktop shell alone; what the app does in it is in the other files. No surgery: nobody listens at the end of its line.
const test = base.extend<{ surgery: Surgery; seen: Laptop }, { oneForAll: Laptop }>({
  surgery: async ({}, use) => use({ port: await ownPort() } as Surgery),
  oneForAll: [
    async ({}, use, { project }) => {
      const laptop = await openLaptop((project.use as Rig).host, 'One for all', await ownPort())
      await use(laptop)
      await laptop.remove()
    },
    { scope: 'worker' },
  ],
  /** The laptop of tests that leave it as it was; starting one costs more than each of them. */
  seen: async ({ oneForAll }, use) => {
    await use(oneForAll)
    expect(oneForAll.problems.splice(0)).toEqual([])
  },
})

test.describe('of one laptop', () => {
  test.describe.configure({ mode: 'default' })
  test('opens one window of our own origin, named after the screen, whatever else the page says', async ({ seen: laptop }) => {
    expect(laptop.page.url()).toBe('app://gather/')
    await expect(laptop.page.getByRole('heading', { level: 1 })).toBeVisible()
    await laptop.page.evaluate(() => (document.title = 'Jean Brown'))
    const titles = await laptop.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))
    expect(titles).toEqual(['Welcome · Gather'])
  })

  test('the window has neither Node nor a way out of its sandbox', async ({ seen: laptop }) => {
    const preferences = await laptop.app?.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(await laptop.app?.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false)
    const found = await laptop.page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window))
    expect(found).toEqual([])
  })

  test('the preload gives what the contract names and nothing else', async ({ seen: laptop }) => {
    const gather = await laptop.page.evaluate(() => Object.entries(window.gather ?? {}).map(([name, value]) => [name, typeof value]))
    expect(Object.fromEntries(gather)).toEqual({
      about: 'object',
      saveFile: 'function',
      printPage: 'function',
      savePdf: 'function',
      openKiosk: 'function',
      closeKiosk: 'function',
      openPort: 'function',
    })
    const about = await laptop.page.evaluate(() => window.gather?.about)
    expect(about).toEqual({ host: 'electron', appVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/), localServer: laptop.server, sample: true })
  })

  test('the policy forbids scripts from text, styles from text and every connection', async ({ seen: laptop }) => {
    const { page } = laptop
    const tried = await page.evaluate(async () => {
      const outcome = (act: () => unknown) =>
        new Promise<string>((resolve) => {
          // in a task of its own: what a debugger evaluates may evaluate, whatever the policy says
          setTimeout(
            () =>
              void Promise.resolve()
                .then(act)
                .then(
                  () => resolve('went'),
                  (error: Error) => resolve(error.name),
                ),
          )
        })
      return {
        evaluated: await outcome(() => new Function('return 1')()),
        markup: await outcome(() => (document.createElement('div').innerHTML = '<b>x</b>')),
        connected: await outcome(() => fetch('https://example.com/')),
        connectedHere: await outcome(() => fetch('app://gather/index.html')),
        worker: await outcome(() => new Worker('app://gather/other.js')),
        policy: await outcome(() =>
          (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }).trustedTypes.createPolicy('another', {}),
        ),
      }
    })
    for (const [what, how] of Object.entries(tried)) expect(how, what).not.toBe('went')
    expect(contentPolicy).toContain("connect-src 'none'")
    laptop.problems.length = 0 // each of them was logged: that was the point
  })

  test('only the files of the build are served', async ({ seen: laptop }) => {
    const answers = await laptop.app?.evaluate(
      async ({ net }, paths) => {
        const fetch = net.fetch as (address: string) => Promise<{ status: number }>
        return Promise.all(paths.map(async (path) => (await fetch(path).catch(() => ({ status: 0 }))).status))
      },
      ['app://gather/../package.json', 'app://gather/%2e%2e/package.json', 'app://other/index.html', 'app://gather/etc/passwd'],
    )
    expect(answers?.filter((status) => status === 200)).toEqual([])
  })

  test('saves a file where the person says, and nothing when they change their mind', async ({ seen: laptop }) => {
    const path = join(laptop.folder, 'chosen.csv')
    const answer = (filePath: string) =>
      laptop.app?.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = (async () => ({ canceled: chosen === '', filePath: chosen })) as never
      }, filePath)
    const save = () => laptop.page.evaluate(() => window.gather?.saveFile('../../register.csv', 'name\r\nŻaneta\r\n'))
    await answer('')
    expect(await save()).toBe(false)
    await answer(path)
    expect(await save()).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe('name\r\nŻaneta\r\n')
    expect(await laptop.page.evaluate(() => window.gather?.saveFile('../../book.xlsx', new Uint8Array([80, 75, 3, 4, 0, 255])))).toBe(true)
    expect([...readFileSync(path)]).toEqual([80, 75, 3, 4, 0, 255])
  })

  test('prints by the system and saves an A4 PDF where the person says', async ({ seen: laptop }) => {
    const { app, page } = laptop
    await page.getByRole('heading', { level: 1 }).waitFor()
    const printer = (why: string) =>
      app?.evaluate(({ BrowserWindow }, said) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { print: unknown }
        contents.print = (_options: object, done: (printed: boolean, why: string) => void) => done(said === '', said)
      }, why)
    const print = () => page.evaluate(() => window.gather?.printPage())
    for (const [why, outcome] of [
      ['', 'done'],
      ['Print job canceled', 'cancelled'],
      ['Print job failed', 'failed'],
    ] as const) {
      await printer(why)
      expect(await print()).toBe(outcome)
    }
    const path = join(laptop.folder, 'sheet.pdf')
    const answer = (filePath: string) =>
      app?.evaluate(({ dialog }, chosen) => {
        dialog.showSaveDialog = (async () => ({ canceled: chosen === '', filePath: chosen })) as never
      }, filePath)
    const save = () => page.evaluate(() => window.gather?.savePdf('../../sheet.pdf'))
    await answer('')
    expect(await save()).toBe('cancelled')
    await answer(join(laptop.folder, 'no such folder', 'sheet.pdf'))
    expect(await save()).toBe('failed')
    await answer(path)
    expect(await save()).toBe('done')
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    expect(statSync(path).mode & 0o077).toBe(0)
  })

  test('the worker is told when the laptop is locked or put to sleep', async ({ seen: laptop }) => {
    await laptop.page.getByRole('heading', { level: 1 }).waitFor()
    for (const event of ['lock-screen', 'suspend'] as const) {
      const told = laptop.page.evaluate(
        () =>
          new Promise((resolve) => {
            addEventListener('message', ({ data, ports: [port] }) => {
              if (data === 'gather:port' && port) port.onmessage = (message) => resolve(message.data)
            })
            window.gather?.openPort()
          }),
      )
      let heard: unknown = null
      void told.then((message) => {
        heard = message
      })
      await expect
        .poll(async () => {
          // main may not have the port yet
          await laptop.app?.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
          return heard
        })
        .toEqual({ event: 'lockNow' })
    }
  })

  test('leaves no crash dumps behind', async ({ seen: laptop }) => {
    const folder = join(laptop.folder, 'Crashpad')
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
  })

  test('a second start on the same folder ends by itself', async ({ seen: laptop, host }) => {
    const { executablePath, args } = desktopCommand(host, laptop.folder)
    const second = spawn(executablePath, args, { stdio: 'ignore' })
    const code = await new Promise((resolve) => second.once('exit', resolve))
    expect(code).toBe(0)
    await expect(laptop.page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test('no other page, no new window, no permission', async ({ laptop }) => {
  const { page } = laptop
  await page.evaluate(() => void window.open('https://example.com/'))
  await page.evaluate(() => void (location.href = 'https://example.com/'))
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://gather/')
  expect(laptop.app?.windows()).toHaveLength(1)
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).not.toContain('granted')
  laptop.problems.length = 0
})

test('a frame that main said yes to is in the journal on disk, after SIGKILL too', async ({ laptop }) => {
  const answer = await callMain(laptop.page, 'journalAppend', [[1, 2, 3], 41, 42])
  expect(answer).toEqual({ call: 1, ok: true, value: { ok: true, value: null } })
  await laptop.kill()
  const journal = join(laptop.folder, 'journal')
  const frames = readdirSync(journal)
    .filter((name) => name.endsWith('.journal'))
    .flatMap((name) => decodeFrames(readFileSync(join(journal, name))))
  expect(frames).toContainEqual({ firstSequence: 41, lastSequence: 42, frame: new Uint8Array([1, 2, 3]) })
})

test('the share of the key is sealed by the system keyring and opens in the next run', async ({ laptop }) => {
  test.skip(process.platform !== 'linux', 'the mark "v11" is that of libsecret')
  const share = () => callMain(laptop.page, 'keyringShare', [])
  const first = await share()
  expect(first).toEqual({ call: 1, ok: true, value: Array(32).fill(expect.any(Number)) })
  const sealed = Buffer.from(readFileSync(join(laptop.folder, 'keyring-share'), 'utf8'), 'base64')
  expect(sealed.subarray(0, 3).toString()).toBe('v11')
  await laptop.kill()
  await laptop.reopen()
  expect(await share()).toEqual(first)
})

test('where Linux has no keyring there is no share: a password that everybody knows is none', async ({ openLaptop }) => {
  test.skip(process.platform !== 'linux', 'other systems always have one')
  const laptop = await openLaptop('without a keyring', ['--password-store=basic'])
  expect(await callMain(laptop.page, 'keyringShare', [])).toEqual({ call: 1, ok: true, value: null })
  expect(existsSync(join(laptop.folder, 'keyring-share'))).toBe(false)
})

test('a crash of the page costs a moment', async ({ laptop }) => {
  await laptop.page.getByRole('heading', { level: 1 }).waitFor()
  await laptop.app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  const words = () =>
    laptop.app?.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const late = new Promise((resolve) => setTimeout(() => resolve('no answer'), 500)) // asked of the crashed page, it never comes
      return Promise.race([contents?.executeJavaScript('document.querySelector("h1")?.innerText'), late])
    })
  await expect.poll(words).toBe('Welcome to Gather')
})
