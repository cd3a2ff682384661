-- What reports read, typed. security_invoker: row-level security is that of who asks, not of who made the view.

create view session_report with (security_invoker = true) as
select
  s.team,
  s.id as session_id,
  s.group_id,
  g.body #>> '{fields,name}' as group_name,
  (s.body #>> '{fields,date}')::date as held_on,
  (s.body #>> '{fields,slot}')::int as slot,
  s.body #>> '{fields,cancelledBecause}' as cancelled_because,
  (s.body #>> '{fields,closedAt}')::timestamptz as closed_at
from record_row s
left join record_row g on g.team = s.team and g.record = 'group' and g.id = s.group_id
where s.record = 'session';

-- One line a person and session, however many sign-ins say so; voided ones say nothing (SPEC SY6).
create view attendance_report with (security_invoker = true) as
select
  i.team,
  i.session_id,
  i.group_id,
  i.day::date as held_on,
  i.person_id,
  min((i.body #>> '{fields,arrivedAt}')::timestamptz) as arrived_at,
  count(*) as sign_ins
from record_row i
where i.record = 'signIn'
  and i.person_id is not null
  and i.body #>> '{fields,voidedBecause}' is null
group by i.team, i.session_id, i.group_id, i.day, i.person_id;

grant select on session_report to gather_app;
grant select on attendance_report to gather_app;
