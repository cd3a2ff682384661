import { expect, test } from './fixtures.ts'
import { expectWritten } from './written.ts'

const row = (code: string, many: string) => `GP_PRAC_PAT_LIST,01OCT2026,GP,B2M3M,E38000251,${code},ZZ99 3VZ,ALL,ALL,${many}`
const file = (...rows: string[]) => ({
  name: 'gp-reg-pat-prac-all.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,NUMBER_OF_PATIENTS', ...rows].join('\n'),
  ),
})

test('[story 28] a file of NHS England: what is in it is seen before it is kept, only our practices are, and one key undoes it', async ({ open }) => {
  const page = await open('place=listSizes&size=years')
  const practices = page.getByRole('table')
  await expect(practices.getByRole('row', { name: /Whitestone Surgery/ })).toContainText('12,450')
  await page.getByLabel('Choose a file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,Phone\nJean,1') })
  await expect(page.getByRole('alert')).toContainText('This is another file.')
  await page.getByLabel('Codes of other practices that you want (optional)').fill('m84055, and U12345')
  await page.getByLabel('Choose a file').setInputFiles(file(row('M84001', '9900'), row('M84055', '7100'), row('A81001', '4'), row('M84013', '8800')))
  await expect(page.getByText('3 practices found, counted on 1 October 2026')).toBeVisible()
  await expect(page.getByText('No code of a practice, and not looked for: and and U12345.')).toBeVisible()
  await expect(page.getByText('25,800 patients in all. Not in this file: M84099.')).toBeVisible()
  await expect(page.getByLabel('Codes of other practices that you want (optional)')).toHaveValue('m84055, and U12345')
  await page.getByRole('button', { name: 'Keep these numbers' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'keepListSizes', 'listSize', [
    { odsCode: 'M84001', all: 9900 },
    { odsCode: 'M84013', all: 8800, on: '2026-10-01', source: 'gp-reg-pat-prac-all.csv' },
    { odsCode: 'M84055', all: 7100 },
  ])
  await expect(practices.getByRole('row', { name: /M84055/ })).toContainText('7,100')
  await page.keyboard.press('Control+z')
  await expect(practices.getByRole('row', { name: /M84055/ })).toHaveCount(0)
  await expect(practices.getByRole('row', { name: /M84001/ })).toContainText('9,800')
  await page.getByRole('button', { name: 'Remove: Whitestone Surgery' }).click()
  await expect(practices.getByRole('row', { name: /Whitestone Surgery/ })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(practices.getByRole('row', { name: /Whitestone Surgery/ })).toContainText('12,450')
})

test('one is typed: what is wrong is said, and nothing typed is lost', async ({ open }) => {
  const page = await open('place=listSizes&size=firstDay')
  await expect(page.getByText('No numbers yet')).toBeVisible()
  await page.getByRole('button', { name: 'Write one down' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Code of the practice').fill('M840')
  await dialog.getByLabel('Patients').fill('nine thousand')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Write the code of a practice: a letter and five digits.')
  await dialog.getByLabel('Code of the practice').fill('m84 001')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toHaveText('Write how many patients, in digits.')
  await dialog.getByLabel('Patients').fill('9,500')
  await dialog.getByLabel('Name (optional)').fill('Manor Court Surgery')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'keepListSizes', 'listSize', [{ odsCode: 'M84001', all: 9500, name: 'Manor Court Surgery', source: 'Typed' }])
  await expect(page.getByRole('row', { name: /Manor Court Surgery/ })).toContainText('9,500')
})

test('[story 28] uptake by practice says how many of each 1,000 registered came, and that nobody comes from one', async ({ open }) => {
  const page = await open('place=report/uptakeBy&size=years')
  const table = page.getByRole('table', { name: 'Uptake: who came' })
  await expect(table.getByRole('row', { name: /^Manor Court Surgery/ })).toContainText(/9,800\s*\d+\.\d/)
  await expect(table.getByRole('row', { name: /^Whitestone Surgery/ })).toContainText('12,450')
})

test('[story 28] a table of deprivation is looked at before it is kept, and tells people apart after', async ({ open }) => {
  const page = await open('place=listSizes&size=results')
  const choose = (text: string) =>
    page.getByLabel('Choose a table').setInputFiles({ name: 'imd.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await choose('Name,Phone\nJean,1')
  await expect(page.getByRole('alert')).toContainText('The table needs the columns')
  await choose('Postcode,Index of Multiple Deprivation Decile\nCV11 4JP,2\nCV11 4JQ,3\nNuneaton,1')
  await expect(page.getByText('2 postcodes found')).toBeVisible()
  await expect(page.getByText('1 line has no postcode or no decile from 1 to 10, and is left out: 4.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep this table' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'keepDeprivation', 'deprivation', [{ sector: 'CV11 4', index: '2025', deciles: { JP: 2, JQ: 3 } }])
  await expect(page.getByText('2 postcodes are known by the index of 2025.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove: Deprivation' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('2 postcodes are known by the index of 2025.')).toHaveCount(0)
  const report = await open('place=report/uptakeBy&size=years')
  await report.getByLabel('Told apart by').selectOption('Deprivation')
  await expect(report.getByRole('row', { name: /^2 / })).toContainText(/\d/)
  await expect(report.getByText('1 is the most deprived tenth of England', { exact: false })).toBeVisible()
})

test('it is for leads', async ({ open }) => {
  const page = await open('place=team&size=years&role=linkWorker')
  await expect(page.getByRole('button', { name: 'Registered patients and deprivation' })).toHaveCount(0)
})
