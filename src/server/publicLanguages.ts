/** The languages of the server's public pages, those of the kiosk (renderer/kiosk/words), each under its own name. */
export const publicLanguages = [
  { language: 'en', name: 'English', dir: 'ltr' },
  { language: 'pl', name: 'Polski', dir: 'ltr' },
  { language: 'pa', name: 'ਪੰਜਾਬੀ', dir: 'ltr' },
  { language: 'ur', name: 'اردو', dir: 'rtl' },
] as const satisfies readonly { language: string; name: string; dir: 'ltr' | 'rtl' }[]

export type PublicLanguage = (typeof publicLanguages)[number]
export type LanguageCode = PublicLanguage['language']

/** The language that an address asks for by `lang`; English where nobody has it. */
export function languageAsked(query: unknown): PublicLanguage {
  const asked = (query as Record<string, unknown> | null)?.['lang']
  return publicLanguages.find((one) => one.language === asked) ?? publicLanguages[0]
}

/** Links to the same page in each language. @param path its address without a language */
export function languageLinks(path: string): string {
  const links = publicLanguages.map(
    ({ language, name }) => `<a href="${path}?lang=${language}" lang="${language}" hreflang="${language}">${name}</a>`,
  )
  return `<nav aria-label="Language">${links.join('')}</nav>`
}
