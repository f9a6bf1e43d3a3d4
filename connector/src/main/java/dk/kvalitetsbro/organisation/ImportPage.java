package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.BodyLimit;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where files come in: choose, see what they would do, say yes. */
@Controller
@RequestScoped
@Path("import")
public class ImportPage {
    /** The order in which a municipality begins; kinds of other packages come after. */
    private static final List<String> ORDER = List.of("AREAS", "CENTRES", "EMPLOYMENTS", "ELIGIBLE", "RESPONSES");

    /** Of a file, in bytes: some five times the largest group of the whole country. */
    private static final int LARGEST = 64 << 20;

    /** Of everything around the file. */
    private static final int FORM = 1 << 16;

    private final Imports imports;
    private final Models models;

    @Inject
    public ImportPage(Imports imports, Models models) {
        this.imports = imports;
        this.models = models;
    }

    @GET
    public String choose() {
        List<ImportKind> kinds = StreamSupport.stream(imports.kinds().spliterator(), false)
                .sorted(Comparator.comparing(ImportPage::position).thenComparing(ImportKind::name))
                .toList();
        models.put("kinds", kinds.stream().map(ImportKind::name).toList());
        models.put(
                "rounds",
                kinds.stream()
                        .flatMap(kind -> kind.rounds().stream())
                        .distinct()
                        .toList());
        models.put("recent", imports.recent());
        return "organisation/import.xhtml";
    }

    private static int position(ImportKind kind) {
        int position = ORDER.indexOf(kind.name());
        return position < 0 ? ORDER.size() : position;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @BodyLimit(LARGEST + FORM)
    public Response upload(
            @FormParam("kind") @Nullable String kind,
            @FormParam("round") @Nullable String round,
            @FormParam("file") @Nullable EntityPart file)
            throws IOException {
        if (file == null) {
            throw new Refusal("organisation.import.noFile");
        }
        Optional<String> ofRound = Optional.ofNullable(round).filter(code -> !code.isBlank());
        String name = FreeText.optional(FileName.asSent(file.getFileName().orElse("")), 200);
        try (InputStream content = file.getContent()) {
            long id = imports.check(String.valueOf(kind), new Upload(name, ofRound, limited(content)));
            return Redirect.to("import/" + id);
        }
    }

    private static byte[] limited(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        return bytes;
    }

    @GET
    @Path("{id}")
    public String show(@PathParam("id") long id) {
        Import shown = imports.find(id).orElseThrow(NotFoundException::new);
        List<Problem> problems = imports.problems(id);
        models.put("upload", shown);
        models.put("groups", ProblemGroup.of(problems));
        models.put("listed", problems.size());
        models.put("before", imports.importedBefore(id));
        return "organisation/import-result.xhtml";
    }

    @POST
    @Path("{id}/godkend")
    public Response approve(@PathParam("id") long id) {
        imports.approve(id);
        return Redirect.to("import/" + id);
    }
}
