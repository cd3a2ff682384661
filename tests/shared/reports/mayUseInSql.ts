import type { Transaction } from '../../../src/server/sql/sql.ts'
import { whoIsWhom } from './whoIsWhomInSql.ts'

// What may be used where, reckoned again in SQL for the tests alone. Nothing here is shared with the report.

export interface MayUseInSql {
  use: string
  what: string
  who: string | null
  baby: string | null
  words: string | null
  until: string | null
}

/** Of each subject and use the latest answer that stands, and whether it holds today. $2 is today. */
const agreements = `${whoIsWhom},
use(use, nth) as (values ('noticeboard', 1), ('website', 2), ('press', 3), ('national', 4)),
human as materialized (
  select p.id, coalesce(p.f->>'knownAs', y.f->>'knownAs', p.f->>'givenName') as called, p.f->>'familyName' as family,
    coalesce(p.f->>'photo', y.f->>'photo', '') = 'no' as no_photo, case when coalesce(p.f->>'bornOn', y.f->>'bornOn') is not null
      then age($2::text::date, coalesce(p.f->>'bornOn', y.f->>'bornOn')::date) < interval '18 years'
      else coalesce(p.f->>'ageBand', y.f->>'ageBand', '') = 'under 18' end as child
  from p left join gone on gone.s = p.id left join p y on y.id = gone.id where not p.removed and p.id not in (select id from gone)),
said as materialized (
  select r.id, who.one, r.f->>'personId' is null as nameless, lower(coalesce(r.f->>'baby', '')) as baby, r.f->>'baby' as called, r.f->>'of' as of, r.f->>'storyId' as story,
    r.f->>'use' as use, r.f->>'said' as said, r.f->>'at' as at, r.f->>'expiresOn' as ends, r.f->>'agreedBy' as agreed_by, r.f->>'how' as how, r.f->'as' as told
  from r left join who on who.id = (r.f->>'personId')::uuid where r.record = 'useAgreement' and r.f->>'voidedBecause' is null),
holds as (
  select *, said = 'yes' and (ends is null or ends > $2::text) as stands, agreed_by = 'parent' and how <> 'spoken' as by_parent, agreed_by <> 'parent' as by_self
  from said),
picture as materialized (
  select distinct on (one, baby, use) * from holds where of = 'pictures' and one is not null order by one, baby, use, at desc, said = 'yes', id),
may as materialized (
  select picture.one, picture.baby, picture.called as baby_called, picture.use, picture.ends, human.called || ' ' || human.family as name
  from picture join human on human.id = picture.one
  where stands and (picture.baby <> '' or not no_photo) and case when picture.baby <> '' or child then by_parent else by_self end),
word as materialized (
  select distinct on (story, nameless, use) * from holds where of = 'words' order by story, nameless, use, at desc, said = 'yes', id),
tale as (
  select r.id, r.f->>'kind' as kind, r.f->>'words' as words, r.f->>'personId' is null as nameless, human.called, human.family, coalesce(human.child, false) as child
  from r left join who on who.id = (r.f->>'personId')::uuid left join human on human.id = who.one
  where r.record = 'story' and r.f->>'voidedBecause' is null and (r.f->>'personId' is null or human.id is not null)),
file as materialized (
  select id, f->>'kind' as kind, f->>'title' as title, coalesce((f->>'nobody')::boolean, false) as nobody, f from r
  where record = 'media' and f->>'removedAt' is null and f->>'kind' <> 'paper'),
in_it as materialized (
  select file.id, who.one, '' as baby from file, jsonb_array_elements_text(coalesce(file.f->'personIds', '[]')) one(id) join who on who.id = one.id::uuid union
  select file.id, who.one, lower(coalesce(file.f->'babyNames'->>(nth::int - 1), '?')) from file,
    jsonb_array_elements_text(coalesce(file.f->'babiesOf', '[]')) with ordinality one(id, nth) join who on who.id = one.id::uuid),
agreed as (
  select in_it.id, use.use, bool_and(may.one is not null) as all_do, min(may.ends) as ends from in_it cross join use
  left join may on may.one = in_it.one and may.baby = in_it.baby and may.use = use.use group by in_it.id, use.use),
lines as (
  select use, 'pictures' as what, name as who, baby_called as baby, null as words, ends as until from may
  union all
  select word.use, tale.kind, case when tale.nameless then null when told ? 'fullName' then called || ' ' || family when told ? 'firstName' then tale.called end, null, words, ends
  from (select id, kind, words, nameless, child, called as c, called, family from tale) tale
  join (select story, nameless, use, stands, by_parent, by_self, told, ends from word) word on word.story = tale.id::text and word.nameless = tale.nameless
  where stands and case when child then by_parent else by_self end
  union all
  select use.use, kind, null, null, title, case when not nobody then agreed.ends end from file cross join use left join agreed on agreed.id = file.id and agreed.use = use.use
  where nobody or agreed.all_do)
select lines.* from lines join use using (use)
order by use.nth, what collate "C", coalesce(who, '') collate "C", coalesce(baby, '') collate "C", coalesce(words, '') collate "C"`

export function mayUseInSql(tx: Transaction, team: string, today: string): Promise<MayUseInSql[]> {
  return tx.query(agreements, [team, today])
}
