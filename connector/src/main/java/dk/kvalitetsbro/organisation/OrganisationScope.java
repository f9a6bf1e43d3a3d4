package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.Invited;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Rights by employment, office and invitation: what a person is and where follows from those of the day. */
@ApplicationScoped
class OrganisationScope implements Scope {
    /** @param centreCode one of the centres that the post is about; a post is there once for each */
    private record Post(String name, Optional<CentreCode> centreCode, JobGroup jobGroup) {}

    private record Invitation(String name, Role role, Optional<CentreCode> centre, Optional<Long> workshop) {
        Invited invited() {
            return new Invited(role, centre, workshop);
        }
    }

    private final Jdbi jdbi;
    private final Optional<String> bootstrapAdministrator;

    @Inject
    OrganisationScope(
            Jdbi jdbi, @ConfigProperty(name = "bootstrap.administrator") Optional<String> bootstrapAdministrator) {
        this.jdbi = jdbi;
        this.bootstrapAdministrator = bootstrapAdministrator;
    }

    @Override
    public Optional<Actor> actor(PersonKey person, LocalDate day) {
        return jdbi.withHandle(handle -> actor(posts(handle, person, day), invitations(handle, person, day), person))
                .or(() -> firstAdministrator(person));
    }

    /** An area leader's post is there once for each centre that lies in the area that day. */
    private static List<Post> posts(Handle handle, PersonKey person, LocalDate day) {
        return handle.createQuery(
                        """
                        select p.name, coalesce(e.centre_code, c.code) as centre_code, e.job_group
                          from organisation.employment e
                          join organisation.person p on p.key = e.person_key
                          left join organisation.centres_on(:day) c on c.area_code = e.area_code
                         where e.person_key = :person and e.employed_from <= :day
                           and (e.employed_to is null or e.employed_to >= :day)""")
                .bind("day", day)
                .bind("person", person)
                .mapTo(Post.class)
                .list();
    }

    private static List<Invitation> invitations(Handle handle, PersonKey person, LocalDate day) {
        return handle.createQuery(
                        """
                        select p.name, i.role, i.centre, i.workshop
                          from organisation.invitation i join organisation.person p on p.key = i.person_key
                         where i.person_key = :person and i.ended is null
                           and i.valid_from <= :day and i.valid_to >= :day""")
                .bind("day", day)
                .bind("person", person)
                .mapTo(Invitation.class)
                .list();
    }

    private static Optional<Actor> actor(List<Post> posts, List<Invitation> invitations, PersonKey person) {
        return Stream.concat(
                        posts.stream().map(Post::name), invitations.stream().map(Invitation::name))
                .findFirst()
                .map(name -> new Actor(
                        person,
                        name,
                        places(posts),
                        invitations.stream().map(Invitation::invited).collect(Collectors.toSet())));
    }

    private static Map<Role, Set<CentreCode>> places(List<Post> posts) {
        Map<Role, Set<CentreCode>> places = new EnumMap<>(Role.class);
        for (Post post : posts) {
            Set<CentreCode> centres = places.computeIfAbsent(role(post.jobGroup()), first -> new HashSet<>());
            post.centreCode().ifPresent(centres::add);
        }
        return places;
    }

    private static Role role(JobGroup jobGroup) {
        return switch (jobGroup) {
            case PEDAGOGUE, PEDAGOGICAL_ASSISTANT -> Role.STAFF;
            case LEADER -> Role.LEADER;
            case HR -> Role.HR;
            case ADMINISTRATION -> Role.ADMINISTRATION;
            case SYSTEM_ADMINISTRATOR -> Role.SYSTEM_ADMINISTRATOR;
            case AREA_LEADER -> Role.AREA_LEADER;
            case POLITICIAN -> Role.POLITICIAN;
            case BOARD -> Role.BOARD;
            case DATA_PROTECTION_OFFICER -> Role.DATA_PROTECTION_OFFICER;
        };
    }

    @Override
    public Map<String, String> names(Collection<String> keys) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select key, name from organisation.person where key = any (:keys)")
                        .bindArray("keys", String.class, List.copyOf(keys))
                        .map((row, context) -> Map.entry(row.getString("key"), row.getString("name")))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Somebody must be able to import the organisation before there is one. */
    private Optional<Actor> firstAdministrator(PersonKey person) {
        boolean named = bootstrapAdministrator.equals(Optional.of(person.value()));
        return named && nobodyAdministers()
                ? Optional.of(new Actor(person, person.value(), Map.of(Role.ADMINISTRATION, Set.of()), Set.of()))
                : Optional.empty();
    }

    private boolean nobodyAdministers() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select not exists (select from organisation.employment where job_group = 'ADMINISTRATION')")
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public Set<CentreCode> centresOf(PersonKey person, LocalDate day) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select distinct centre_code from organisation.employment
                         where person_key = :person and centre_code is not null and job_group <> 'BOARD'
                           and employed_from <= :day
                           and (employed_to is null or employed_to >= cast(:day as date) - 365)""")
                .bind("person", person)
                .bind("day", day)
                .mapTo(CentreCode.class)
                .list()));
    }
}
