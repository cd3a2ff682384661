import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { I18nProvider } from 'react-aria-components'
import { en } from './en.ts'

const bold = (parts: ReactNode) => <strong>{parts}</strong>

/** Gives everything below its language. Another language is another table and, for Urdu or Arabic, `dir="rtl"`. */
export function Speech({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en-GB" defaultLocale="en-GB" messages={en} defaultRichTextElements={{ b: bold }}>
      <I18nProvider locale="en-GB">{children}</I18nProvider>
    </IntlProvider>
  )
}
