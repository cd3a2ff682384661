// Every command there is, by the file that says everything about it.
export {
  addMember,
  createColleague,
  createGroup,
  createVenue,
  editColleague,
  editGroup,
  editTeam,
  editVenue,
  endMembership,
  publishGroup,
} from './groups.ts'
export { importMembers, undoImport } from './importing.ts'
export { addEmergencyContact, addPerson, editEmergencyContact, editPerson } from './people.ts'
export { recordHeadCount, voidHeadCount } from './headCounts.ts'
export { addSomeoneNew, removeNewcomer } from './newcomers.ts'
export { addNote } from './notes.ts'
export { cancelSession, changeSession, closeSession, reopenSession } from './sessions.ts'
export { changeArrival, comeBack, leaveEarly, restoreSignIns, signInPerson, voidSignIns } from './signIns.ts'
export { recordSessionCall, voidSessionCall } from './calling.ts'
export { makeCards, revokeCard } from './cards.ts'
export { addCompanions, changeCompanions } from './companions.ts'
export { declareHealth, nothingChangedHealth, voidDeclaration } from './declaring.ts'
export { acknowledgeConcern, closeIncident, linkIncidents, passOnConcern, reportIncident } from './incidents.ts'
export { askForLeader, sayHowTodayIs, seeToKioskRequest, takeBackKioskRequest } from './kiosk.ts'
export { markPerson, markRestAbsent, voidMarks } from './marks.ts'
export { moveSignIns } from './moving.ts'
export { endSheet, keyInPaper, printSheet } from './paper.ts'
export { leaveBehind, recordContactLook, takeAlong } from './ready.ts'
export { answerRota, putOnRota, swapRota, takeOffRota } from './rota.ts'
export { answerOffer, noneSuitable, noteOfferCall, offerGroup, offerService, planFirstTime, takeBackAnswer, voidOffer } from './offers.ts'
export {
  addService,
  changeService,
  checkService,
  closeServiceForAWhile,
  removeService,
  reopenService,
  restoreService,
  uncheckService,
} from './directory.ts'
export { importServices, undoImportServices } from './importServices.ts'
export { codeGap, fillGap, joinGaps, logGap, openGaps, restoreGap, splitGaps, voidGap } from './gaps.ts'
export {
  changeProposal,
  decideProposal,
  endPilot,
  goOnWithPilot,
  handInProposal,
  proposeGroup,
  restoreProposal,
  undecideProposal,
  voidProposal,
} from './proposals.ts'
export { answerSamePerson, takeBackSamePerson } from './samePerson.ts'
export { addReferral, decideReferral, undecideReferral, voidReferral } from './referrals.ts'
export {
  askForOther,
  assignCase,
  closeCase,
  handOverCases,
  reopenCase,
  setNextAction,
  startCase,
  uncloseCase,
  voidAssignments,
  voidCase,
} from './cases.ts'
export { addCaseContact, voidCaseContact } from './contacts.ts'
export { addTimeAway, endTimeAway, voidTimeAway } from './timeAway.ts'
export { fileCode } from './coded.ts'
export { settlePlanText, writePlan } from './plans.ts'
export { addAction, addGoal, changeAction, changeGoal, removeAction, removeGoal } from './planGoals.ts'
export { agreePlan, closePlan, reopenPlan, reviewPlan, sharePlan, takeBackReview, withdrawAgreement } from './planAgreement.ts'
export { endMeasureLicence, recordMeasure, recordMeasureLicence, recordProtocol, voidMeasure } from './measures.ts'
export { importReferrals, undoReferralImport } from './importReferrals.ts'
export { agreeAsPartner } from './partners.ts'
export { sayMessageReturned, sayMessageSent, voidPracticeMessage, writePracticeMessage } from './practiceMessages.ts'
export { addMedia, changeMedia, removeMedia, sayWhoIsIn, showMedia } from './media.ts'
export { gapFromVoice, noGapFromVoice, readVoice, restoreVoice, tellVoice, voidVoice } from './voices.ts'
export { showAgain, showStory, takeDown, voidShowing, voidStory, writeStory } from './stories.ts'
export { recordUseAgreement, voidUseAgreement, withdrawUseAgreement } from './useAgreements.ts'
export { keepDeprivation, restoreDeprivation, voidDeprivation } from './deprivation.ts'
export { keepListSizes, restoreListSizes, voidListSizes } from './listSizes.ts'
export { askHowSure, voidHowSure } from './cafeConfidence.ts'
export { addBoardReport, changeBoardReport, boardReportDone, voidBoardReport } from './boardReports.ts'
export { exportNotSaved, logExport, logOwnCopy } from './exports.ts'
export { endKeeping, erasePerson, keepRecord } from './retention.ts'
