package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Rights by employment: what a person is and where follows from the employments of the day. */
@ApplicationScoped
class OrganisationScope implements Scope {
    private record Post(String name, Optional<CentreCode> centreCode, JobGroup jobGroup) {}

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
        List<Post> posts = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select name, centre_code, job_group from organisation.staff_on(:day) where person_key = :person""")
                .bind("day", day)
                .bind("person", person)
                .mapTo(Post.class)
                .list());
        return posts.isEmpty() ? firstAdministrator(person) : Optional.of(actor(person, posts));
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
                ? Optional.of(new Actor(person, person.value(), Set.of(Role.ADMINISTRATION), Set.of(), Set.of()))
                : Optional.empty();
    }

    private boolean nobodyAdministers() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select not exists (select from organisation.employment where job_group = 'ADMINISTRATION')")
                .mapTo(Boolean.class)
                .one());
    }

    private static Actor actor(PersonKey person, List<Post> posts) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<CentreCode> leads = new HashSet<>();
        Set<CentreCode> worksAt = new HashSet<>();
        for (Post post : posts) {
            post.centreCode().ifPresent(worksAt::add);
            switch (post.jobGroup()) {
                case PEDAGOGUE, PEDAGOGICAL_ASSISTANT -> roles.add(Role.STAFF);
                case LEADER -> {
                    roles.add(Role.LEADER);
                    post.centreCode().ifPresent(leads::add);
                }
                case HR -> roles.add(Role.HR);
                case ADMINISTRATION -> roles.add(Role.ADMINISTRATION);
                case SYSTEM_ADMINISTRATOR -> roles.add(Role.SYSTEM_ADMINISTRATOR);
            }
        }
        return new Actor(person, posts.get(0).name(), roles, leads, worksAt);
    }

    @Override
    public Set<CentreCode> centresOf(PersonKey person, LocalDate day) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select distinct centre_code from organisation.employment
                         where person_key = :person and centre_code is not null and employed_from <= :day
                           and (employed_to is null or employed_to >= cast(:day as date) - 365)""")
                .bind("person", person)
                .bind("day", day)
                .mapTo(CentreCode.class)
                .list()));
    }
}
