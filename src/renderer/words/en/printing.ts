/** Printing a sheet. */
export const printing = {
  'print.print': 'Print',
  'print.printOrSave': 'Print or save as PDF',
  'print.save': 'Save as PDF',
  'print.back': 'Back',
  'print.failed': 'That did not work: nothing was printed or saved. Look at the printer, or choose another folder, and try again.',
  'print.sheet': 'The sheet as it will be printed',
} as const
