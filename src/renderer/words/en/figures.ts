import type { FigureName } from '../../../shared/rules/figures.ts'

/** What each figure of a report counts: printed under it. They say what shared/rules/figures.ts decides; a figure without its words does not compile. */
export const figures = {
  'figure.signedUp':
    'People on the list of a group at the end of the period; month by month, everybody who had ever signed up by then. They may never have come. Somebody put on the list and taken off on the same day is left out.',
  'figure.joined': 'People who signed up in the period.',
  'figure.came':
    'Each person once for each session at which they were signed in. Somebody who left early counts. Somebody signed in by mistake does not.',
  'figure.people': 'Different people who came at least once. Two records that were joined are one person.',
  'figure.newPeople':
    'People who came for the first time, as far back as registers are kept. For all groups together: for the first time to any group.',
  'figure.heads': 'Guests, carers, children and names nobody could read: heads counted without a record of their own. They are in no other figure.',
  'figure.sessions': 'Sessions that took place: somebody came, or the register was closed and the session was not cancelled.',
  'figure.median': 'The middle one of the sizes of these sessions: half of them had as many people or fewer.',
  'figure.cancelled': 'Sessions that were cancelled and to which nobody came.',
  'figure.regular': 'People who came three times or more in the period.',
  'figure.stopped':
    'People who came in the period and then missed two sessions in a row. A session that is not closed, or of which they told us before that they could not come, is not missed. For all groups together: people who stopped coming to every group they came to.',
  'figure.stayed':
    'Of the people whose sixth session since they signed up was in the period: those who came to three or more of these six. Somebody who signed up to two groups counts once for each.',
  'figure.gotThere':
    'Of the people who said yes to the group in the period, four weeks ago or longer: those who came within four weeks. Somebody who said yes to two groups counts once for each.',
  'figure.notKnown':
    'How many of each hundred people who came. “Not known” means that nobody has written it down for them; the more there are, the less the other lines say. Somebody who has several needs, or came to several venues, is in several lines.',
} as const satisfies Record<`figure.${FigureName}`, string>
