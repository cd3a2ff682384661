/** For what somebody calls whom; the numbers stand in `resources/lists/crisisWords.json`. A file of its own: the kiosk's page knows these and not the words that are looked for. */
export const helpKeys = ['danger', 'mentalHealth', 'samaritans', 'domesticAbuse'] as const
export type HelpKey = (typeof helpKeys)[number]
