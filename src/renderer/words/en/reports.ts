import type { ColumnName, ReportName } from '../../../shared/reports/index.ts'

/** Reports: what each is called, what it counts in one sentence, and its columns. A report or column without its words does not compile. */
export const reports = {
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
} as const satisfies Record<`report.${ReportName}` | `reportCounts.${ReportName}` | `reportColumn.${ColumnName}`, string> & Record<string, string>
