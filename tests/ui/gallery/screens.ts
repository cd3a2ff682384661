import type { Page } from '@playwright/test'
import type { OwnThread } from './ownThread.ts'
import type { GalleryScreen } from './screen.ts'
import { openDataScreens } from './openDataScreens.ts'
import { planScreens } from './planScreens.ts'
import { mediaScreens } from './mediaScreens.ts'
import { retentionScreens } from './retentionScreens.ts'
import { messageScreens } from './messageScreens.ts'
import { reportScreens } from './reportScreens.ts'
import { chooseFeed, feedFile } from './feedFile.ts'
import { thomas } from '../../world/match.ts'
import { cafeProposal, caseOf, knitAndNatter, personId, seatedProposal, sessionId, walk } from '../../world/ids.ts'
import { priya } from '../../world/office.ts'
import { sheetScreens } from './sheetScreens.ts'
import { voiceScreens } from './voiceScreens.ts'

export type { GalleryScreen } from './screen.ts'

/** Laptop, large screen, small window, and twice the text on a laptop. */
export const sizes = {
  laptop: { viewport: { width: 1366, height: 768 } },
  large: { viewport: { width: 1920, height: 1080 } },
  small: { viewport: { width: 800, height: 600 } },
  double: { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
} as const

const at = (place: string, more = '') => `place=${place}${more}`
const type = (text: string) => (page: Page) => page.keyboard.type(text)
const referralsList = [
  'Name,DOB,NHS number,Phone,Agreed to referral,Reason,Priority,Shoe size',
  'Halina Brzezinska,08/03/1951,999 000 0018,01632 960444,Yes,"Lonely since her husband died",urgent,5',
  'Stan Whitlock,01/01/1900,,,Yes,Would like company,,',
  'Mavis Oakley,05/06/1944,9434765918,,Yes,,,',
  'Ray Ellis,05/06/1944,,,,,,',
].join('\n')
/** Who may be one person where nothing goes well. */
const twoTandys = `twoPeople/${personId('Maureen Tandy')}/${personId('Mo Tandy')}`
const press = (key: string) => (page: Page) => page.keyboard.press(key)

const siteDataIsCleared = (page: Page) => page.evaluate(() => (window as never as { scripted: OwnThread }).scripted.siteDataIsCleared())
const belongsToAPartner = (page: Page) =>
  page.evaluate(
    (id) =>
      (window as never as { scripted: OwnThread }).scripted.hearsOf('colleague', id, { partnerOf: 'Age Well Nuneaton', partnerUntil: '2027-03-31' }),
    priya,
  )
const tickAll = (page: Page) => page.getByRole('button', { name: 'Tick all' }).click()
const untick = (name: string) => (page: Page) => page.getByRole('checkbox', { name }).click()

const members =
  'First name,Last name,Phone,DOB\nAda,Byron,07700 900 321,10/12/1950\nBea,,0123,1/2/1960\n,Nobody,,\nCyril,Dane,07700 900 322,31/02/1950'

const doubtful =
  'First name,Surname,DOB,Home phone,Mobile,Emergency contact,Medical notes,Shoe size\nAda,Byron,12/31/1950,02476 325123,07700 900321,Susan (daughter) 07700 900382,"Takes warfarin, carries a card in the left coat pocket, bleeds easily, ring 999 after any fall",7\nBea,Cole,03/04/1948,07700 900322,,Pat,Inhaler; Knee: short route,\nMa?gorzata,Zaj?c,,,,,,\nAda,Byron,,,,,,9'

const kiosk = (name: string, ...steps: ((page: Page) => Promise<unknown>)[]): GalleryScreen => ({
  name: `kiosk-${name}`,
  query: '',
  page: 'kiosk.html',
  steps,
})
const wait = (ms: number) => (page: Page) => page.clock.runFor(ms)
const click = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

/** What a participant sees. */
const kioskScreens: GalleryScreen[] = [
  kiosk('start'),
  kiosk('one', type('ni'), wait(600)),
  kiosk('long-name', type('wil'), wait(600)),
  kiosk('more', type('jo'), wait(600)),
  kiosk('ask', type('jo s'), wait(600)),
  kiosk('none', type('zebedee'), wait(600)),
  kiosk('in', type('ni'), wait(600), press('Enter')),
  kiosk('in-said', type('ni'), wait(600), press('Enter'), wait(100), click('Good'), click('No photos of me today')),
  kiosk('sessionCall', type('bogna'), wait(600), click('Ask for help from Priya')),
  kiosk('card', click('I have a card')),
  kiosk('leave', click('For the leader'), type('not this one'), press('Enter')),
  kiosk('still-there', type('ni'), wait(24_000)),
  kiosk('large', click('Largest text'), type('ni'), wait(600)),
  kiosk('polish', click('Polski'), type('ni'), wait(600)),
  kiosk('punjabi', click('ਪੰਜਾਬੀ'), type('ni'), wait(600)),
  kiosk('urdu', click('اردو'), type('ni'), wait(600)),
  kiosk('urdu-in', click('اردو'), type('ni'), wait(600), press('Enter')),
]

/** Every screen in the states a person meets. */
export const screens: GalleryScreen[] = [
  { name: 'first-run', query: 'phase=new' },
  { name: 'first-run-wrong', query: 'phase=new&sample=no', steps: [(page) => page.getByRole('button', { name: 'Join the team' }).click()] },
  { name: 'emptied', query: 'phase=emptied&sample=no' },
  { name: 'locked', query: 'phase=locked' },
  { name: 'locked-sample', query: 'phase=sample' },
  { name: 'locked-wait', query: 'phase=waiting' },
  { name: 'recover', query: 'phase=locked', steps: [(page) => page.getByRole('button', { name: 'I forgot my passphrase' }).click()] },
  { name: 'rebuilding', query: 'phase=rebuilding' },
  { name: 'elsewhere', query: 'phase=elsewhere' },
  { name: 'broken', query: 'phase=open&broken=TypeError' },
  { name: 'today', query: at('today') },
  { name: 'today-table', query: at('today'), steps: [(page) => page.getByRole('button', { name: 'Show as a table' }).click()] },
  { name: 'today-empty', query: at('today', '&size=firstDay&net=sent') },
  ...['today', 'people', 'groups', 'team'].map((place) => ({ name: `${place}-first-load`, query: at(place, '&size=firstDay&net=first') })),
  { name: 'today-trouble', query: at('today', '&net=trouble') },
  { name: 'today-lease-soon', query: at('today', '&net=leaseSoon') },
  { name: 'today-lease-over', query: at('today', '&net=leaseOver') },
  { name: 'register-lease-over', query: at(`register/${sessionId}`, '&net=leaseOver') },
  { name: 'people-lease-over', query: at('people', '&net=leaseOver') },
  { name: 'join-again', query: at('surgery', '&net=unknown') },
  {
    name: 'join-again-wrong',
    query: at('surgery', '&net=unknown'),
    steps: [
      (page) => page.getByLabel('New code from the lead').fill('KX7M-2PQ9'),
      (page) => page.getByLabel('Passphrase of this laptop').fill('four plain words here'),
      press('Enter'),
    ],
  },
  { name: 'unplanned', query: at('today'), steps: [(page) => page.getByRole('button', { name: 'Unplanned session' }).click()] },
  { name: 'keys', query: at(`register/${sessionId}`), steps: [press('F1')] },
  { name: 'go-to', query: at('today'), steps: [press('Control+k'), type('pa')] },
  { name: 'look-menu', query: at('today'), steps: [(page) => page.getByRole('button', { name: /Screen and keys/ }).click()] },
  { name: 'register', query: at(`register/${sessionId}`) },
  { name: 'register-typing', query: at(`register/${sessionId}`), steps: [type('ma')] },
  { name: 'register-nobody', query: at(`register/${sessionId}`), steps: [type('zebedee')] },
  { name: 'register-signed-in', query: at(`register/${sessionId}`), steps: [type('mar'), press('Enter')] },
  { name: 'register-pending', query: at(`register/${sessionId}`, '&wait=100000'), steps: [type('mar'), press('Enter')] },
  { name: 'register-disk-full', query: at(`register/${sessionId}`, '&net=diskFull'), steps: [type('mar'), press('Enter')] },
  {
    name: 'register-menu',
    query: at(`register/${sessionId}`),
    steps: [(page) => page.getByRole('button', { name: 'More about Ivy Pemberton' }).click()],
  },
  {
    name: 'register-arrival',
    query: at(`register/${sessionId}`),
    steps: [
      (page) => page.getByRole('button', { name: 'More about Ivy Pemberton' }).click(),
      (page) => page.getByRole('menuitem', { name: 'Came at another time' }).click(),
    ],
  },
  { name: 'register-new', query: at(`register/${sessionId}`), steps: [type('jo wolska'), press('Control+n')] },
  { name: 'register-alike', query: at(`register/${sessionId}`), steps: [type('ivey pemberton'), press('Control+n')] },
  { name: 'register-pinned', query: at(`register/${sessionId}`, '&net=trouble') },
  { name: 'register-unfinished', query: at(`register/${sessionId}`), steps: [type('nish'), press('Control+n'), type('a'), press('Escape')] },
  { name: 'newcomer', query: at(`newcomer/${sessionId}/${personId('Kasia Wrona')}`) },
  {
    name: 'newcomer-under-18',
    query: at(`newcomer/${sessionId}/${personId('Kasia Wrona')}`),
    steps: [
      (page) => page.getByLabel('Date of birth').fill('3/4/2011'),
      (page) => page.getByLabel('Phone', { exact: true }).first().fill('12'),
      (page) => page.getByLabel('Postcode').focus(),
    ],
  },
  { name: 'health', query: at(`health/${sessionId}/${personId('Kasia Wrona')}`), steps: [type('ynnnn'), type('y')] },
  {
    name: 'health-missing',
    query: at(`health/${sessionId}/${personId('Kasia Wrona')}`),
    steps: [(page) => page.getByRole('button', { name: 'Save the answers' }).click()],
  },
  {
    name: 'health-declined',
    query: at(`health/${sessionId}/${personId('Kasia Wrona')}`),
    steps: [(page) => page.getByRole('button', { name: 'They would rather not answer' }).click()],
  },
  { name: 'health-changed', query: at(`health/${sessionId}/${personId('Ivy Pemberton')}`) },
  { name: 'incident', query: at(`incident/${sessionId}`) },
  {
    name: 'incident-reports',
    query: at(`incident/${sessionId}`, '&net=trouble'),
    steps: [(page) => page.getByRole('button', { name: 'Save the report' }).click()],
  },
  { name: 'incident-bare', query: at(`incident/${sessionId}`, '&size=empty') },
  { name: 'incidents', query: at('incidents', '&net=trouble') },
  { name: 'concern', query: at(`concern/${sessionId}/-`) },
  {
    name: 'concern-colleague',
    query: at('concern/-/-'),
    steps: [
      (page) => page.getByLabel('Is it about a colleague?').selectOption('Tom Ashby'),
      (page) => page.getByRole('button', { name: 'Pass it on' }).click(),
    ],
  },
  { name: 'concerns', query: at('concerns', '&net=trouble') },
  { name: 'concerns-none', query: at('concerns', '&size=empty') },
  {
    name: 'team-numbers',
    query: at('team'),
    steps: [(page) => page.getByRole('region', { name: 'Numbers to call' }).getByRole('button', { name: 'Change' }).click()],
  },
  { name: 'register-crowded', query: at(`register/${sessionId}`, '&size=crowded&net=trouble') },
  { name: 'register-cleared', query: at(`register/${sessionId}`), steps: [siteDataIsCleared] },
  { name: 'today-clock', query: at('today', '&net=clock') },
  { name: 'register-namesakes', query: at(`register/${sessionId}`, '&size=crowded'), steps: [type('doreen')] },
  { name: 'register-more', query: at(`register/${sessionId}`), steps: [(page) => page.getByRole('button', { name: 'More', exact: true }).click()] },
  { name: 'register-health', query: at(`register/${sessionId}`), steps: [press('Alt+h')] },
  { name: 'register-know', query: at(`register/${sessionId}`), steps: [click(/^Show all/)] },
  { name: 'register-along', query: at(`register/${sessionId}`), steps: [press('F4')] },
  { name: 'register-checks', query: at(`register/${sessionId}`), steps: [press('F2')] },
  {
    name: 'register-not-here',
    query: at(`register/${sessionId}`),
    steps: [(page) => page.getByRole('button', { name: 'Not here: Margaret Ellison' }).click()],
  },
  { name: 'cafe', query: at(`cafe/${sessionId}`) },
  { name: 'cafe-how-sure', query: at(`cafe/${sessionId}`), steps: [click('Write down an answer')] },
  { name: 'register-empty', query: at(`register/${sessionId}`, '&size=empty') },
  { name: 'register-attention', query: at(`register/${sessionId}`, '&net=trouble') },
  { name: 'count', query: at(`headCount/${sessionId}`) },
  { name: 'count-fewer', query: at(`headCount/${sessionId}`), steps: [tickAll, untick('Stan Whitmore'), untick('Ruth Adeyemi')] },
  { name: 'count-asks', query: at(`headCount/${sessionId}`), steps: [type('16'), press('Enter')] },
  { name: 'closing-gap', query: at(`headCount/${sessionId}`), steps: [type('16'), press('Enter'), press('1'), wait(200), press('Alt+s')] },
  { name: 'count-agrees', query: at(`headCount/${sessionId}`), steps: [type('17')] },
  { name: 'count-more', query: at(`headCount/${sessionId}`), steps: [type('18')] },
  { name: 'count-crowded', query: at(`headCount/${sessionId}`, '&size=crowded'), steps: [tickAll, untick('Stan Whitmore')] },
  { name: 'count-empty', query: at(`headCount/${sessionId}`, '&size=empty') },
  { name: 'emergency', query: at(`emergency/${sessionId}`) },
  { name: 'emergency-empty', query: at(`emergency/${sessionId}`, '&size=empty') },
  { name: 'closing', query: at(`closing/${sessionId}`) },
  { name: 'closed', query: at(`closing/${sessionId}`), steps: [(page) => page.getByRole('button', { name: 'Close the register' }).click()] },
  { name: 'people', query: at('people') },
  { name: 'people-nobody', query: at('people'), steps: [type('zebedee')] },
  { name: 'people-empty', query: at('people', '&size=empty') },
  { name: 'people-crowded', query: at('people', '&size=crowded') },
  { name: 'people-add', query: at('people'), steps: [type('jo wolska'), press('Control+n')] },
  { name: 'person', query: at(`person/${personId('Ivy Pemberton')}`) },
  { name: 'person-missing', query: at(`person/${personId('Kasia Wrona')}`) },
  {
    name: 'person-edit',
    query: at(`person/${personId('Kasia Wrona')}`),
    steps: [press('F2'), (page) => page.getByLabel('Phone', { exact: true }).fill('12'), (page) => page.getByLabel('Email').focus()],
  },
  {
    name: 'person-contact',
    query: at(`person/${personId('Ivy Pemberton')}`),
    steps: [
      (page) => page.getByRole('button', { name: 'Show the numbers' }).click(),
      (page) => page.getByRole('button', { name: 'Change Harold Pemberton' }).click(),
    ],
  },
  { name: 'groups', query: at('groups') },
  { name: 'groups-empty', query: at('groups', '&size=firstDay') },
  { name: 'group', query: at(`group/${walk}`) },
  { name: 'group-edit', query: at(`group/${walk}`), steps: [press('F2')] },
  { name: 'group-new', query: at('groups'), steps: [press('Control+n')] },
  { name: 'group-new-asked', query: at('groups'), steps: [press('Control+n'), press('Enter')] },
  {
    name: 'group-new-check',
    query: at('groups'),
    steps: [press('Control+n'), type('Nordic walking'), (page) => page.getByLabel('Day', { exact: true }).selectOption('Tuesday'), click('Continue')],
  },
  { name: 'group-new-left', query: at('groups'), steps: [press('Control+n'), type('Nordic walking'), press('Escape')] },
  { name: 'group-member', query: at(`group/${walk}`), steps: [press('Control+n'), type('tho')] },
  { name: 'import', query: at(`import/${walk}`) },
  { name: 'import-preview', query: at(`import/${walk}`), steps: [(page) => page.getByLabel('Or paste the list').fill(members)] },
  { name: 'import-asks', query: at(`import/${walk}`), steps: [(page) => page.getByLabel('Or paste the list').fill(doubtful)] },
  {
    name: 'import-open',
    query: at(`import/${walk}`),
    steps: [
      (page) => page.getByLabel('Or paste the list').fill('Name,Phone\nAda Byron,07700 900 321\n"Bea Cole,07700 900 322\nCyril Dane,07700 900 323'),
    ],
  },
  {
    name: 'import-done',
    query: at(`import/${walk}`),
    steps: [
      (page) => page.getByLabel('Or paste the list').fill(members),
      (page) => page.clock.runFor(500),
      (page) => page.getByRole('button', { name: /^Import \d/ }).click(),
      (page) => page.clock.runFor(500),
      (page) => page.getByRole('button', { name: 'Undo this import' }).click(),
    ],
  },
  ...sheetScreens,
  { name: 'surgery', query: at('surgery') },
  { name: 'surgery-copied', query: at('surgery', '&net=copied') },
  { name: 'surgery-sent', query: at('surgery', '&net=sent') },
  { name: 'surgery-sending', query: at('surgery', '&net=sending') },
  { name: 'surgery-trouble', query: at('surgery', '&net=trouble') },
  { name: 'team', query: at('team', '&net=sent') },
  { name: 'report-attendance', query: 'place=report/attendance' },
  { name: 'report-without', query: 'place=report/withoutContact' },
  { name: 'team-to-read', query: at('team', '&net=trouble') },
  { name: 'team-code', query: at('team'), steps: [(page) => page.getByRole('button', { name: 'Make a code for a laptop of Tom Ashby' }).click()] },
  { name: 'team-colleague', query: at('team'), steps: [(page) => page.getByRole('button', { name: 'Add a colleague' }).click()] },
  { name: 'office', query: at('office', '&net=sent') },
  { name: 'office-empty', query: at('office', '&size=empty&net=sent') },
  { name: 'office-crowded', query: at('office', '&size=crowded&net=sent') },
  { name: 'office-offline', query: at('office', '&net=trouble') },
  { name: 'office-offline-nothing', query: at('office', '&size=empty&net=trouble') },
  { name: 'office-asking', query: at('office', '&net=sending') },
  { name: 'office-writes', query: at('office', '&net=sent'), steps: [(page) => page.getByLabel(/^What it would write: Marcus Bright/).click()] },
  { name: 'office-close', query: at('office', '&net=sent'), steps: [click('Close it: Tom Ashby changed the group Walk and Talk'), press('Enter')] },
  { name: 'office-let-in', query: at('office', '&net=sent'), steps: [click('Let it in: Tom Ashby changed the group Walk and Talk')] },
  { name: 'office-failed', query: at('office', '&net=trouble'), steps: [click('Let it in: Tom Ashby changed the group Walk and Talk')] },
  { name: 'office-revoke', query: at('office', '&net=sent'), steps: [click('Take off the team: Park laptop')] },
  { name: 'office-own', query: at('office', '&net=sent'), steps: [click('Empty it: Priya’s blue laptop'), click('Empty it')] },
  { name: 'cards', query: at(`cards/${walk}`) },
  {
    name: 'cards-sheet',
    query: at(`cards/${walk}`),
    steps: [
      (page) => page.getByRole('button', { name: 'Everybody' }).click(),
      (page) => page.getByRole('button', { name: /^Make and show/ }).click(),
    ],
  },
  ...kioskScreens,
  { name: 'venue-new', query: at('groups'), steps: [click('Add a place'), press('Enter')] },
  { name: 'pairs', query: at('pairs', '&net=trouble') },
  { name: 'pairs-none', query: at('pairs') },
  { name: 'two-people', query: at(twoTandys, '&net=trouble') },
  { name: 'two-people-joined', query: at(twoTandys, '&net=trouble'), steps: [click('The same person'), click(/^Compare: Mo Tandy/)] },
  ...planScreens,
  { name: 'directory', query: at('directory') },
  { name: 'directory-empty', query: at('directory', '&size=firstDay') },
  { name: 'directory-crowded', query: at('directory', '&size=crowded') },
  { name: 'directory-none', query: at('directory'), steps: [type('zebra')] },
  { name: 'directory-due', query: at('directory'), steps: [click(/^To check/)] },
  { name: 'directory-check', query: at('directory'), steps: [click(/^To check/), click('Still right: Citizens Advice')] },
  { name: 'directory-new', query: at('directory'), steps: [press('Control+n'), press('Enter')] },
  { name: 'service', query: at(`service/${knitAndNatter}`) },
  { name: 'service-change', query: at(`service/${knitAndNatter}`), steps: [click('Change')] },
  { name: 'service-close', query: at(`service/${knitAndNatter}`), steps: [click('Closed for a while')] },
  { name: 'service-group', query: at(`service/${walk}`) },
  { name: 'feed', query: at('feed') },
  { name: 'feed-preview', query: at('feed'), steps: [chooseFeed(feedFile), wait(500)] },
  { name: 'feed-trouble', query: at('feed'), steps: [chooseFeed('{"contents": ['), wait(500)] },
  { name: 'gaps', query: at('gaps') },
  { name: 'gaps-empty', query: at('gaps', '&size=firstDay') },
  { name: 'gaps-line', query: at('gaps'), steps: [click('Moving more: Bedworth')] },
  { name: 'gaps-log', query: at('gaps'), steps: [press('Control+n'), click('Log it')] },
  { name: 'proposals', query: at('proposals') },
  { name: 'proposals-empty', query: at('proposals', '&size=firstDay') },
  { name: 'proposal', query: at(`proposal/${seatedProposal}`) },
  { name: 'proposal-change', query: at(`proposal/${seatedProposal}`), steps: [click('Change the proposal')] },
  { name: 'proposal-pilot', query: at(`proposal/${cafeProposal}`) },
  { name: 'match', query: at(`match/${personId(thomas)}`, '&size=match') },
  { name: 'match-no-case', query: at(`match/${personId('Mavis Oakes')}`, '&size=match') },
  {
    name: 'match-nothing',
    query: at(`match/${personId(thomas)}`, '&size=match'),
    steps: [
      (page) => page.getByLabel('Add a need').selectOption('Housing'),
      ...['Company', 'Moving more', 'Somebody has died'].map((need) => click(`Take away: ${need}`)),
    ],
  },
  {
    name: 'match-when',
    query: at(`match/${personId(thomas)}`, '&size=match'),
    steps: [(page) => page.getByText('When they can come').click(), (page) => page.getByRole('checkbox', { name: 'Tuesday, afternoon' }).check()],
  },
  { name: 'match-offered', query: at(`match/${personId(thomas)}`, '&size=match'), steps: [click('Offer: Walk and Talk')] },
  { name: 'offers', query: at(`person/${personId(thomas)}`, '&size=match') },
  {
    name: 'offer-no',
    query: at(`person/${personId(thomas)}`, '&size=match'),
    steps: [click('Said no: Tea Dance'), click('Save')],
  },
  { name: 'offer-first', query: at(`person/${personId(thomas)}`, '&size=match'), steps: [click('Plan the first time: Tea Dance')] },
  {
    name: 'expect',
    query: at(`match/${personId(thomas)}`, '&size=match'),
    steps: [click('Offer: Walk and Talk'), (page) => page.clock.runFor(200), click('What to expect: Walk and Talk')],
  },
  { name: 'expect-gone', query: at(`expectSheet/${personId(thomas)}/${personId('nobody')}`, '&size=match') },
  { name: 'register-first-time', query: at(`register/${sessionId}`, '&size=match'), steps: [type('olw')] },
  { name: 'import-referrals', query: at('importReferrals', '&size=caseload') },
  {
    name: 'import-referrals-list',
    query: at('importReferrals'),
    steps: [(page) => page.getByLabel('Or paste the list or Bundle').fill(referralsList), (page) => page.clock.runFor(500)],
  },
  {
    name: 'import-referrals-fault',
    query: at('importReferrals'),
    steps: [(page) => page.getByLabel('Or paste the list or Bundle').fill('{"resourceType":"Patient"}'), (page) => page.clock.runFor(500)],
  },
  { name: 'person-national', query: at(`person/${personId('Derek Holloway')}`), steps: [click('Change: For the NHS')] },
  {
    name: 'team-partner',
    query: at('team'),
    steps: [
      (page) => page.getByRole('button', { name: 'Add a colleague' }).click(),
      (page) => page.getByRole('radio', { name: 'Facilitator of a partner' }).check(),
    ],
  },
  { name: 'my-day', query: at('myDay', '&size=caseload') },
  { name: 'my-day-link-worker', query: at('myDay', '&size=caseload&role=linkWorker') },
  { name: 'my-day-empty', query: at('myDay', '&size=empty') },
  { name: 'my-day-mine', query: at('myDay', '&size=caseload'), steps: [(page) => page.getByLabel('Show').selectOption('Mine')] },
  { name: 'referrals', query: at('referrals', '&size=caseload') },
  { name: 'referrals-all', query: at('referrals', '&size=caseload'), steps: [(page) => page.getByLabel('Show').selectOption('All')] },
  { name: 'referrals-empty', query: at('referrals', '&size=empty') },
  { name: 'referral', query: at(`referral/${personId('referral of Tegan Price')}`, '&size=caseload') },
  { name: 'referral-crisis', query: at(`referral/${personId('referral of Kamil Nowak')}`, '&size=caseload') },
  {
    name: 'referral-ask',
    query: at(`referral/${personId('referral of Leonard Whitcombe')}`, '&size=caseload'),
    steps: [click('Ask the referrer'), press('Control+Enter'), click('Save')],
  },
  { name: 'referral-answered', query: at(`referral/${personId('referral of Maureen Fletcher')}`, '&size=caseload') },
  { name: 'referral-gone', query: at(`referral/${personId('nothing')}`, '&size=caseload') },
  { name: 'new-referral', query: at('newReferral/-', '&size=caseload'), steps: [type('maur')] },
  {
    name: 'new-referral-errors',
    query: at('newReferral/-', '&size=caseload'),
    steps: [(page) => page.getByLabel('Phone').fill('12'), (page) => page.getByLabel('NHS number').fill('1'), press('Control+Enter')],
  },
  { name: 'cases', query: at('cases/-', '&size=caseload') },
  { name: 'cases-all', query: at('cases/-', '&size=caseload'), steps: [(page) => page.getByLabel('Whose').selectOption('all')] },
  { name: 'cases-empty', query: at('cases/-', '&size=empty') },
  { name: 'cases-hand-over', query: at('cases/-', '&size=caseload'), steps: [click('Hand over'), (page) => page.getByText('Only some').click()] },
  { name: 'cases-away', query: at('cases/-', '&size=caseload'), steps: [click('Leave and cover')] },
  { name: 'case', query: at(`case/${caseOf('Maureen Fletcher')}`, '&size=caseload') },
  { name: 'case-no-contact', query: at(`case/${caseOf('Harbhajan Gill')}`, '&size=caseload') },
  { name: 'case-contact', query: at(`case/${caseOf('Shanice Roberts')}`, '&size=caseload'), steps: [press('Control+n')] },
  {
    name: 'case-close',
    query: at(`case/${caseOf('Maureen Fletcher')}`, '&size=caseload'),
    steps: [click('Close the case'), (page) => page.getByText('They have died').click()],
  },
  {
    name: 'case-closed',
    query: at(`case/${caseOf('Maureen Fletcher')}`, '&size=caseload'),
    steps: [
      click('Close the case'),
      (page) => page.getByText('Moved away').click(),
      (page) => page.getByRole('dialog').getByRole('button', { name: 'Close the case' }).click(),
    ],
  },
  { name: 'case-assign', query: at(`case/${caseOf('Colm Rafferty')}`, '&size=caseload'), steps: [click('Give to somebody')] },
  { name: 'case-gone', query: at(`case/${personId('nothing')}`, '&size=caseload') },
  { name: 'team-case-numbers', query: at('team', '&size=caseload'), steps: [click('Change what is set for cases')] },
  ...messageScreens,
  ...mediaScreens,
  { name: 'partner-agreement', query: at('today', '&role=facilitator'), steps: [belongsToAPartner] },
  ...openDataScreens,
  ...reportScreens,
  ...voiceScreens,
  ...retentionScreens,
]
