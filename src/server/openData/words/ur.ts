import type { SessionWords } from './en.ts'

/** Urdu. */
export const ur: SessionWords = {
  title: (team) => `${team}: گروپ اور ملاقاتیں`,
  intro: 'ان گروپوں کے بارے میں ہر کوئی پوچھ سکتا ہے۔ گھر سے نکلنے سے پہلے یہاں دیکھیں: ملاقات اسی دن منسوخ ہو سکتی ہے۔',
  calendar: 'یہ ملاقاتیں اپنے کیلنڈر میں ڈالیں',
  calendarNav: 'کیلنڈر',
  none: 'اس وقت کوئی گروپ نہیں ہے۔',
  organiser: 'چلانے والے',
  where: 'کہاں',
  cost: 'خرچ',
  contact: 'رابطہ',
  free: 'مفت',
  next: 'اگلی ملاقاتیں',
  noDates: 'ابھی کوئی تاریخ نہیں ہے۔',
  closed: 'یہ گروپ اس وقت نہیں چل رہا۔',
  closedUntil: (day) => `یہ گروپ ${day} تک نہیں چل رہا۔`,
  when: (day, start, end) => `${day}، ${start}${end && `–${end}`}`,
  moved: 'کسی اور جگہ پر: جانے سے پہلے پوچھیں',
  movedTo: (place) => `کسی اور جگہ پر: ${place}`,
  cancelled: { weather: 'موسم کی وجہ سے منسوخ', heat: 'گرمی کی وجہ سے منسوخ', venueShut: 'منسوخ، کیونکہ جگہ بند ہے', other: 'منسوخ' },
  ownWords: 'گروپوں کی تفصیل انگریزی میں ہے۔',
}
