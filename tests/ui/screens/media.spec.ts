import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

/** A real PNG of two by two points, that a browser draws. */
function drawable(): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const whole = Buffer.concat([Buffer.from(name, 'latin1'), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(whole))
    return Buffer.concat([length, whole, sum])
  }
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  const points = deflateSync(Buffer.alloc(14, 90).fill(0, 0, 1).fill(0, 7, 8))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...[chunk('IHDR', head), chunk('tEXt', Buffer.from('Place\0Nuneaton')), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))],
  ])
}

test('a picture is added, looked at, said to show nobody, shown on the board and taken down (story 34)', async ({ open }) => {
  const page = await open('place=media')
  const choose = (name: string, buffer: Buffer) => page.getByLabel('Choose a file').setInputFiles({ name, mimeType: 'image/png', buffer })
  await choose('plan.docx', Buffer.from('PK\x03\x04'))
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('alert')).toContainText('Gather does not know this kind of file')
  await choose('Bandstand.png', drawable())
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bandstand')
  await expect(page.getByRole('status').filter({ hasText: 'Only on this laptop so far' })).toBeVisible()

  await page.evaluate(() => {
    const [takenBack, really] = [[] as string[], URL.revokeObjectURL.bind(URL)]
    Object.assign(window, { takenBack })
    URL.revokeObjectURL = (from) => (takenBack.push(from), really(from))
  })
  await page.getByRole('button', { name: 'Show it' }).click()
  const picture = page.getByRole('img', { name: 'Bandstand' })
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(2)
  const address = (await picture.getAttribute('src'))!
  expect(address).toMatch(/^blob:/)
  await page.getByRole('button', { name: 'Close it' }).click()
  expect(await page.evaluate(() => (window as never as { takenBack: string[] }).takenBack)).toEqual([address])

  const uses = page.getByRole('list', { name: 'Where it may be used' })
  await expect(uses.getByText('no', { exact: true })).toHaveCount(4)
  await page.getByLabel('Add somebody').fill('derek')
  await page.getByRole('button', { name: 'Save who is in it' }).click()
  await expect(page.getByRole('alert')).toContainText('Nobody is chosen for “derek” yet')
  await page.getByRole('button', { name: /^Add Derek/ }).click()
  await page.getByLabel('First name of a baby in it').fill('Zayn') // and saved without pressing Add
  await page.getByRole('button', { name: 'Save who is in it' }).click()
  const whoIsIn = page.getByRole('list', { name: 'Who is in it' })
  await expect(whoIsIn.getByText(/Zayn, who comes with Derek/)).toBeVisible()
  for (const left of [1, 0]) {
    await whoIsIn.getByRole('button', { name: 'Take out' }).last().click()
    await expect(whoIsIn.getByRole('listitem')).toHaveCount(left)
  }
  await page.getByRole('checkbox', { name: 'Nobody in it can be known' }).check()
  await page.getByRole('button', { name: 'Save who is in it' }).click()
  await expect(uses.getByText('yes', { exact: true })).toHaveCount(4)
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await page.getByRole('button', { name: 'Save the copy' }).click()
  await expect(page.getByText('Write why you need the file')).toBeVisible()
  await page.getByLabel('Why do you need this as a file?').fill('For the board')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the copy' }).click()
  expect((await downloading).suggestedFilename()).toMatch(/^picture-2026-10-22-[0-9a-f]{8}\.png$/)
  await expectWritten(page, 'logExport', 'exportLog', [{ report: 'media', format: 'copy', why: 'For the board' }])
  await page.getByRole('button', { name: 'Say where it is shown' }).click()
  await page.getByLabel('Where', { exact: true }).fill('The board in the waiting room')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const shown = page.getByRole('list', { name: 'Where it is shown' })
  await expect(shown).toContainText('The board in the waiting room (Our own noticeboard)')
  await page.getByRole('button', { name: 'Destroy the file' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('A better one came')
  await page.getByRole('dialog').getByRole('button', { name: 'Destroy the file' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('It is still shown somewhere')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Destroy the file' }).click()
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('A better one came') // refused and closed, it is still there
})

test('[34·E3] withdrawn after it was shown: it says where to take it down, and who no longer agrees', async ({ open }) => {
  const page = await open('place=media')
  const line = page.getByRole('listitem').filter({ hasText: 'How the walk helps me' })
  await expect(line).toContainText('take down in one place')
  await line.getByRole('button', { name: 'How the walk helps me' }).click()
  const uses = page.getByRole('list', { name: 'Where it may be used' }).getByRole('listitem')
  await expect(uses.filter({ hasText: 'Our website' }).first()).toContainText('Derek Holloway: no longer agrees')
  await expect(uses.filter({ hasText: 'Our own noticeboard' })).toContainText('yes, until 7 May 2031')
  const place = page.getByRole('list', { name: 'Where it is shown' }).getByRole('listitem').filter({ hasText: 'What we do' })
  await expect(place).toContainText('It may be shown there no more')
  await place.getByRole('button', { name: 'Say what was done' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(place).toContainText('Taken down')
  await expect(place).not.toContainText('no more')
})
