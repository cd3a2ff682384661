import type { ComponentType } from 'react'
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
import { ReportScreen } from '../features/reports/ReportScreen.tsx'
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
import type { At, IdsOf, Place } from '../state/places.ts'

/** The screen of each place, which gets the ids of it. A place without a screen does not compile. */
const screens: { [Name in At]: ComponentType<IdsOf<Name>> } = {
  register: RegisterScreen,
  headCount: HeadCountScreen,
  closing: ClosingScreen,
  emergency: EmergencyScreen,
  cafe: CafeScreen,
  newcomer: NewcomerScreen,
  health: HealthScreen,
  incident: IncidentScreen,
  incidents: IncidentsScreen,
  concern: ConcernScreen,
  concerns: ConcernsScreen,
  takeAlong: TakeAlongScreen,
  rota: RotaScreen,
  calling: CallingScreen,
  paper: PaperScreen,
  keyIn: KeyInScreen,
  registerSheet: RegisterSheetScreen,
  emergencySheet: EmergencySheetScreen,
  people: PeopleScreen,
  person: PersonScreen,
  groups: GroupsScreen,
  group: GroupScreen,
  import: ImportScreen,
  cards: CardsScreen,
  card: PersonCardScreen,
  report: ReportScreen,
  surgery: SurgeryScreen,
  team: TeamScreen,
  office: OfficeScreen,
  today: TodayScreen,
}

/** The screen of a place. */
export function Screen({ place: { at, ...ids } }: { place: Place }) {
  const Shown = screens[at] as ComponentType<typeof ids>
  return <Shown {...ids} />
}
