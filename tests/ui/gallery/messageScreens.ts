import type { Page } from '@playwright/test'
import { caseOf } from '../../world/ids.ts'
import { replacedMessage, returnedMessage, whoObjects, withMessages } from '../../world/messages.ts'
import { withTwoTexts } from '../../world/plans.ts'
import type { GalleryScreen } from './screen.ts'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const run = (ms: number) => (page: Page) => page.clock.runFor(ms)
const messages = (name: string) => `place=practiceMessages/${caseOf(name)}`
const one = (id: string) => `place=practiceMessage/${caseOf(withMessages)}/${id}`
const nothing = (page: Page) => page.getByRole('radio', { name: 'Nothing' }).check()

/** Messages to the practice and the log of exports, in the states a person meets. */
export const messageScreens: GalleryScreen[] = [
  { name: 'message-write', query: messages(withMessages) },
  { name: 'message-first', query: messages(withTwoTexts) },
  {
    name: 'message-no-summary',
    query: messages(withTwoTexts),
    steps: [(page) => page.getByLabel('Summary, in words they agree with').fill(''), press('Finish the message')],
  },
  { name: 'message-objects', query: messages(whoObjects) },
  { name: 'message-nothing', query: messages(whoObjects), steps: [nothing, press('Finish the message'), run(200)] },
  { name: 'message-finished', query: messages(withTwoTexts), steps: [press('Finish the message'), run(200)] },
  { name: 'message-back', query: one(returnedMessage) },
  { name: 'message-replaced', query: one(replacedMessage) },
  { name: 'message-sent-form', query: one(returnedMessage), steps: [press('I have sent it')] },
  { name: 'message-correct', query: one(returnedMessage), steps: [press('Write a new one that replaces it'), run(200)] },
  { name: 'exports', query: 'place=exports' },
  { name: 'exports-empty', query: 'place=exports&size=empty' },
  { name: 'report-why', query: 'place=report/withoutContact', steps: [press('Save as a workbook (Excel)')] },
]
