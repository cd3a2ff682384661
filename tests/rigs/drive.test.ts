import { existsSync } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeDrive, type Drive } from './drive/drive.ts'

/** The drive itself, without the app: the rig of the power cuts is believed only while this holds. Needs root, FUSE and a loop device. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/dev/fuse') && existsSync('/dev/loop-control')

describe.runIf(canMount)('a file system on a drive whose power goes', () => {
  let drive: Drive
  beforeEach(async () => {
    drive = await makeDrive(32)
    await drive.start(512)
  })
  afterEach(() => drive.remove())
  const at = (name: string) => join(drive.folder, name)

  async function flushed(name: string): Promise<void> {
    const file = await open(at(name), 'w')
    await file.writeFile('everybody who came')
    await file.sync()
    await file.close()
  }

  async function powerGoes(): Promise<void> {
    await drive.cutNow()
    await drive.settle(1, 512)
    await drive.start(512)
  }

  test('has the file that was flushed, and not the one that was not', async () => {
    await flushed('kept')
    await writeFile(at('lost'), 'nobody')
    await powerGoes()
    expect([await readFile(at('kept'), 'utf8'), await readFile(at('lost'), 'utf8').catch(() => '')]).toEqual(['everybody who came', ''])
    await drive.stop()
  })

  test('answers no flush in which the power goes', async () => {
    await flushed('kept')
    const { dark } = await drive.cutInFlush(0)
    const answered = flushed('late').then(
      () => 'answered',
      () => 'not answered',
    )
    await dark
    await drive.settle(2, 4096)
    expect(await answered).toBe('not answered')
    await drive.start(512)
    expect(await readFile(at('kept'), 'utf8')).toBe('everybody who came')
    await drive.stop()
  })
})
