-- A person's key may change: whoever is invited under it follows, as whoever is employed under it does.
alter table organisation.invitation
    drop constraint invitation_person_key_fkey,
    add constraint invitation_person_key_fkey foreign key (person_key) references organisation.person on update cascade;
