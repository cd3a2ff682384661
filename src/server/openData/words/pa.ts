import type { SessionWords } from './en.ts'

/** Punjabi. */
export const pa: SessionWords = {
  title: (team) => `${team}: ਗਰੁੱਪ ਅਤੇ ਮੁਲਾਕਾਤਾਂ`,
  intro: 'ਇਹਨਾਂ ਗਰੁੱਪਾਂ ਬਾਰੇ ਹਰ ਕੋਈ ਪੁੱਛ ਸਕਦਾ ਹੈ। ਘਰੋਂ ਨਿਕਲਣ ਤੋਂ ਪਹਿਲਾਂ ਇੱਥੇ ਦੇਖੋ: ਮੁਲਾਕਾਤ ਉਸੇ ਦਿਨ ਰੱਦ ਹੋ ਸਕਦੀ ਹੈ।',
  calendar: 'ਇਹ ਮੁਲਾਕਾਤਾਂ ਆਪਣੇ ਕੈਲੰਡਰ ਵਿੱਚ ਪਾਓ',
  calendarNav: 'ਕੈਲੰਡਰ',
  none: 'ਇਸ ਵੇਲੇ ਕੋਈ ਗਰੁੱਪ ਨਹੀਂ ਹੈ।',
  organiser: 'ਚਲਾਉਣ ਵਾਲੇ',
  where: 'ਕਿੱਥੇ',
  cost: 'ਖ਼ਰਚਾ',
  contact: 'ਸੰਪਰਕ',
  free: 'ਮੁਫ਼ਤ',
  next: 'ਅਗਲੀਆਂ ਮੁਲਾਕਾਤਾਂ',
  noDates: 'ਅਜੇ ਕੋਈ ਤਾਰੀਖ ਨਹੀਂ ਹੈ।',
  closed: 'ਇਹ ਗਰੁੱਪ ਇਸ ਵੇਲੇ ਨਹੀਂ ਚੱਲ ਰਿਹਾ।',
  closedUntil: (day) => `ਇਹ ਗਰੁੱਪ ${day} ਤੱਕ ਨਹੀਂ ਚੱਲ ਰਿਹਾ।`,
  when: (day, start, end) => `${day}, ${start}${end && `–${end}`}`,
  moved: 'ਕਿਸੇ ਹੋਰ ਥਾਂ ਤੇ: ਜਾਣ ਤੋਂ ਪਹਿਲਾਂ ਪੁੱਛੋ',
  movedTo: (place) => `ਕਿਸੇ ਹੋਰ ਥਾਂ ਤੇ: ${place}`,
  cancelled: { weather: 'ਮੌਸਮ ਕਰਕੇ ਰੱਦ', heat: 'ਗਰਮੀ ਕਰਕੇ ਰੱਦ', venueShut: 'ਰੱਦ, ਕਿਉਂਕਿ ਥਾਂ ਬੰਦ ਹੈ', other: 'ਰੱਦ' },
  ownWords: 'ਗਰੁੱਪਾਂ ਬਾਰੇ ਜਾਣਕਾਰੀ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਹੈ।',
}
