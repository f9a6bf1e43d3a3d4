package dk.kvalitetsbro.web;

import jakarta.mvc.Controller;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Who reads the answer to a request: a person at a page, or a program. */
public final class Reader {
    /** Below this everything is for programs, whatever a request says that it accepts. */
    private static final String PROGRAMS = "api/";

    private Reader() {}

    /**
     * @param asked    the address asked for
     * @param resource the route that it leads to, which may be none
     * @param accept   the request's header, if it has one
     * @return whether the route is a page, or the reader a person who asked a browser for something else
     */
    public static boolean wantsPage(UriInfo asked, ResourceInfo resource, @Nullable String accept) {
        if (asked.getPath().replaceFirst("^/", "").startsWith(PROGRAMS)) {
            return false;
        }
        Method method = resource.getResourceMethod();
        Class<?> type = resource.getResourceClass();
        boolean page = method != null
                && type != null
                && (method.isAnnotationPresent(Controller.class) || type.isAnnotationPresent(Controller.class));
        return page || isPerson(accept);
    }

    /** @return whether the reader names HTML among what they accept, as every browser does that opens an address */
    static boolean isPerson(@Nullable String accept) {
        return accept != null && accept.contains("text/html");
    }
}
