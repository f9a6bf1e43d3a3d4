package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether the Moodle that is configured is the one that the courses came from. Courses are known by Moodle's ids, and in
 * another Moodle an id is another course, so nothing is read or enrolled there until somebody says that it is the same.
 */
@ApplicationScoped
class SameSite {
    private final Jdbi jdbi;
    private final Optional<String> configured;

    @Inject
    SameSite(Jdbi jdbi, MoodleSettings settings, @ConfigProperty(name = "moodle.site") Optional<String> name) {
        this.jdbi = jdbi;
        this.configured = name.or(settings::address);
    }

    /** @throws Refusal when the courses came from another one */
    public void require() {
        if (former().isPresent()) {
            throw new Refusal("moodle.otherSite");
        }
    }

    /** Notes that courses came from here; the first note stays. */
    public void keep() {
        write("insert into moodle.site (name) values (:name) on conflict do nothing");
    }

    /** Notes that this is where the courses came from, whatever it was called until now. */
    public void confirm() {
        write(
                "insert into moodle.site (name) values (:name) on conflict (only_one) do update set name = excluded.name");
    }

    private void write(String statement) {
        configured.ifPresent(name -> jdbi.useHandle(
                handle -> handle.createUpdate(statement).bind("name", name).execute()));
    }

    /** @return what the page says where the courses came from another one */
    public Optional<Check> check(Texts texts) {
        return former().map(former -> new Check(
                State.BROKEN,
                texts.get("moodle.check.site"),
                texts.of("moodle.check.site.other", former, configured.orElse("")),
                texts.get("moodle.otherSite")));
    }

    /** @return where the courses came from, if that is not here */
    private Optional<String> former() {
        return jdbi.withHandle(handle -> handle.createQuery("select name from moodle.site")
                        .mapTo(String.class)
                        .findOne())
                .filter(kept -> configured.filter(name -> !name.equals(kept)).isPresent());
    }
}
