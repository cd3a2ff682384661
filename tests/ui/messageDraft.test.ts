import { expect, test } from 'vitest'
import { correctionOf } from '../../src/renderer/features/message/messageDraft.ts'
import type { MessageView } from '../../src/renderer/workerLink/messageViews.ts'
import { idFor } from '../support/builders.ts'

const referred = { code: '871731000000106', term: 'Referral to social prescribing service', on: '2026-05-20' }
const declined = { code: '871711000000103', term: 'Social prescribing declined', on: '2026-05-27' }
const known = [referred, declined].map((one) => ({ ...one, eventId: idFor(one.code) }))
const words = { summary: 'She comes every week.', outcome: 'She sleeps better.', actions: '' }
const message = (more: Partial<MessageView>): MessageView =>
  ({ messageId: idFor('message'), kind: 'progress', share: 'all', ...words, codes: [referred], figures: false, ...more }) as MessageView

test('[story 30] a correction begins with what the person let go out before: a code or figures that were left out stay left out', () => {
  expect(correctionOf(message({}), known)).toEqual({
    ...{ supersedes: idFor('message'), kind: 'progress', share: 'all', ...words },
    ...{ events: [idFor(referred.code)], figures: false },
  })
  expect(correctionOf(message({ share: 'codes', codes: [declined] }), known)).toEqual({
    ...{ supersedes: idFor('message'), kind: 'progress', share: 'codes' },
    events: [idFor(declined.code)],
  })
})

test('a code that may no longer be filed is not among them', () => {
  expect(correctionOf(message({ codes: [referred, declined] }), known.slice(0, 1)).events).toEqual([idFor(referred.code)])
})
