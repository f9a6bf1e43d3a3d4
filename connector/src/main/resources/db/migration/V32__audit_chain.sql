-- The audit log as a chain: each line's hash covers the hash of the line before. Lines get their place in it soon after
-- they were added (docs/decisions/0027-audit.md).
alter table access.audit
    add column place bigint unique,            -- in the chain, from 1; none: it has none yet
    add column hash  bytea,
    add check ((place is null) = (hash is null));
create index on access.audit (id) where place is null;

-- What the chain came to at a place, signed with a key that the database doesn't have.
create table access.audit_checkpoint (
    place     bigint not null,
    beginning boolean not null,                -- whether the lines up to here are no longer kept
    hash      bytea not null,
    made      timestamptz not null,
    key_id    text not null,                   -- which key: the beginning of its own hash
    signature bytea not null,
    primary key (place, beginning)
);

-- Each time the whole chain was gone through, and what was found.
create table access.audit_verification (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    first_place bigint not null,               -- of the lines that there were
    lines       bigint not null,
    checkpoints integer not null,              -- whose signature was right
    broken_at   bigint,                        -- the first place where something is wrong
    breach      text check (breach in ('CHANGED', 'MISSING', 'BACKDATED', 'CHECKPOINT', 'BEGINNING')),
    check ((broken_at is null) = (breach is null))
);

-- Lines and checkpoints are only ever added. A line may be given its place once; both go when they are no longer kept,
-- up to a checkpoint that the transaction names.
create function access.only_added() returns trigger language plpgsql as $$
declare
    gone bigint := nullif(current_setting('kvalitetsbro.kept_after', true), '');
begin
    if tg_op = 'DELETE' and old.place <= gone
       and exists (select from access.audit_checkpoint where beginning and place = gone) then
        return old;
    end if;
    if tg_op = 'UPDATE' and tg_table_name = 'audit' then
        if old.place is null and new.place is not null
           and (new.id, new.at, new.actor, new.action, new.subject, new.detail)
               is not distinct from (old.id, old.at, old.actor, old.action, old.subject, old.detail) then
            return new;
        end if;
    end if;
    raise exception 'the audit log is only added to' using errcode = 'insufficient_privilege';
end $$;

create trigger only_added before update or delete on access.audit
    for each row execute function access.only_added();
create trigger only_added before update or delete on access.audit_checkpoint
    for each row execute function access.only_added();
create trigger never_emptied before truncate on access.audit
    for each statement execute function access.only_added();
create trigger never_emptied before truncate on access.audit_checkpoint
    for each statement execute function access.only_added();
alter table access.audit enable always trigger only_added, enable always trigger never_emptied;
alter table access.audit_checkpoint enable always trigger only_added, enable always trigger never_emptied;
