import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from './en.ts'

/** A message in which parts are elements; <b>…</b> inside it is bold. */
export function Say({ id, values }: { id: MessageId; values?: Record<string, ReactNode> }) {
  return <FormattedMessage id={id} values={values ?? {}} />
}
