import type { Page } from '@playwright/test'
import type Axe from 'axe-core'

/** Everything axe knows of WCAG 2.2 AA, and its best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds. Themes change colours alone, so after the first one only contrast is asked for. */
export async function violations(page: Page, theme: string, first: boolean): Promise<string[]> {
  await page.getByRole('main').or(page.getByRole('dialog')).or(page.getByRole('alertdialog')).first().waitFor() // a page that is just drawn anew has neither
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
