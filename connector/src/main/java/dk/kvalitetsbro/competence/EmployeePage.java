package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Employment;
import dk.kvalitetsbro.organisation.Organisation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Medarbejder: what has this person learnt? That the page was opened is written in the audit log. */
@Controller
@RequestScoped
@Path("medarbejdere/{person}")
public class EmployeePage {
    private final LearningRecords records;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Models models;
    private final Clock clock;

    @Inject
    public EmployeePage(
            LearningRecords records, Organisation organisation, AuditLog audit, Models models, Clock clock) {
        this.records = records;
        this.organisation = organisation;
        this.audit = audit;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(@PathParam("person") String key) {
        PersonKey person = key(key);
        String name = organisation.nameOf(person).orElseThrow(NotFoundException::new);
        audit.add("record.read", person.value(), "");
        List<Learning> learnings = records.of(person);
        List<Employment> employments = organisation.employments(person);
        models.put("name", name);
        models.put("open", learnings.stream().filter(Learning::isOpen).toList());
        models.put("employments", employments);
        models.put("centreNames", centreNames(employments));
        models.put("moments", Moment.timeLine(employments, learnings, LocalDate.now(clock)));
        return "competence/employee.xhtml";
    }

    private Map<String, String> centreNames(List<Employment> employments) {
        return employments.stream()
                .flatMap(employment -> employment.centreCode().stream())
                .distinct()
                .collect(Collectors.toMap(
                        CentreCode::value,
                        code -> organisation.centre(code).map(Centre::name).orElse(code.value())));
    }

    private static PersonKey key(String text) {
        try {
            return new PersonKey(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException(notOne);
        }
    }
}
