import type { Page } from '@playwright/test'
import { personId } from '../../world/ids.ts'
import { withPlan } from '../../world/plans.ts'
import type { GalleryScreen } from './screen.ts'

const report = (name: string) => `place=report/${name}&size=results`
const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click()

/** What came of a year: reports over seventy people, and over a team that has written little. */
export const reportScreens: GalleryScreen[] = [
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
