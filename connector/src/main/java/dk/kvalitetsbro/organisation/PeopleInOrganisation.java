package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/** The person with employments and invitations, and what they imported. A file that still waits and names them is dropped. */
@ApplicationScoped
class PeopleInOrganisation implements PersonalData {
    private static final String WAITS = "state = 'READY' and position(convert_to(:key, 'UTF8') in content) > 0";

    @Override
    public void tell(Holdings holdings) {
        holdings.add("organisation.person", "select key, name from organisation.person where key = :key");
        holdings.add(
                "organisation.employments",
                """
                select number, centre_code as centre, area_code as area, job_group, employed_from, employed_to, leave_from, leave_to
                  from organisation.employment where person_key = :key order by employed_from, number""");
        holdings.add(
                "organisation.imports",
                "select kind, file_name, uploaded, state from organisation.upload where by_whom = :key order by id");
        holdings.add(
                "organisation.waitingFiles",
                "select kind, file_name, uploaded from organisation.upload where " + WAITS + " order by id");
        holdings.add(
                "organisation.fileProblems",
                """
                select value, hint from organisation.upload_problem
                 where value ~* :named or hint ~* :named or value ~ :keyed or hint ~ :keyed
                    or value in (select number from organisation.employment where person_key = :key)""");
        holdings.texts("organisation.fileNames", "organisation.upload", "file_name");
        holdings.add(
                "organisation.invitations",
                """
                select role, centre, workshop, valid_from, valid_to, invited, ended
                  from organisation.invitation where person_key = :key order by id""");
        holdings.add(
                "organisation.invited",
                """
                select role, centre, workshop, valid_from, valid_to, invited, ended
                  from organisation.invitation where by_whom = :key order by id""");
        holdings.texts("organisation.purposes", "organisation.invitation", "purpose");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run(
                """
                delete from organisation.upload_problem
                 where value ~* :named or hint ~* :named or value ~ :keyed or hint ~ :keyed
                    or value in (select number from organisation.employment where person_key = :key)""");
        erasure.run("update organisation.upload set state = 'EXPIRED', content = null where " + WAITS);
        erasure.run("update organisation.upload set by_whom = :former where by_whom = :key");
        erasure.texts("organisation.upload", "file_name");
        erasure.run("delete from organisation.invitation where person_key = :key");
        erasure.run("update organisation.invitation set by_whom = :former where by_whom = :key");
        erasure.texts("organisation.invitation", "purpose");
        erasure.run("delete from organisation.employment where person_key = :key");
        erasure.run("delete from organisation.person where key = :key");
        erasure.run(
                """
                insert into organisation.person (key, name) values (:former, 'Tidligere medarbejder')
                on conflict do nothing""");
    }
}
