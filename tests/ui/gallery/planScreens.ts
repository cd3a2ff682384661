import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { withClosedPlan, withPlan, withTwoTexts } from '../../world/plans.ts'
import type { GalleryScreen } from './screen.ts'

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
const run = (ms: number) => (page: Page) => page.clock.runFor(ms)
const plan = (name: string) => `place=plan/${personId(name)}`
const measures = (name: string) => `place=measures/${personId(name)}`
const ask = (questionnaire: string) => `place=askMeasure/${personId(withPlan)}/${questionnaire}`
const radio =
  (name: string, nth = 0) =>
  (page: Page) =>
    page.getByRole('radio', { name, exact: true }).nth(nth).check()
const handOver = [radio('They answer on this laptop'), press('Hand the laptop over'), run(100)]

/** Plans and measures, in the states a person meets. */
export const planScreens: GalleryScreen[] = [
  { name: 'plan', query: plan(withPlan) },
  { name: 'plan-two-texts', query: plan(withTwoTexts) },
  { name: 'plan-join', query: plan(withTwoTexts), steps: [press(/^Join them/)] },
  { name: 'plan-closed', query: plan(withClosedPlan) },
  { name: 'plan-no-case', query: plan('Derek Holloway') },
  { name: 'plan-goal', query: plan(withPlan), steps: [press('Change: Walk to the park and back by myself')] },
  { name: 'plan-action', query: plan(withPlan), steps: [press('Add something to do'), save] },
  { name: 'plan-agree', query: plan(withPlan), steps: [press('Agree it again')] },
  {
    name: 'plan-close',
    query: plan(withPlan),
    steps: [press('Close the plan'), (page) => page.getByRole('dialog').getByRole('button', { name: 'Close the plan' }).click()],
  },
  { name: 'plan-version', query: plan(withPlan), steps: [press('Read: Version 1')] },
  { name: 'plan-sheet', query: `place=planSheet/${personId(withPlan)}` },
  { name: 'plan-sheet-urdu', query: `place=planSheet/${personId(withPlan)}`, steps: [(page) => page.getByLabel('Headings in').selectOption('ur')] },
  { name: 'measures', query: measures(withPlan) },
  { name: 'measures-none', query: measures('Derek Holloway') },
  { name: 'ask', query: ask('peg'), steps: [radio('7'), radio('Would rather not say', 1)] },
  { name: 'ask-proxy', query: ask('ons4'), steps: [radio('Somebody for them')] },
  { name: 'ask-no-licence', query: ask('swemwbs') },
  { name: 'ask-own', query: ask('loneliness'), steps: [...handOver, press('Start'), radio('Often')] },
  { name: 'ask-own-hello', query: ask('loneliness'), steps: handOver },
  { name: 'ask-protocol', query: `place=askMeasure/${personId(withClosedPlan)}/phq4` },
  { name: 'measures-protocol', query: measures(withClosedPlan) },
  { name: 'licences', query: 'place=measureLicences' },
  { name: 'licences-form', query: 'place=measureLicences', steps: [press('Record a licence: Wellbeing (SWEMWBS)'), save] },
]
