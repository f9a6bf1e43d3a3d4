package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Mine forløb: what am I to learn, why, by when? */
@Controller
@RequestScoped
@Path("mine-forloeb")
public class MyLearningPage {
    private final LearningRecords records;
    private final CurrentActor actor;
    private final Models models;

    @Inject
    public MyLearningPage(LearningRecords records, CurrentActor actor, Models models) {
        this.records = records;
        this.actor = actor;
        this.models = models;
    }

    @GET
    public String show() {
        List<Learning> all = records.of(actor.get().key());
        models.put("open", all.stream().filter(Learning::isOpen).toList());
        models.put("withdrawn", Learning.givenUp(all));
        models.put("completed", all.stream().filter(Learning::isCompleted).toList());
        return "competence/my-learning.xhtml";
    }
}
