-- Families behind parents' responses, who alone tell how many of the invited families were reached.
alter table surveys.turnout add column families bigint not null default 0;

-- Rounds closed before: a family belongs to one centre, so those of all centres may be added up.
update surveys.turnout t
   set families = (select coalesce(sum(p.families), 0) from results.participation p
                    where p.round = t.round and p.grp = t.grp)
 where t.grp = 'PARENT';
