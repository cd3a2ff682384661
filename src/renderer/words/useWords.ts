import { useMemo } from 'react'
import { useIntl, type IntlShape } from 'react-intl'
import type { MessageId } from './en.ts'
import type { Instant } from '../../shared/std/dates.ts'
import { present } from './present.ts'
import { createTimes, type Times } from './times.ts'

/** What a message may be filled with when it becomes plain text. */
export type Values = Record<string, string | number | undefined | null>

/** Everything needed to say something: messages and times in the language of the window. */
export interface Words extends Times {
  say(id: MessageId, values?: Values): string
  /** "Margaret, Malik and Dot" */
  list(names: readonly string[]): string
  /** "1,204", "−3" (with a minus sign: a hyphen is not read out). @param places decimal places that are all said, as of means beside each other */
  number(value: number, places?: number): string
  intl: IntlShape
}

/** The words of the window, for components. */
export function useWords(): Words {
  const intl = useIntl()
  return useMemo(() => createWords(intl), [intl])
}

const made = new WeakMap<IntlShape, Words>()

/** The words of a language, for anything pure: made once, as hundreds of rows ask for them. */
export function createWords(intl: IntlShape, now: () => Instant = present): Words {
  const words = made.get(intl) ?? makeWords(intl, now)
  made.set(intl, words)
  return words
}

function makeWords(intl: IntlShape, now: () => Instant): Words {
  return {
    ...createTimes(intl, now),
    say: sayOnce(intl),
    list: (names) => intl.formatList([...names], { type: 'conjunction' }),
    number: (value, places) => numberIn(intl, value, places),
    intl,
  }
}

function numberIn(intl: IntlShape, value: number, places?: number): string {
  const text = intl.formatNumber(value, places === undefined ? {} : { minimumFractionDigits: places, maximumFractionDigits: places })
  return text.replace('-', '−')
}

/** Says a message that needs nothing filled in without asking for it again: a screen says a hundred at each letter. */
function sayOnce(intl: IntlShape): Words['say'] {
  const fixed = new Map<MessageId, string>()
  return (id, values) => {
    const known = values ? undefined : fixed.get(id)
    if (known !== undefined) return known
    const said = String(intl.formatMessage({ id }, { b: unmarked, ...values }))
    if (!values) fixed.set(id, said)
    return said
  }
}

/** Bold parts of a message as plain text. */
function unmarked(parts: readonly unknown[]): string {
  return parts.join('')
}
