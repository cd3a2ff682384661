import { useMemo } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import type { MessageId } from './en.ts'
import { createTimes, type Times } from './times.ts'

/** What a message may be filled with when it becomes plain text. */
export type Values = Record<string, string | number | undefined | null>

/** Everything needed to say something: messages and times in the language of the window. */
export interface Words extends Times {
  say(id: MessageId, values?: Values): string
  /** "Margaret, Malik and Dot" */
  list(names: readonly string[]): string
  /** "1,204" */
  number(value: number): string
  intl: IntlShape
}

/** The words of the window, for components. */
export function useWords(): Words {
  const intl = useIntl()
  return useMemo(() => createWords(intl), [intl])
}

/** The words of a language, for anything pure. */
export function createWords(intl: IntlShape): Words {
  return {
    ...createTimes(intl),
    say: (id, values) => String(intl.formatMessage({ id }, { b: unmarked, ...values })),
    list: (names) => intl.formatList([...names], { type: 'conjunction' }),
    number: (value) => intl.formatNumber(value),
    intl,
  }
}

/** Bold parts of a message as plain text. */
function unmarked(parts: readonly unknown[]): string {
  return parts.join('')
}
