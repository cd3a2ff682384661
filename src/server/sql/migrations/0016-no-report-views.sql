-- Reports are defined once, in shared/reports, for laptops and server alike; these views counted for themselves, and somebody who was joined twice.

drop view attendance_report;
drop view session_report;
