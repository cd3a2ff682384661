import type { Page } from '@playwright/test'
import type { GalleryScreen } from './screen.ts'

const years = (report: string) => `place=report/${report}&size=years`
const choose = (label: string, option: string) => (page: Page) => page.getByLabel(label, { exact: true }).selectOption(option)

/** Uptake over three years, and where there is nothing to tell. */
export const reportScreens: GalleryScreen[] = [
  { name: 'report-uptake', query: years('uptake') },
  { name: 'report-uptake-none', query: 'place=report/uptake&size=firstDay' },
  { name: 'report-uptake-by', query: years('uptakeBy') },
  { name: 'report-uptake-by-gender', query: years('uptakeBy'), steps: [choose('Told apart by', 'Gender')] },
  { name: 'report-uptake-by-none', query: 'place=report/uptakeBy' },
  { name: 'report-growth', query: years('growth') },
  { name: 'report-growth-of-one', query: years('growth'), steps: [choose('Group', 'Pain Café')] },
  { name: 'team-facilitator', query: 'place=team&role=facilitator' },
]
