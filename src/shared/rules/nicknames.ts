/** Names people answer to, by the name that may stand in the referral. Both directions are searched. */
const families: readonly (readonly string[])[] = [
  ['william', 'bill', 'billy', 'will', 'liam'], ['margaret', 'maggie', 'peggy', 'meg', 'marge', 'madge', 'greta'],
  ['robert', 'bob', 'bobby', 'rob', 'robbie'], ['richard', 'dick', 'rick', 'ricky', 'rich'], ['elizabeth', 'liz', 'beth', 'betty', 'lizzie', 'libby', 'elsie'],
  ['dorothy', 'dot', 'dottie', 'dolly'], ['patricia', 'pat', 'patsy', 'trish', 'tricia'], ['patrick', 'pat', 'paddy'],
  ['joan', 'joanie'], ['john', 'jack', 'johnny'], ['jean', 'jeannie'], ['james', 'jim', 'jimmy', 'jamie'], ['thomas', 'tom', 'tommy'],
  ['charles', 'charlie', 'chas', 'chuck'], ['edward', 'ted', 'ned', 'eddie', 'teddy'], ['stanley', 'stan'], ['leonard', 'len', 'lenny'],
  ['albert', 'bert', 'al', 'alf'], ['alfred', 'alf', 'fred'], ['frederick', 'fred', 'freddie'], ['francis', 'frank'], ['frances', 'fran', 'fanny'],
  ['michael', 'mike', 'mick', 'mickey'], ['christopher', 'chris', 'kit'], ['christine', 'chris', 'chrissie'], ['anthony', 'tony'],
  ['antonia', 'toni'], ['kenneth', 'ken', 'kenny'], ['ronald', 'ron', 'ronnie'], ['raymond', 'ray'], ['donald', 'don'], ['douglas', 'doug'],
  ['david', 'dave', 'davy', 'dai'], ['daniel', 'dan', 'danny'], ['samuel', 'sam'], ['samantha', 'sam'], ['susan', 'sue', 'susie'],
  ['katherine', 'kate', 'kath', 'kathy', 'katie', 'kitty', 'cath', 'cathy'], ['catherine', 'kate', 'cath', 'cathy', 'kath'],
  ['barbara', 'barb', 'babs'], ['brenda', 'bren'], ['sheila', 'she'], ['maureen', 'mo'], ['mohammed', 'mo', 'muhammad', 'mohamed', 'mohammad', 'md'],
  ['deborah', 'debbie', 'deb'], ['jacqueline', 'jackie'], ['pamela', 'pam'], ['sandra', 'sandy'], ['alexander', 'alex', 'sandy', 'alec'],
  ['alexandra', 'alex', 'sandra'], ['gwendoline', 'gwen'], ['winifred', 'win', 'winnie', 'fred'], ['florence', 'flo', 'florrie'],
  ['victoria', 'vicky', 'tori'], ['rebecca', 'becky'], ['nicholas', 'nick'], ['stephen', 'steve'], ['steven', 'steve'], ['peter', 'pete'],
  ['geoffrey', 'geoff', 'jeff'], ['jeffrey', 'jeff', 'geoff'], ['gerald', 'gerry', 'jerry'], ['gillian', 'gill', 'jill'], ['joseph', 'joe', 'joey'],
  ['josephine', 'jo', 'josie'], ['joanne', 'jo', 'joanna'], ['henry', 'harry', 'hal'], ['harold', 'harry'], ['harjit', 'harry'],
  ['terence', 'terry'], ['theresa', 'terry', 'tess'], ['norman', 'norm'], ['agnieszka', 'aga'], ['katarzyna', 'kasia'], ['malgorzata', 'gosia', 'margaret'],
  ['aleksandra', 'ola'], ['jadwiga', 'jadzia'], ['zofia', 'zosia', 'sophie'], ['piotr', 'peter'], ['jan', 'john'], ['gurpreet', 'gurp', 'preet'],
  ['abdul', 'ab'], ['fatima', 'fati'], ['nasreen', 'naz'], ['constance', 'connie'], ['rosemary', 'rose', 'rosie'], ['veronica', 'ronnie', 'vera'],
]

const byName = new Map<string, Set<string>>()
for (const family of families) {
  for (const name of family) {
    const others = byName.get(name) ?? new Set<string>()
    for (const other of family) if (other !== name) others.add(other)
    byName.set(name, others)
  }
}

/** Other names somebody with this one may be called, in plain letters. @param name in plain letters (std/text.ts) */
export function nicknamesOf(name: string): string[] {
  return [...(byName.get(name) ?? [])]
}
