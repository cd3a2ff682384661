import type { PlanText } from '../../../shared/records/plan.ts'

/** What stands above the parts of a printed plan. */
export type Heading = PlanText | 'title' | 'goals' | 'actions' | 'agreed' | 'review' | 'until'
export type HeadingLanguage = 'en' | 'pl' | 'pa' | 'ur'

interface Headings {
  name: string
  dir: 'ltr' | 'rtl'
  words: Readonly<Record<Heading, string>>
}

/**
 * Headings of a printed plan, in the languages of the kiosk; what the person said stays as they said it. Not yet read by somebody who
 * speaks the language at home: a team has that done before it hands a plan out.
 */
export const headings: Readonly<Record<HeadingLanguage, Headings>> = {
  en: {
    name: 'English',
    dir: 'ltr',
    words: {
      title: 'My plan',
      important: 'What is most important to me',
      people: 'People who are important to me',
      communicate: 'How I communicate, and how to talk with me',
      wellness: 'A good day and a bad day',
      pleaseDo: 'Please do',
      pleaseDont: 'Please don’t',
      howToSupport: 'How and when to support me',
      alsoKnow: 'Also worth knowing about me',
      strengths: 'What I am good at, and what helps me',
      makesWorse: 'What might make things worse',
      whatToDo: 'What helps on a bad day',
      whoToCall: 'Who to call',
      goals: 'What I hope for',
      actions: 'What will be done',
      agreed: 'Agreed',
      review: 'We look at it again',
      until: 'until',
    },
  },
  pl: {
    name: 'Polski',
    dir: 'ltr',
    words: {
      title: 'Mój plan',
      important: 'Co jest dla mnie najważniejsze',
      people: 'Ludzie, którzy są dla mnie ważni',
      communicate: 'Jak się porozumiewam i jak ze mną rozmawiać',
      wellness: 'Dobry dzień i zły dzień',
      pleaseDo: 'Proszę',
      pleaseDont: 'Proszę nie',
      howToSupport: 'Jak i kiedy mnie wspierać',
      alsoKnow: 'Co jeszcze warto o mnie wiedzieć',
      strengths: 'Co umiem i co mi pomaga',
      makesWorse: 'Co może pogorszyć sytuację',
      whatToDo: 'Co pomaga w zły dzień',
      whoToCall: 'Do kogo zadzwonić',
      goals: 'Na co mam nadzieję',
      actions: 'Co zostanie zrobione',
      agreed: 'Uzgodniono',
      review: 'Wrócimy do tego',
      until: 'do',
    },
  },
  pa: {
    name: 'ਪੰਜਾਬੀ',
    dir: 'ltr',
    words: {
      title: 'ਮੇਰੀ ਯੋਜਨਾ',
      important: 'ਮੇਰੇ ਲਈ ਸਭ ਤੋਂ ਜ਼ਰੂਰੀ ਕੀ ਹੈ',
      people: 'ਮੇਰੇ ਲਈ ਖਾਸ ਲੋਕ',
      communicate: 'ਮੈਂ ਕਿਵੇਂ ਗੱਲ ਕਰਦਾ/ਕਰਦੀ ਹਾਂ, ਅਤੇ ਮੇਰੇ ਨਾਲ ਕਿਵੇਂ ਗੱਲ ਕਰਨੀ ਹੈ',
      wellness: 'ਚੰਗਾ ਦਿਨ ਅਤੇ ਮਾੜਾ ਦਿਨ',
      pleaseDo: 'ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਕਰੋ',
      pleaseDont: 'ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਨਾ ਕਰੋ',
      howToSupport: 'ਮੇਰੀ ਮਦਦ ਕਿਵੇਂ ਅਤੇ ਕਦੋਂ ਕਰਨੀ ਹੈ',
      alsoKnow: 'ਮੇਰੇ ਬਾਰੇ ਹੋਰ ਜਾਣਨ ਵਾਲੀ ਗੱਲ',
      strengths: 'ਮੈਂ ਕਿਸ ਵਿੱਚ ਚੰਗਾ/ਚੰਗੀ ਹਾਂ, ਅਤੇ ਕੀ ਮੇਰੀ ਮਦਦ ਕਰਦਾ ਹੈ',
      makesWorse: 'ਕਿਸ ਗੱਲ ਨਾਲ ਹਾਲਤ ਵਿਗੜ ਸਕਦੀ ਹੈ',
      whatToDo: 'ਮਾੜੇ ਦਿਨ ਕੀ ਮਦਦ ਕਰਦਾ ਹੈ',
      whoToCall: 'ਕਿਸ ਨੂੰ ਫ਼ੋਨ ਕਰਨਾ ਹੈ',
      goals: 'ਮੇਰੀਆਂ ਉਮੀਦਾਂ',
      actions: 'ਕੀ ਕੀਤਾ ਜਾਵੇਗਾ',
      agreed: 'ਸਹਿਮਤੀ ਹੋਈ',
      review: 'ਅਸੀਂ ਇਸ ਨੂੰ ਦੁਬਾਰਾ ਦੇਖਾਂਗੇ',
      until: 'ਤੱਕ',
    },
  },
  ur: {
    name: 'اردو',
    dir: 'rtl',
    words: {
      title: 'میرا منصوبہ',
      important: 'میرے لیے سب سے اہم کیا ہے',
      people: 'میرے لیے اہم لوگ',
      communicate: 'میں کیسے بات کرتا/کرتی ہوں، اور مجھ سے کیسے بات کی جائے',
      wellness: 'اچھا دن اور برا دن',
      pleaseDo: 'براہِ کرم یہ کریں',
      pleaseDont: 'براہِ کرم یہ نہ کریں',
      howToSupport: 'میری مدد کیسے اور کب کی جائے',
      alsoKnow: 'میرے بارے میں اور جاننے کی بات',
      strengths: 'میں کس چیز میں اچھا/اچھی ہوں، اور کیا میری مدد کرتا ہے',
      makesWorse: 'کس چیز سے حالت بگڑ سکتی ہے',
      whatToDo: 'برے دن میں کیا مدد کرتا ہے',
      whoToCall: 'کس کو فون کرنا ہے',
      goals: 'میری امیدیں',
      actions: 'کیا کیا جائے گا',
      agreed: 'اتفاق ہوا',
      review: 'ہم اسے دوبارہ دیکھیں گے',
      until: 'تک',
    },
  },
}

/** The language of the headings for somebody: theirs, if there are headings in it. "pl-PL" is Polish. */
export function headingLanguage(tag: string | null): HeadingLanguage {
  const language = (tag ?? '').toLowerCase().split('-')[0] ?? ''
  return Object.hasOwn(headings, language) ? (language as HeadingLanguage) : 'en'
}
