import { TodayScreen } from '../features/today/TodayScreen.tsx'
import { RegisterScreen } from '../features/register/RegisterScreen.tsx'
import type { Place } from '../state/place.ts'

/** The screen of a place. */
export function Screen({ place }: { place: Place }) {
  switch (place.at) {
    case 'register': return <RegisterScreen sessionId={place.sessionId} />
    default: return <TodayScreen />
  }
}
