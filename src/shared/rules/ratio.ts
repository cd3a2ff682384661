/**
 * Said, never a block: whether there are enough leaders for so many people (1 : 20 on a walk, domain 10.1), and whether a
 * second adult is there.
 */
export interface Ratio {
  leaders: number
  people: number
  /** How many more leaders are wanted. */
  short: number
  secondAdult: boolean
}

/** @param peoplePerLeader null where no ratio applies @param adults all who help to run it, the leaders among them */
export function ratioOf(people: number, leaders: number, peoplePerLeader: number | null, adults = leaders): Ratio {
  const wanted = peoplePerLeader ? Math.max(1, Math.ceil(people / peoplePerLeader)) : 0
  return { leaders, people, short: Math.max(0, wanted - leaders), secondAdult: adults > 1 }
}
