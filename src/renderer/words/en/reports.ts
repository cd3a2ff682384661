import type { ColumnName, ReportName } from '../../../shared/reports/index.ts'
import type { Said } from '../../../shared/reports/defineReport.ts'
import type { Dimension } from '../../../shared/reports/whoTheyAre.ts'

/** Reports: what each is called, what it counts in one sentence, and its columns. A report or column without its words does not compile. */
export const reports = {
  'report.uptake': 'Uptake: how many people came',
  'report.uptakeBy': 'Uptake: who came',
  'report.growth': 'Growth month by month',
  'reportCounts.uptake': 'How many people signed up and came to each group in these days, and to all groups together.',
  'reportCounts.uptakeBy':
    'Who came to any of our groups in one quarter, told apart by one thing. Numbers under 5 are not shown, so that nobody can be recognised; where one could be worked out, more are left out. Fewer than 20 people are not told apart at all. A quarter can be chosen once it is over.',
  'reportCounts.growth': 'How many people had signed up by the end of each month since the first session, and how many came.',
  'reportColumn.uptake.group': 'Group',
  'reportColumn.uptake.signedUp': 'Signed up',
  'reportColumn.uptake.joined': 'Signed up in these days',
  'reportColumn.uptake.sessions': 'Sessions',
  'reportColumn.uptake.cancelled': 'Cancelled',
  'reportColumn.uptake.came': 'Attendances',
  'reportColumn.uptake.people': 'People who came',
  'reportColumn.uptake.newPeople': 'New',
  'reportColumn.uptake.median': 'Middle size',
  'reportColumn.uptake.heads': 'Heads without a name',
  'reportColumn.uptake.regular': 'Regular',
  'reportColumn.uptake.stopped': 'Stopped coming',
  'reportColumn.uptake.sixSessions': 'Had six sessions',
  'reportColumn.uptake.stayed': 'Stayed',
  'reportColumn.uptake.saidYes': 'Said yes',
  'reportColumn.uptake.gotThere': 'Came in four weeks',
  'reportColumn.uptakeBy.part': 'Who',
  'reportColumn.uptakeBy.people': 'People who came',
  'reportColumn.uptakeBy.share': 'Of each 100',
  'reportColumn.uptakeBy.newPeople': 'New',
  'reportColumn.growth.month': 'Month',
  'reportColumn.growth.signedUp': 'Signed up so far',
  'reportColumn.growth.people': 'People who came',
  'reportColumn.growth.newPeople': 'New',
  'reportColumn.growth.came': 'Attendances',
  'reportSays.allGroups': 'All groups',
  'reportSays.everybody': 'Everybody who came',
  'reportSays.notKnown': 'Not known',
  'reportSays.hidden': 'not shown',
  'reportSays.elsewhere': 'Villages and elsewhere',
  'report.figure': 'Figure',
  'report.by': 'Told apart by',
  'report.by.practice': 'Practice',
  'report.by.town': 'Town',
  'report.by.ageBand': 'Age',
  'report.by.gender': 'Gender',
  'report.by.ethnicity': 'Ethnic group',
  'report.by.need': 'What they need',
  'report.quarter': 'Quarter',
  'report.days': '{from} to {to}',
  'report.means': 'What these figures count',
  'report.stillOpen':
    '{open, plural, =0 {Every one of the {of} registers of these days is closed.} one {# register of these days is not closed: it may still change.} other {# registers of these days are not closed: they may still change.}}',
  'report.heard': 'When each laptop was last heard stands under Laptops and what is on hold.',
  'report.chart.uptake':
    'People who came to each group. All groups together: {all}.{any, select, yes { The most, {most}, came to {where}.} other {}}',
  'report.chart.uptakeBy':
    'Who came, of {all} people.{any, select, yes { The largest number shown: {where}, {most}.} other { No number is large enough to be shown.}}',
  'report.chart.growth':
    'From {first} to {last}: {signedUp, plural, one {# person} other {# people}} had signed up by the end. The most people came in {when}: {most}.',
  'report.chart.each': 'People who came to each group, month by month',
  'report.chart.oneGroup': 'At most {highest}, in {when}; {last} in the last month.',
  'report.chart.nobody': 'Nobody has come yet.',
  'report.attendance': 'Attendance of a group',
  'report.withoutContact': 'Nobody to call',
  'reportCounts.attendance':
    'Persons who were signed in at each session. Who left early came; who was signed in by mistake did not. A session that was cancelled and to which nobody came is left out.',
  'reportCounts.withoutContact':
    'People signed up to a group today who have no emergency contact with a number. People with a reason written down are left out.',
  'reportColumn.attendance.date': 'Session',
  'reportColumn.attendance.came': 'Came',
  'reportColumn.attendance.firstTime': 'For the first time',
  'reportColumn.attendance.leftEarly': 'Left early',
  'reportColumn.withoutContact.name': 'Name',
  'reportColumn.withoutContact.groups': 'Groups',
  'reportColumn.withoutContact.practice': 'Practice',
  'reportColumn.withoutContact.phone': 'Phone',
  'report.title': 'Reports',
  'report.none': 'There is nothing to show.',
  'report.noneMore': 'Nobody and nothing fits what was asked for.',
  'report.allGroups': 'All groups',
  'report.group': 'Group',
  'report.from': 'From',
  'report.to': 'To',
  'report.badDates': 'The first date is after the last. Change one of them.',
  'report.asAt':
    'As at {time} on {date}, from what this laptop has. {pending, plural, =0 {} one {# change of this laptop is still to be sent.} other {# changes of this laptop are still to be sent.}}',
  'report.total': 'Together',
  'report.csv': 'Save as a spreadsheet (CSV)',
  'report.csvWithheld': 'Not in the file, as it may not leave the laptop: {columns}.',
  'report.saved': 'The file is saved.',
  'report.csvFailed': 'The file was not saved. Choose another folder and try again.',
  'report.file': '{report}-{date}',
} as const satisfies Record<
  | `report.${ReportName}`
  | `reportCounts.${ReportName}`
  | `reportColumn.${ColumnName}`
  | `report.by.${Dimension}`
  | `reportSays.${Exclude<Said['says'], `gender.${string}`>}`,
  string
> &
  Record<string, string>
