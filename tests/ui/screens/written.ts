import { expect, type Page } from '@playwright/test'
import type { Change } from '../../../src/shared/changes/change.ts'
import type { OwnThread } from '../gallery/ownThread.ts'

/** A change as tests ask for it: which record, and what was written into its fields. */
export type Written = Pick<Change, 'command' | 'record' | 'row' | 'fields'>

/** What lies in the laptop's store of what this command wrote, in order. */
export function written(page: Page, command: string): Promise<Written[]> {
  return page.evaluate((wanted) => {
    const { scripted } = window as never as { scripted: OwnThread }
    return scripted
      .written()
      .filter((one) => one.command === wanted)
      .map(({ command: by, record, row, fields }) => ({ command: by, record, row, fields }))
  }, command)
}

/** Waits until the store holds what this command wrote into this record, and nothing else by it. */
export async function expectWritten(page: Page, command: string, record: string, fields: readonly object[]): Promise<void> {
  const of = async () => (await written(page, command)).filter((one) => one.record === record).map((one) => one.fields)
  await expect.poll(of, `what ${command} wrote into ${record}`).toMatchObject(fields as object[])
  expect(await of()).toHaveLength(fields.length)
}
