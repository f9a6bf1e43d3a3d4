package dk.kvalitetsbro.access;

import java.util.List;

/** Pages that share one entry of the menu and lead to each other while one of them is read. */
enum Chapter {
    MUNICIPALITY(
            "access.menu.municipality",
            new Page("kommune/resultater", "access.municipality.resultater"),
            new Page("kommune/udvikling", "access.municipality.udvikling"),
            new Page("kommune/fund", "access.municipality.fund"),
            new Page("kommune/uden-tiltag", "access.municipality.uden-tiltag"),
            new Page("kommune/baggrund", "access.municipality.baggrund"),
            new Page("kommune/overblik", "access.municipality.overblik")),
    PEOPLE_AND_ACCESS(
            "access.menu.peopleAndAccess",
            new Page("henvendelser", "access.menu.requests"),
            new Page("persondata", "access.menu.people"),
            new Page("invitationer", "access.menu.invitations"),
            new Page("api-adgang", "access.menu.tokens"));

    /** @param path as the table of rights writes it */
    record Page(String path, String textKey) {}

    private final String textKey;
    private final List<Page> pages;

    Chapter(String textKey, Page... pages) {
        this.textKey = textKey;
        this.pages = List.of(pages);
    }

    String textKey() {
        return textKey;
    }

    /** In the order in which they are offered. */
    List<Page> pages() {
        return pages;
    }

    /** @param path below the application's root, without a leading slash */
    boolean has(String path) {
        return pages.stream().anyMatch(page -> path.startsWith(page.path()));
    }
}
