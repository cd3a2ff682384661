import type { Page } from '@playwright/test'
import { idFor } from '../../support/builders.ts'

/** A list of a council as Open Referral UK has it: one that is new, one that changed, one that cannot be read. */
export const feedFile = JSON.stringify({
  total_items: 3,
  contents: [
    { id: idFor('tea in feed'), name: 'Tea and company', status: 'active', description: 'A table is kept for newcomers.' },
    {
      ...{ id: idFor('choir in feed'), name: 'Community choir', status: 'active', contacts: [{ phones: [{ number: '024 7632 0131' }] }] },
      service_at_locations: [
        { location: { location_type: 'physical', addresses: [{ address_1: 'Church Street', city: 'Nuneaton', postal_code: 'CV11 4AA' }] } },
      ],
    },
    { id: idFor('bad in feed'), name: 'Drop-in', status: 'open' },
  ],
})

/** Chooses such a file, and says which list it is. */
export const chooseFeed = (text: string) => async (page: Page) => {
  await page.getByLabel('What is this list called?').fill('Warwickshire')
  await page.locator('input[type=file]').setInputFiles({ name: 'warwickshire.json', mimeType: 'application/json', buffer: Buffer.from(text) })
}
