package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What users of the client can see of it. A change that is meant goes into {@code surface.txt} as well, which this test
 * writes to {@code target/surface.txt}.
 */
class SurfaceTest {
    private static final Path RECORDED = Path.of("src/test/resources/surface.txt");
    private static final Path FOUND = Path.of("target/surface.txt");
    private static final Path SOURCES = Path.of("src/main/java/dk/kvalitetsbro/moodle/client");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^( *)(?:public )(?:static |final |abstract |sealed )*(?:class|record|interface|enum) (\\w+)");

    @Test
    void nothing_of_the_surface_changes_unnoticed() throws Exception {
        var surface = types().map(SurfaceTest::describe).collect(Collectors.joining("\n\n", "", "\n"));
        Files.writeString(FOUND, surface);

        assertEquals(Files.readString(RECORDED), surface, "if this is meant: cp " + FOUND + " " + RECORDED);
    }

    @Test
    void no_type_of_a_dependency_shows() throws Exception {
        var foreign = types().map(SurfaceTest::describe)
                .flatMap(text -> Pattern.compile("\\b(?:okhttp3|okio|kotlin|jakarta)\\.[\\w.]+")
                        .matcher(text)
                        .results())
                .map(found -> found.group())
                .toList();

        assertEquals(List.of(), foreign);
    }

    @Test
    void every_public_type_is_explained() throws Exception {
        var unexplained = new ArrayList<String>();
        try (var files = Files.list(SOURCES)) {
            for (var file : files.toList()) {
                var source = Files.readString(file);
                PUBLIC_TYPE.matcher(source).results().forEach(type -> {
                    var before = source.substring(0, type.start())
                            .replaceAll("(?m)^\\s*@\\w+(\\(.*\\))?$", "")
                            .stripTrailing();
                    if (!before.endsWith("*/")) {
                        unexplained.add(file.getFileName() + " " + type.group(2));
                    }
                });
            }
        }
        assertEquals(List.of(), unexplained);
        assertTrue(types().count() > 40);
    }

    private static Stream<Class<?>> types() throws IOException, ClassNotFoundException {
        var types = new ArrayList<Class<?>>();
        try (var files = Files.walk(Path.of("target/classes"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.endsWith("package-info.class"))
                    .sorted()
                    .toList()) {
                var name = Path.of("target/classes").relativize(file).toString();
                var type = Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                if (isVisible(type)) {
                    types.add(type);
                }
            }
        }
        return types.stream();
    }

    private static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static String describe(Class<?> type) {
        var kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        var head = kind + " " + brief(type.getName())
                + (type.isRecord()
                        ? Arrays.stream(type.getRecordComponents())
                                .map(SurfaceTest::component)
                                .collect(Collectors.joining(", ", "(", ")"))
                        : "");
        var members = Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> Modifier.isPublic(field.getModifiers()))
                                .map(SurfaceTest::field),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(made -> Modifier.isPublic(made.getModifiers()) && !type.isRecord())
                                .map(made -> "new" + parameters(made)),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers()) && !isGiven(type, method))
                                .map(SurfaceTest::method))
                .flatMap(each -> each)
                .sorted()
                .map(member -> "\n    " + member)
                .collect(Collectors.joining());
        return head + members;
    }

    /** What every record and enum has. */
    private static boolean isGiven(Class<?> type, Method method) {
        boolean ofObject = List.of("equals", "hashCode", "toString").contains(method.getName());
        boolean ofEnum = type.isEnum() && List.of("values", "valueOf").contains(method.getName());
        boolean ofRecord = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
        return ofObject || ofEnum || ofRecord || method.isSynthetic() || method.isBridge();
    }

    private static String component(RecordComponent component) {
        return brief(component.getGenericType().getTypeName()) + " " + component.getName();
    }

    private static String field(Field field) {
        return field.isEnumConstant()
                ? field.getName()
                : "static " + brief(field.getGenericType().getTypeName()) + " " + field.getName();
    }

    private static String method(Method method) {
        return (Modifier.isStatic(method.getModifiers()) ? "static " : "")
                + brief(method.getGenericReturnType().getTypeName()) + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(type -> brief(type.getTypeName()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String brief(String name) {
        return name.replaceAll("dk\\.kvalitetsbro\\.moodle\\.client\\.", "")
                .replaceAll("java\\.(?:lang|util|time|net|util\\.function)\\.(?=[A-Z])", "")
                .replace('$', '.');
    }
}
