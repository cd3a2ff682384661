/** Pictures, films and testimonials as files (story 34). */
export const media = {
  'act.addMedia': '{by} added a picture or film',
  'act.changeMedia': '{by} changed what a picture or film is called',
  'undid.changeMedia': 'what a picture or film is called',
  'act.sayWhoIsIn': '{by} said who is in a picture or film',
  'undid.sayWhoIsIn': 'who is in a picture or film',
  'act.removeMedia': '{by} destroyed the file of a picture or film',
  'reason.noSuchMedia': 'This picture or film is no longer on this laptop. Go back to the list.',
  'reason.mediaRemoved': 'The file was destroyed. It cannot be changed any more.',
  'reason.whoIsInUnclear': 'You named somebody and also said that nobody can be known. Take one of the two away.',
  'trouble.fileNotKnown': 'The server does not know this file yet. It is sent after the next exchange.',
  'trouble.fileRemoved': 'This file was destroyed.',
  'trouble.pieceGarbled': 'A piece of this file reached the server damaged. It is sent again at the next exchange.',
  'trouble.teamFilesFull':
    'The server has no more room for your team’s files. Ask your Gather administrator for more, or destroy files that you no longer use.',
  'trouble.pieceMissing': 'The file has not all reached the server yet. It is still on the laptop on which it was added.',
  'mediaTrouble.empty': 'This file is empty. Choose another one.',
  'mediaTrouble.tooLarge': 'This file is larger than 200 MB. Make the film shorter, or save it smaller, then choose it again.',
  'mediaTrouble.unreadable': 'This file cannot be read. It may be damaged, or it was moved while it was read. Choose it again.',
  'mediaTrouble.heic': 'This is a picture as some phones keep it (HEIC). Save it as a JPEG on the phone, then choose that.',
  'mediaTrouble.unknown':
    'Gather does not know this kind of file. Choose a picture (JPEG, PNG, WebP), a film (MP4, MOV, WebM), a sound (M4A, MP3) or a PDF.',
  'mediaTrouble.wrongEnding': 'The name of this file says one thing and what is in it another. Give it the right ending, or choose another file.',
  'mediaTrouble.diskTooFull': 'There is not enough room on this laptop. Registers need what is left. Delete other files on it, then try again.',
  'mediaTrouble.notStored': 'This laptop could not keep the file. Nothing was kept. Check how full it is, then try again.',
  'mediaTrouble.damaged': 'This file is damaged and cannot be shown. Add it again if you still have it.',
  'mediaTrouble.locked': 'This laptop was locked. Unlock it and try again.',
} as const
