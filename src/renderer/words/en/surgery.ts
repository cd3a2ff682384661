export const surgery = {} as const
