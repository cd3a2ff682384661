import { caseOf, personId } from '../../world/ids.ts'
import { replacedMessage, returnedMessage, whoObjects, withMessages } from '../../world/messages.ts'
import { withTwoTexts } from '../../world/plans.ts'
import { expect, test } from './fixtures.ts'
import { expectWritten, written } from './written.ts'

const messages = (name: string) => `place=practiceMessages/${caseOf(name)}`
const one = (id: string) => `place=practiceMessage/${caseOf(withMessages)}/${id}`

test('[story 30] from the case: drafted, edited beside how it will look, final, and sent as somebody says', async ({ open }) => {
  const page = await open(`place=case/${caseOf(withTwoTexts)}`)
  await page.getByRole('button', { name: 'Message to the practice' }).click()
  const preview = page.getByRole('region', { name: 'How it will look' })
  await expect(preview).toContainText(/Walk and Talk: \d+ times/)
  await page.getByLabel('Summary, in words they agree with').fill('She comes every week now.')
  await page.getByLabel('What you ask the practice to do').fill('Please look at her sleep.')
  await expect(preview).toContainText('She comes every week now.')
  await page.getByRole('button', { name: 'Finish the message' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'writePracticeMessage', 'practiceMessage', [
    { share: 'all', kind: 'first', summary: 'She comes every week now.', actions: 'Please look at her sleep.', practice: 'Riversley Road Surgery' },
  ])
  await expect(page.getByRole('region', { name: 'The sheet as it will be printed' })).toContainText('She comes every week now.')
  await page.getByRole('button', { name: 'I have sent it' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'From your own email account' }).check()
  await dialog.getByRole('button', { name: 'I have sent it' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'sayMessageSent', 'practiceMessage', [{ sentHow: 'email', sentOn: '2026-10-22' }])
  await expect(page.getByText('Sent 22 October 2026 by Priya Nair: From your own email account.')).toBeVisible()
})

test('[story 30] on paper there is the sheet alone', async ({ open }) => {
  const page = await open(one(returnedMessage))
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('Please review her left hip.')).toBeVisible()
  await expect(page.getByText('This replaces our message of 20 June 2026.', { exact: false })).toBeVisible()
  for (const name of ['Save as a FHIR file', 'I have sent it']) await expect(page.getByRole('button', { name })).toBeHidden()
  await expect(page.getByText('Came back', { exact: false })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
})

test('[story 30] the FHIR file is saved without a name in its own name, and what was done with it is asked', async ({ open }) => {
  const page = await open(one(returnedMessage))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as a FHIR file' }).click()])
  expect(download.suggestedFilename()).toBe('message-to-practice-2026-06-30.json')
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Saved as a FHIR file, and sent' })).toBeChecked()
})

test('[story 30] person objects: all of it cannot be chosen; nothing is written down as nothing', async ({ open }) => {
  const page = await open(messages(whoObjects))
  await expect(page.getByText('They said that their practice should not hear how it goes.', { exact: false })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'All of it' })).toHaveCount(0)
  await expect(page.getByRole('radio', { name: 'Only the codes for the GP record' })).toBeChecked()
  await expect(page.getByLabel('Summary, in words they agree with')).toHaveCount(0)
  await page.getByRole('radio', { name: 'Nothing' }).check()
  await page.getByRole('button', { name: 'Finish the message' }).click()
  await page.clock.runFor(200)
  const [row] = await written(page, 'writePracticeMessage')
  expect(row?.fields).toMatchObject({ share: 'nothing' })
  expect(Object.keys(row?.fields ?? {})).not.toContain('summary')
  await expect(page.getByText('They want their practice to hear nothing.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save as a FHIR file' })).toHaveCount(0)
})

test('[story 30] practice changed: it goes to the present one and says both; unverified codes are not offered', async ({ open }) => {
  const page = await open(messages(withMessages))
  await expect(page.getByText('Their practice was Old Mill Surgery. This message goes to Riversley Road Surgery.')).toBeVisible()
  await expect(page.getByText('Their practice was Old Mill Surgery before.', { exact: false })).toBeVisible()
  const codes = page.getByRole('group', { name: 'Codes for the practice to file' })
  await expect(codes.getByRole('checkbox')).toHaveCount(1)
  await expect(codes).toContainText('Referral to social prescribing service')
})

test('[story 30] corrected version supersedes: begun from the old one, which then says so', async ({ open }) => {
  const page = await open(one(returnedMessage))
  await page.getByRole('button', { name: 'Write a new one that replaces it' }).click()
  await expect(page.getByLabel('What you ask the practice to do')).toHaveValue('Please review her left hip.')
  await page.getByRole('button', { name: 'Finish the message' }).click()
  await page.clock.runFor(200)
  await expectWritten(page, 'writePracticeMessage', 'practiceMessage', [{ supersedes: returnedMessage, practiceBefore: 'Old Mill Surgery' }])
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('list', { name: 'Messages so far' })).toContainText('replaced')
})

test('[story 30] what is typed for the next message stays when a correction is begun', async ({ open }) => {
  const page = await open(messages(withMessages))
  await page.getByLabel('Summary, in words they agree with').fill('She has moved in with her sister.')
  await page.getByRole('list', { name: 'Messages so far' }).getByRole('button').first().click()
  await page.getByRole('button', { name: 'Write a new one that replaces it' }).click()
  await expect(page.getByLabel('Summary, in words they agree with')).toHaveValue('She has moved in with her sister.')
  await expect(page.getByLabel('What you ask the practice to do')).toHaveValue('Please review her left hip.')
})

test('[story 30] bounced: why is asked for', async ({ open }) => {
  const page = await open(one(returnedMessage))
  await page.getByRole('button', { name: 'I have sent it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'I have sent it' }).click()
  await page.clock.runFor(200)
  await page.getByRole('button', { name: 'It came back' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.clock.runFor(200)
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Why, as they say').fill('Not our patient')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.clock.runFor(200)
  await expect(page.getByText('Came back 22 October 2026: Not our patient')).toBeVisible()
})

test('[story 30] one that was replaced is kept, and leads to the newer one', async ({ open }) => {
  const page = await open(one(replacedMessage))
  await expect(page.getByText('Replaced by the message of 30 June 2026.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have sent it' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Open the newer one' }).click()
  await expect(page.getByText('Please review her left hip.')).toBeVisible()
})

test('[story 30] from their page one comes to the messages', async ({ open }) => {
  const page = await open(`place=person/${personId(withMessages)}`)
  await page.getByRole('button', { name: 'Message to the practice' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `Messages to the practice: ${withMessages}` })).toBeVisible()
})
