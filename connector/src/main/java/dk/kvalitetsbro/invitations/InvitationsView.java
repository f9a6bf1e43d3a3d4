package dk.kvalitetsbro.invitations;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PageFrame;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Invitation;
import dk.kvalitetsbro.organisation.Invitations;
import dk.kvalitetsbro.organisation.NewInvitation;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import dk.kvalitetsbro.workshops.Workshops;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who is invited, and a form to invite somebody: for the whole municipality, or for a centre's leader. */
@RequestScoped
public class InvitationsView {
    private static final int UNPROCESSABLE = 422;
    private static final String VIEW = "invitations/invitations.xhtml";

    private final Invitations invitations;
    private final Workshops workshops;
    private final Organisation organisation;
    private final AuditLog audit;
    private final PageFrame page;
    private final Redirect redirect;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public InvitationsView(
            Invitations invitations,
            Workshops workshops,
            Organisation organisation,
            AuditLog audit,
            PageFrame page,
            Redirect redirect,
            Models models,
            Texts texts,
            Clock clock) {
        this.invitations = invitations;
        this.workshops = workshops;
        this.organisation = organisation;
        this.audit = audit;
        this.page = page;
        this.redirect = redirect;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    String show(Optional<CentreCode> of) {
        return show(of, InvitationForm.blank(LocalDate.now(clock)));
    }

    private String show(Optional<CentreCode> of, InvitationForm form) {
        LocalDate today = LocalDate.now(clock);
        List<Invitation> all = of.map(invitations::reaching).orElseGet(invitations::all);
        models.put("here", path(of));
        models.put("form", form);
        models.put("today", today);
        models.put(
                "ahead",
                all.stream().filter(invitation -> invitation.isAhead(today)).toList());
        models.put(
                "over",
                all.stream().filter(invitation -> !invitation.isAhead(today)).toList());
        models.put("roles", List.of(Role.CONSULTANT, Role.RESEARCHER));
        models.put("centres", organisation.centres(today));
        models.put("centreNames", centreNames(all));
        of.ifPresent(this::putCentre);
        audit.add("invitation.read", of.map(CentreCode::value).orElse(""), "");
        return VIEW;
    }

    private void putCentre(CentreCode code) {
        models.put("centre", organisation.centre(code).orElseThrow(NotFoundException::new));
        models.put("workshops", workshops.titles(code));
    }

    private Object centreNames(List<Invitation> all) {
        return all.stream()
                .flatMap(invitation -> invitation.centre().stream())
                .distinct()
                .collect(toMap(
                        CentreCode::value,
                        code -> organisation.centre(code).map(Centre::name).orElse(code.value())));
    }

    Response invite(Optional<CentreCode> of, InvitationForm typed) {
        try {
            NewInvitation wanted = typed.read();
            requireThere(wanted);
            invitations.invite(wanted);
            return redirect.toldOf(path(of), texts.of("invitations.told", wanted.name()));
        } catch (Refusal refusal) {
            models.put("refusal", texts.of(refusal.key(), refusal.arguments()));
            page.comeBackTo(path(of));
            return Response.status(UNPROCESSABLE).entity(show(of, typed)).build();
        }
    }

    private void requireThere(NewInvitation wanted) {
        wanted.centre().ifPresent(centre -> {
            boolean open = organisation.centres(LocalDate.now(clock)).stream()
                    .anyMatch(each -> each.code().equals(centre));
            if (!open) {
                throw new Refusal("invitations.noSuchCentre");
            }
            wanted.workshop().ifPresent(workshop -> {
                if (!workshops.titles(centre).containsKey(workshop)) {
                    throw new Refusal("invitations.noSuchWorkshop");
                }
            });
        });
    }

    Response takeBack(Optional<CentreCode> of, long id) {
        if (!invitations.takeBack(id, of)) {
            throw new NotFoundException();
        }
        return redirect.toldOf(path(of), texts.get("invitations.ended"));
    }

    private static String path(Optional<CentreCode> of) {
        return of.map(centre -> "dagtilbud/" + centre + "/").orElse("") + "invitationer";
    }
}
