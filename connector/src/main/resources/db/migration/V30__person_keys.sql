-- A person's key may change: whoever is employed under it follows.
alter table organisation.employment
    drop constraint employment_person_key_fkey,
    add constraint employment_person_key_fkey foreign key (person_key) references organisation.person on update cascade;

-- Who was not found lately is asked for without reading the whole log.
create index on access.audit (at) where action = 'access.unknownPerson';
