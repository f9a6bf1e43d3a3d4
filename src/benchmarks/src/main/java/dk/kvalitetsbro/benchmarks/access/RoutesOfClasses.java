package dk.kvalitetsbro.benchmarks.access;

import dk.kvalitetsbro.access.Rights;
import dk.kvalitetsbro.access.SessionFilter;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The routes that the connector's classes answer, whatever the table of rights says. */
final class RoutesOfClasses {
    private RoutesOfClasses() {}

    /** @return methods and paths, such as {@code GET dagtilbud/{centre}/resultater} */
    static Set<String> all() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (Class<?> type : classes()) {
            if (type.isAnnotationPresent(Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    SessionFilter.verb(method)
                            .ifPresent(verb -> routes.add(verb + " " + SessionFilter.template(type, method)));
                }
            }
        }
        return routes;
    }

    private static List<Class<?>> classes() throws IOException {
        try {
            var place = java.nio.file.Path.of(Rights.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return below(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return below(jar.getPath("/"));
            }
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static List<Class<?>> below(java.nio.file.Path root) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("dk/kvalitetsbro"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .<Class<?>>map(name -> load(name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".")))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RoutesOfClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
