import { CallingScreen } from '../features/calling/CallingScreen.tsx'
import { CardsScreen } from '../features/cards/CardsScreen.tsx'
import { PersonCardScreen } from '../features/cards/PersonCardScreen.tsx'
import { ClosingScreen } from '../features/closing/ClosingScreen.tsx'
import { ConcernScreen } from '../features/concern/ConcernScreen.tsx'
import { ConcernsScreen } from '../features/concern/ConcernsScreen.tsx'
import { EmergencyScreen } from '../features/emergency/EmergencyScreen.tsx'
import { HeadCountScreen } from '../features/headCount/HeadCountScreen.tsx'
import { GroupScreen } from '../features/groups/GroupScreen.tsx'
import { GroupsScreen } from '../features/groups/GroupsScreen.tsx'
import { HealthScreen } from '../features/health/HealthScreen.tsx'
import { IncidentScreen } from '../features/incident/IncidentScreen.tsx'
import { IncidentsScreen } from '../features/incident/IncidentsScreen.tsx'
import { ImportScreen } from '../features/importing/ImportScreen.tsx'
import { NewcomerScreen } from '../features/newcomer/NewcomerScreen.tsx'
import { SurgeryScreen } from '../features/surgery/SurgeryScreen.tsx'
import { OfficeScreen } from '../features/office/OfficeScreen.tsx'
import { CafeScreen } from '../features/cafe/CafeScreen.tsx'
import { EmergencySheetScreen } from '../features/paper/EmergencySheet.tsx'
import { KeyInScreen } from '../features/paper/KeyInScreen.tsx'
import { PaperScreen } from '../features/paper/PaperScreen.tsx'
import { RegisterSheetScreen } from '../features/paper/RegisterSheet.tsx'
import { RotaScreen } from '../features/rota/RotaScreen.tsx'
import { TakeAlongScreen } from '../features/takeAlong/TakeAlongScreen.tsx'
import { TeamScreen } from '../features/team/TeamScreen.tsx'
import { TodayScreen } from '../features/today/TodayScreen.tsx'
import { PeopleScreen } from '../features/people/PeopleScreen.tsx'
import { PersonScreen } from '../features/people/PersonScreen.tsx'
import { RegisterScreen } from '../features/register/RegisterScreen.tsx'
import type { Place } from '../state/place.ts'

/** The screen of a place. */
export function Screen({ place }: { place: Place }) {
  switch (place.at) {
    case 'register': return <RegisterScreen sessionId={place.sessionId} />
    case 'headCount': return <HeadCountScreen sessionId={place.sessionId} />
    case 'closing': return <ClosingScreen sessionId={place.sessionId} />
    case 'emergency': return <EmergencyScreen sessionId={place.sessionId} />
    case 'cafe': return <CafeScreen sessionId={place.sessionId} />
    case 'newcomer': return <NewcomerScreen sessionId={place.sessionId} personId={place.personId} />
    case 'health': return <HealthScreen sessionId={place.sessionId} personId={place.personId} />
    case 'incident': return <IncidentScreen sessionId={place.sessionId} />
    case 'incidents': return <IncidentsScreen />
    case 'concern': return <ConcernScreen sessionId={place.sessionId} addsTo={place.addsTo} />
    case 'concerns': return <ConcernsScreen />
    case 'takeAlong': return <TakeAlongScreen />
    case 'rota': return <RotaScreen sessionId={place.sessionId} />
    case 'calling': return <CallingScreen sessionId={place.sessionId} />
    case 'paper': return <PaperScreen sessionId={place.sessionId} />
    case 'keyIn': return <KeyInScreen sessionId={place.sessionId} />
    case 'registerSheet': return <RegisterSheetScreen sessionId={place.sessionId} />
    case 'emergencySheet': return <EmergencySheetScreen sessionId={place.sessionId} />
    case 'people': return <PeopleScreen />
    case 'person': return <PersonScreen personId={place.personId} />
    case 'groups': return <GroupsScreen />
    case 'group': return <GroupScreen groupId={place.groupId} />
    case 'import': return <ImportScreen groupId={place.groupId} />
    case 'cards': return <CardsScreen groupId={place.groupId} />
    case 'card': return <PersonCardScreen personId={place.personId} />
    case 'surgery': return <SurgeryScreen />
    case 'team': return <TeamScreen />
    case 'office': return <OfficeScreen />
    case 'today': return <TodayScreen />
  }
}
