package dk.kvalitetsbro.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.moodle.AccountSearch.KeyField;
import dk.kvalitetsbro.moodle.Matching.Group;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.organisation.KeyChange;
import dk.kvalitetsbro.organisation.KeyChange.Verdict;
import dk.kvalitetsbro.organisation.KeyChanges;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who in the organisation is who in Moodle, and what it would mean to use other keys. */
@Controller
@RequestScoped
@Path("moodle/personer")
public class MatchingPage {
    /** A list of new keys: some ten thousand people. */
    private static final int LONGEST_LIST = 1_000_000;

    private static final int PAGE_SIZE = 25;
    private static final int MOST_NOT_FOUND = 50;
    private static final Duration LATELY = Duration.ofDays(30);

    private final Matcher matcher;
    private final AccountSearch search;
    private final KeyChanges changes;
    private final MoodleSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final Models models;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    MatchingPage(
            Matcher matcher,
            AccountSearch search,
            KeyChanges changes,
            MoodleSettings settings,
            AuditLog audit,
            Clock clock,
            Models models,
            Redirect redirect,
            Texts texts) {
        this.matcher = matcher;
        this.search = search;
        this.changes = changes;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.models = models;
        this.redirect = redirect;
        this.texts = texts;
    }

    @GET
    public String show(
            @QueryParam("noegle") @DefaultValue("") String asIf,
            @QueryParam("gruppe") @DefaultValue("") String shown,
            @QueryParam("side") @DefaultValue("1") int page) {
        KeyField field = chosen(KeyField.values(), asIf).orElse(search.field());
        audit.add("matching.read", "", field.name());
        models.put("field", field.name());
        models.put("configured", search.field().name());
        asked(() -> matcher.compare(field)).ifPresent(found -> {
            Group group = chosen(Group.values(), shown).orElse(worst(found));
            models.put("matching", found);
            models.put("counts", found.counts().entrySet());
            models.put("shown", group.name());
            models.put("listed", Listed.page(found.in(group), page, PAGE_SIZE));
        });
        models.put("accountPage", settings.publicUrl() + "/user/profile.php?id=");
        models.put("notFound", notFoundLately());
        return "moodle/matching.xhtml";
    }

    /** @return the group to look at first: the first that something is to be done about */
    private static Group worst(Matching found) {
        return Stream.of(Group.NO_ACCOUNT, Group.SEVERAL_ACCOUNTS, Group.SUSPENDED)
                .filter(group -> !found.in(group).isEmpty())
                .findFirst()
                .orElse(Group.MATCHED);
    }

    private static <T extends Enum<T>> Optional<T> chosen(T[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static <T> Optional<T> asked(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (MoodleException | Refusal e) {
            return Optional.empty();
        }
    }

    private List<AuditLog.Entry> notFoundLately() {
        return audit.newestOf("access.unknownPerson", OffsetDateTime.now(clock).minus(LATELY), MOST_NOT_FOUND);
    }

    /** Shows what would become of a list of new keys; nothing is changed. */
    @POST
    @Path("noegler")
    public String preview(@FormParam("noegler") @Nullable String list) {
        return previewed(FreeText.required(list, LONGEST_LIST));
    }

    /** As above, of a file as a spreadsheet saves it. Keys are letters and digits, the same in every encoding. */
    @POST
    @Path("noegler/fil")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String previewFile(@FormParam("fil") @Nullable EntityPart file) throws IOException {
        if (file == null) {
            throw new Refusal("moodle.keys.noFile");
        }
        try (InputStream content = file.getContent()) {
            return previewed(FreeText.required(new String(content.readAllBytes(), UTF_8), LONGEST_LIST));
        }
    }

    private String previewed(String keys) {
        List<KeyChange> checked = changes.check(keys);
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        checked.forEach(each -> verdicts.merge(each.verdict(), 1L, Long::sum));
        audit.add("matching.read", "", search.field() + " " + checked.size());
        models.put("keys", keys);
        models.put("verdicts", verdicts.entrySet());
        models.put("changing", verdicts.getOrDefault(Verdict.CHANGES, 0L));
        models.put("listed", Listed.page(wrongFirst(checked), 1, PAGE_SIZE));
        models.put(
                "may",
                verdicts.containsKey(Verdict.CHANGES)
                        && checked.stream().noneMatch(each -> each.verdict().isWrong()));
        asked(() -> matcher.compare(search.field(), changed(checked))).ifPresent(both -> {
            models.put("before", both.before().counts());
            models.put("after", both.after().counts());
        });
        return "moodle/new-keys.xhtml";
    }

    private static List<KeyChange> wrongFirst(List<KeyChange> checked) {
        return Stream.concat(
                        checked.stream().filter(each -> each.verdict().isWrong()),
                        checked.stream().filter(each -> !each.verdict().isWrong()))
                .toList();
    }

    private static Map<String, String> changed(List<KeyChange> checked) {
        return checked.stream()
                .filter(each -> each.verdict() == Verdict.CHANGES)
                .collect(Collectors.toMap(
                        each -> each.line().from(), each -> each.line().to()));
    }

    @POST
    @Path("noegler/godkend")
    public Response apply(@FormParam("noegler") @Nullable String list) {
        int changed = changes.apply(FreeText.required(list, LONGEST_LIST));
        return redirect.toldOf("moodle/personer", texts.of("moodle.keys.changed", changed));
    }
}
