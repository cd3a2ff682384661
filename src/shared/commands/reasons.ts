/** Why something a person asked for could not be done. Each has its sentence in renderer/words/sentences.ts. */
export const reasons = [
  'badInput', // the form let through what the command does not take: the fields are named beside it
  'nameMissing',
  'noSuchPerson',
  'noSuchGroup',
  'noSuchVenue',
  'noSuchSession',
  'noSuchSignIn',
  'notOnRegister', // nobody is asked at a café who has not come
  'alreadyHere',
  'alreadyVoided',
  'alreadyMember',
  'speakToTeam', // deceased or objected; not said which at the door
  'archived',
  'cardUnknown',
  'cardRevoked',
  'wordsNeeded', // what is changed for them, or why they did not answer
  'noDeclaration',
  'alreadyKeyedIn',
  'tooFarAhead',
  'sessionClosed', // a correction needs a reason
  'reasonNeeded', // closing although the counts do not agree
  'nothingChanged',
  'notAllowed', // rules/policies.ts says no
  'diskFull',
  'notSaved', // the journal or the store refused, and not for want of space
  'storeCleared', // the browser has cleared what Gather kept, under the open app
  'locked',
  'noSuchOffer',
  'noSuchListing',
  'noOpenCase', // an offer belongs to a case
  'closedForNow', // the group is paused, or the service is closed for a while
  'alreadyOffered',
  'whyNeeded', // why somebody said no, or why it was decided so
  'whyNotMissing', // why they said no
  'noSuchService',
  'datesWrongWay', // closed until a day before the first
  'noSuchGap',
  'sayWhat', // a gap without a need from the list and without words
  'noSuchProposal',
  'proposalNotReady', // something is missing that a lead needs to decide
  'alreadyDecided',
  'noSuchReferral',
  'noSuchCase',
  'caseIsOpen', // nobody has two open cases (story 20)
  'caseIsClosed',
  'caseHasGoneOn', // it cannot be undone by one key any more
  'cameBefore', // the same referral, by its identifier
  'inFuture',
  'notAnOwner',
  'endsBefore',
  'coversThemselves',
  'noSuchPlan',
  'planClosed',
  'goalMissing',
  'agreedWithMissing',
  'dateAhead',
  'reviewBefore',
  'settleFirst',
  'notAgreedYet',
  'tooLongForCard',
  'noSuchMeasure',
  'measureNotAllowed',
  'nothingAnswered',
  'notByProxy',
  'helperMissing',
  'tooYoung',
  'askedLately',
  'licenceMissing',
  'practiceMissing', // a message goes to a practice, and none is written down
  'objectsToSharing', // the person wants their practice to hear less, or nothing
  'summaryMissing',
  'codesMissing', // codes alone, and there is none
  'codeNotVerified', // a code that is not verified never leaves (domain 3.3)
  'noSuchMessage',
  'messageReplaced',
  'messageSent', // what was sent is corrected by a new one
  'notSentYet',
  'exportWhyNeeded',
  'noSuchMedia',
  'mediaRemoved', // its file is destroyed
  'whoIsInUnclear', // somebody is named, and nobody can be known
  'noSuchVoice',
  'sayWhatYouDid', // a lead has read what was for them
  'sayWhatTheySaid',
  'noSuchStory',
  'stillShown', // it is taken down first
  'notAgreedToUse',
  'sayWhere',
  'noSuchShowing',
  'signatureMissing', // whose name is signed
  'whoActedMissing', // who decided in their place
  'parentMustSign', // for a baby, and for anybody under 18
  'parentCannot', // nobody answers as the parent of a grown-up
  'noSuchAgreement',
  'keepUntilMissing', // kept once more because it is still needed: until when
  'onHold', // a record on hold is not erased
  'notFinished', // nor is one of which something is open
] as const
export type Reason = (typeof reasons)[number]
