package dk.kvalitetsbro.web;

import jakarta.mvc.Controller;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Who reads the answer to a request: a person at a page, or a program. */
public final class Reader {
    private Reader() {}

    /**
     * @param resource the route asked for, which may be none
     * @param accept   the request's header, if it has one
     * @return whether the route is a page, or the reader a person who asked a browser for something else
     */
    public static boolean wantsPage(ResourceInfo resource, @Nullable String accept) {
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
