package dk.kvalitetsbro.e2e;

import static java.util.stream.Collectors.joining;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Follows all links from the front page on, and looks at one page of each kind. */
final class Walk {
    private final Visitor visitor;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Set<String> kinds = new TreeSet<>();

    private Walk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** @return the kinds of pages seen */
    static Set<String> of(Visitor visitor, Consumer<Page> look) {
        var walk = new Walk(visitor);
        walk.ahead.add(visitor.product().toString());
        while (!walk.ahead.isEmpty()) {
            walk.visit(walk.ahead.remove(), look);
        }
        return walk.kinds;
    }

    private void visit(String address, Consumer<Page> look) {
        if (kinds.contains(kind(address))) {
            return;
        }
        visitor.page().navigate(address);
        if (kinds.add(kind(visitor.page().url()))) {
            look.accept(visitor.page());
            ahead.addAll(links());
        }
    }

    /** A path without its codes. Of what is asked for, only the step of a workshop makes a page of its own. */
    private static String kind(String address) {
        var uri = URI.create(address);
        var path = Stream.of(uri.getPath().split("/"))
                .map(part -> part.matches(".*[0-9].*|[A-Z]+") ? "*" : part)
                .collect(joining("/"));
        return Stream.ofNullable(uri.getQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(choice -> choice.startsWith("trin="))
                .findFirst()
                .map(step -> path + "?" + step)
                .orElse(path);
    }

    private List<String> links() {
        var addresses = (List<?>) visitor.page().evaluate("[...document.links].map(link => link.href)");
        return addresses.stream()
                .map(Object::toString)
                .filter(address -> address.startsWith(visitor.product().toString()))
                .filter(address -> !address.contains(".csv"))
                .filter(address -> !address.contains(".json"))
                .toList();
    }
}
