import type { Page } from '@playwright/test'
import type Axe from 'axe-core'
import { settled } from '../gallery/settled.ts'

/** Everything axe knows of WCAG 2.2 AA, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds. Themes change colours alone, so after the first one only contrast is asked for. */
export async function violations(page: Page, theme: string, first: boolean): Promise<string[]> {
  await overlaysDrawn(page)
  if (first) await page.evaluate((address) => import(address), `${process.env['GALLERY']}assets/axe.js`)
  return page.evaluate(
    async ([chosen, runOnly]) => {
      document.documentElement.dataset['theme'] = chosen
      const { axe: there } = window as unknown as { axe: typeof Axe }
      const found = await there.run(document, { resultTypes: ['violations'], preload: false, runOnly })
      return found.violations.flatMap((one) =>
        one.nodes.map((node) => `${one.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
      )
    },
    [theme, first ? tags : ['color-contrast']] as const,
  )
}

/** React Aria hides a dialog from everybody until its first frame of the page's clock: time passes until it shows. */
async function overlaysDrawn(page: Page): Promise<void> {
  const isHidden = () => page.evaluate(() => [...document.querySelectorAll('.shade, .modal')].some((one) => getComputedStyle(one).opacity === '0'))
  for (let turn = 0; turn < 40 && (await isHidden()); turn++) await settled(page)
}
