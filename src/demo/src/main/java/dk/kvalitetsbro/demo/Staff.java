package dk.kvalitetsbro.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Employs everybody: the personas first, then the town hall, then one centre after the other. */
final class Staff {
    static final Person MAJA = Person.invented(1, "Maja Holm");
    static final Person KAREN = Person.invented(2, "Karen Bech");
    static final Person JONAS = Person.invented(3, "Jonas Dalgaard");
    static final Person ANNE = Person.invented(4, "Anne Thygesen");
    static final Person SIGURD = Person.invented(5, "Sigurd Lyngby");
    static final Person IN_TWO_CENTRES = Person.invented(6, "Amalie Kofoed");
    static final Person ON_LEAVE = Person.invented(7, "Frederik Aarup");
    static final Person LEFT = Person.invented(8, "Gudrun Vester");

    private static final int PERSONAS = 8;
    private static final int TOWN_HALL_MINIMUM = 6;
    private static final int STAFF_PER_TOWN_HALL_POST = 500;
    private static final int MOVED_FROM_CLOSED_CENTRE = 7;
    private static final LocalDate LAST_DAY_OF_LEFT = LocalDate.of(2026, 6, 30);
    private static final Period LEAVE = Period.between(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));

    private final Organisation organisation;
    private final List<Employment> employments = new ArrayList<>();
    private int people = PERSONAS;

    private Staff(Organisation organisation) {
        this.organisation = organisation;
    }

    static List<Employment> of(Size size, Organisation organisation) {
        var staff = new Staff(organisation);
        staff.employTownHall(size);
        organisation.sites().stream()
                .filter(site -> !site.equals(organisation.closed()))
                .forEach(staff::employCentre);
        return List.copyOf(staff.employments);
    }

    /** Posts in the town hall: HR and administration by turns, and one system administrator. */
    static int inTownHall(Size size) {
        return TOWN_HALL_MINIMUM + size.staff() / STAFF_PER_TOWN_HALL_POST;
    }

    private void employTownHall(Size size) {
        employInTownHall(JONAS, JobGroup.HR);
        employInTownHall(ANNE, JobGroup.ADMINISTRATION);
        employInTownHall(SIGURD, JobGroup.SYSTEM_ADMINISTRATOR);
        for (var post = 3; post < inTownHall(size); post++) {
            employInTownHall(next(), post % 2 == 0 ? JobGroup.HR : JobGroup.ADMINISTRATION);
        }
    }

    private void employInTownHall(Person person, JobGroup jobGroup) {
        var begun = beginning(person, Organisation.BEGINNING);
        employ(person, Optional.empty(), jobGroup, Period.since(begun));
    }

    private void employCentre(Site site) {
        if (site.equals(organisation.karens())) {
            employKarensCentre(site);
        } else if (site.equals(organisation.opened())) {
            employOpenedCentre(site);
        } else {
            employ(next(), site, JobGroup.LEADER);
            employMany(site, JobGroup.PEDAGOGUE, site.pedagogues());
            employMany(site, JobGroup.PEDAGOGICAL_ASSISTANT, site.assistants());
        }
    }

    /** Those with a story work here, so that one page shows them all. */
    private void employKarensCentre(Site site) {
        employ(KAREN, site, JobGroup.LEADER);
        employ(MAJA, site, JobGroup.PEDAGOGUE);
        employ(IN_TWO_CENTRES, site, JobGroup.PEDAGOGUE);
        employ(IN_TWO_CENTRES, organisation.opened(), JobGroup.PEDAGOGUE);
        employ(ON_LEAVE, site, JobGroup.PEDAGOGUE);
        replaceLast(last().onLeave(LEAVE));
        employMany(site, JobGroup.PEDAGOGUE, site.pedagogues() - 3);
        employMany(site, JobGroup.PEDAGOGICAL_ASSISTANT, site.assistants());
        employ(LEFT, site, JobGroup.PEDAGOGICAL_ASSISTANT);
        replaceLast(last().until(LAST_DAY_OF_LEFT));
    }

    /** The closed centre's leader and pedagogues came here, each with a new employment. */
    private void employOpenedCentre(Site site) {
        for (var moved = 0; moved < MOVED_FROM_CLOSED_CENTRE; moved++) {
            var person = next();
            var jobGroup = moved == 0 ? JobGroup.LEADER : JobGroup.PEDAGOGUE;
            var before = Period.between(LocalDate.of(2008 + moved, 8, 1), Organisation.CLOSED);
            employ(person, Optional.of(organisation.closed()), jobGroup, before);
            employ(person, Optional.of(site), jobGroup, Period.since(Organisation.CLOSED.plusDays(1)));
        }
        employMany(site, JobGroup.PEDAGOGUE, site.pedagogues() - MOVED_FROM_CLOSED_CENTRE + 1);
        employMany(site, JobGroup.PEDAGOGICAL_ASSISTANT, site.assistants());
    }

    private void employMany(Site site, JobGroup jobGroup, int count) {
        for (var i = 0; i < count; i++) {
            employ(next(), site, jobGroup);
        }
    }

    private void employ(Person person, Site site, JobGroup jobGroup) {
        var begun = beginning(person, site.centre().opened());
        employ(person, Optional.of(site), jobGroup, Period.since(begun));
    }

    private void employ(Person person, Optional<Site> site, JobGroup jobGroup, Period employed) {
        var number = "T" + (100_001 + employments.size());
        var centreCode = site.map(Site::centre).map(Centre::code);
        employments.add(new Employment(person, number, centreCode, jobGroup, employed, Optional.empty()));
    }

    private Employment last() {
        return employments.get(employments.size() - 1);
    }

    private void replaceLast(Employment employment) {
        employments.set(employments.size() - 1, employment);
    }

    /** The first of a month between the earliest possible and the spring of 2026. */
    private static LocalDate beginning(Person person, LocalDate earliest) {
        var months = (2026 - earliest.getYear()) * 12 + 5 - earliest.getMonthValue();
        return earliest.plusMonths(Chance.of("employed from", person.username()).below(months));
    }

    private Person next() {
        people++;
        return Person.invented(people, Names.person(people));
    }
}
