package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * That somebody contributed, and texts that name them: who wrote which text is kept nowhere. A voice stays without the
 * person, because the workshop tells how many have contributed.
 */
@ApplicationScoped
class PeopleInWorkshops implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "workshops.voices",
                """
                select w.title, w.centre, w.started
                  from workshops.voice v join workshops.workshop w on w.id = v.workshop
                 where v.person_key = :key order by w.started, w.id""");
        holdings.texts("workshops.titles", "workshops.workshop", "title");
        holdings.texts("workshops.coreTasks", "workshops.core_task", "text", "alignment");
        holdings.texts("workshops.bubbles", "workshops.bubble", "text_da", "text_en", "source");
        holdings.texts("workshops.links", "workshops.link", "reason");
        holdings.texts("workshops.questions", "workshops.question", "text");
        holdings.texts("workshops.answers", "workshops.answer", "text");
        holdings.texts("workshops.priorities", "workshops.priority", "text", "reason");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run(
                """
                update workshops.voice set person_key = :former || ':' || gen_random_uuid() where person_key = :key""");
        erasure.texts("workshops.workshop", "title");
        erasure.texts("workshops.core_task", "text", "alignment");
        erasure.texts("workshops.bubble", "text_da", "text_en", "source");
        erasure.texts("workshops.link", "reason");
        erasure.texts("workshops.question", "text");
        erasure.texts("workshops.answer", "text");
        erasure.texts("workshops.priority", "text", "reason");
    }
}
