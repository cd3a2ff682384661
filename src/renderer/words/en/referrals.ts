/** Who referred somebody, and why. */
export const referrals = {
  'record.referral': 'Referral',
  'act.addReferral': '{by} wrote down a referral of <b>{names}</b>',
  'act.voidReferral': '{by} undid a referral of <b>{names}</b>',
  'undid.addReferral': 'referral of {names}',
  'unfinished.referral': 'a referral of {name}',
  'referral.title': 'Referrals',
  'referral.open': 'Referrals',
  'referral.add': 'Add a referral',
  'referral.from': 'Who referred them?',
  'referral.fromHint': 'For example the GP, and the practice',
  'referral.reason': 'What for?',
  'referral.save': 'Save the referral',
  'referral.none': 'No referral is written down yet.',
  'referral.line': '{from}, {when}: {reason}',
  'referral.by': 'Written down by {by}',
} as const
