import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { boardOfWalk } from '../../world/boards.ts'
import { withPlan } from '../../world/plans.ts'
import type { GalleryScreen } from './screen.ts'

const report = (name: string) => `place=report/${name}&size=results`
const years = (report: string) => `place=report/${report}&size=years`
const choose = (label: string, option: string) => (page: Page) => page.getByLabel(label, { exact: true }).selectOption(option)
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Uptake over three years; what came of a year, over seventy people; and teams that have written little. */
export const reportScreens: GalleryScreen[] = [
  { name: 'report-uptake', query: years('uptake') },
  { name: 'report-uptake-none', query: 'place=report/uptake&size=firstDay' },
  { name: 'report-uptake-by', query: years('uptakeBy') },
  { name: 'report-uptake-by-gender', query: years('uptakeBy'), steps: [choose('Told apart by', 'Gender')] },
  { name: 'report-uptake-by-none', query: 'place=report/uptakeBy' },
  { name: 'report-opened', query: years('uptake'), steps: [(page) => page.getByRole('button', { name: /: Signed up, Walk and Talk$/ }).click()] },
  { name: 'list-sizes', query: 'place=listSizes&size=years' },
  { name: 'list-sizes-none', query: 'place=listSizes&size=firstDay' },
  { name: 'list-sizes-form', query: 'place=listSizes&size=years', steps: [press('Write one down')] },
  { name: 'board-page', query: `place=boardReport/${boardOfWalk}&size=years` },
  { name: 'board-large', query: `place=boardReport/${boardOfWalk}&size=results`, steps: [(page) => page.getByLabel('Large print').check()] },
  { name: 'board-form', query: 'place=boardReports&size=years', steps: [press('New board report')] },
  { name: 'report-growth', query: years('growth') },
  { name: 'report-growth-of-one', query: years('growth'), steps: [choose('Group', 'Pain Café')] },
  { name: 'team-facilitator', query: 'place=team&role=facilitator' },
  { name: 'report-outcomes', query: report('outcomes') },
  { name: 'report-outcomes-group', query: report('outcomes'), steps: [(page) => page.getByLabel('Group').selectOption('Walk and Talk')] },
  { name: 'report-confidence', query: report('confidence') },
  { name: 'report-confidence-people', query: report('confidencePeople') },
  { name: 'report-flow', query: report('flow') },
  { name: 'report-caseload', query: report('caseload') },
  { name: 'report-safety', query: report('safety') },
  { name: 'report-safety-ordinary', query: 'place=report/safety' },
  { name: 'report-outcomes-few', query: 'place=report/outcomes' },
  { name: 'report-not-yours', query: 'place=report/outcomes&size=results&role=facilitator' },
  { name: 'incident-close', query: 'place=incidents&net=trouble', steps: [press('Close it')] },
  { name: 'plan-review', query: `place=plan/${personId(withPlan)}`, steps: [press('Reviewed today')] },
]
