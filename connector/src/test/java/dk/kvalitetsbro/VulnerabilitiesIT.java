package dk.kvalitetsbro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** docs/reference/vulnerabilities.md against the bill of materials of what is delivered. */
class VulnerabilitiesIT {
    private static final String PAYARA = "payara:";

    /** What is built or checked with, and does not reach anybody. */
    private static final Set<String> TOOLS = Set.of("npm:typescript", "npm:esbuild");

    private static final String PAGE = read("../docs/reference/vulnerabilities.md");

    @Test
    void every_version_that_is_delivered_is_listed_with_when_it_was_looked_up() {
        Map<String, String> lookedUp = new TreeMap<>();
        rows("## Looked up").forEach(row -> {
            assertTrue(row.get(2).matches("\\d{4}-\\d\\d-\\d\\d|not yet"), row.toString());
            lookedUp.put(row.get(0), row.get(1));
        });

        assertEquals(delivered(), lookedUp);
    }

    @Test
    void every_known_vulnerability_is_of_something_that_is_there_in_that_version() {
        Map<String, String> there = new TreeMap<>(delivered());
        there.putAll(insidePayara());
        Set<String> stale = new TreeSet<>();
        for (List<String> row : rows("## Known")) {
            if (!row.get(2).equals(there.get(row.get(1)))) {
                stale.add(row.get(0) + ": " + row.get(1) + " is " + there.get(row.get(1)) + ", not " + row.get(2));
            }
            if (isAtLeast(row.get(2), row.get(3))) {
                stale.add(row.get(0) + " is corrected in " + row.get(2));
            }
        }
        assertEquals(Set.of(), stale);
    }

    @Test
    void each_says_whether_it_applies_and_why() {
        List<List<String>> known = rows("## Known");

        assertFalse(known.isEmpty());
        for (List<String> row : known) {
            assertTrue(Set.of("yes", "no", "unknown").contains(row.get(4)), row.toString());
            assertTrue(row.get(5).length() > 10, row.toString());
        }
    }

    @Test
    void the_bill_of_materials_names_what_lies_in_the_war() throws IOException {
        Set<String> listed = billOfMaterials().entrySet().stream()
                .map(part -> part.getKey().replaceFirst(".*:", "") + "-" + part.getValue() + ".jar")
                .collect(Collectors.toCollection(TreeSet::new));
        try (ZipFile war = new ZipFile(System.getProperty("war"))) {
            Set<String> there = war.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.matches("WEB-INF/lib/.+\\.jar"))
                    .map(name -> name.substring("WEB-INF/lib/".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(there, listed);
        }
    }

    /** @return what reaches an installation, by name, without parts of our own */
    private static Map<String, String> delivered() {
        Map<String, String> delivered = billOfMaterials();
        delivered.keySet().removeIf(name -> name.startsWith("dk.kvalitetsbro:"));
        delivered.putAll(pageAssets());
        delivered.put("fish.payara.extras:payara-micro", payaraVersion());
        return delivered;
    }

    private static Map<String, String> billOfMaterials() {
        Map<String, String> parts = new TreeMap<>();
        for (JsonObject part :
                json("target/kvalitetsbro-bom.json").getJsonArray("components").getValuesAs(JsonObject.class)) {
            parts.put(part.getString("group") + ":" + part.getString("name"), part.getString("version"));
        }
        return parts;
    }

    private static Map<String, String> pageAssets() {
        Map<String, String> parts = new TreeMap<>();
        json("src/main/frontend/package-lock.json").getJsonObject("packages").forEach((path, part) -> {
            String name = "npm:" + path.replaceFirst("^node_modules/", "");
            if (!path.isEmpty() && !name.startsWith("npm:@") && !TOOLS.contains(name)) {
                parts.put(name, part.asJsonObject().getString("version"));
            }
        });
        return parts;
    }

    private static String payaraVersion() {
        String version = PAGE.replaceFirst("(?s).*\\| fish\\.payara\\.extras:payara-micro \\| ([0-9.]+) \\|.*", "$1");
        assertTrue(insidePayara().containsValue(version), version);
        return version;
    }

    /** @return such as {@code payara:hazelcast.jar com.hazelcast:hazelcast}, by what the jars say of themselves */
    private static Map<String, String> insidePayara() {
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile micro = new ZipFile(System.getProperty("micro.jar"))) {
            List<? extends ZipEntry> jars = micro.stream()
                    .filter(entry -> entry.getName().matches("MICRO-INF/runtime/.+\\.jar"))
                    .toList();
            for (ZipEntry jar : jars) {
                String file = PAYARA + jar.getName().replaceFirst(".*/", "") + " ";
                byte[] content = micro.getInputStream(jar).readAllBytes();
                try (ZipInputStream inside = new ZipInputStream(new ByteArrayInputStream(content))) {
                    for (ZipEntry entry; (entry = inside.getNextEntry()) != null; ) {
                        if (entry.getName().endsWith("/pom.properties")) {
                            Properties of = new Properties();
                            of.load(inside);
                            parts.put(
                                    file + of.getProperty("groupId") + ":" + of.getProperty("artifactId"),
                                    of.getProperty("version"));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static boolean isAtLeast(String found, String corrected) {
        return !corrected.equals("-") && Arrays.compare(numbers(found), numbers(corrected)) >= 0;
    }

    private static int[] numbers(String version) {
        String leading = version.replaceFirst("^([0-9]+(\\.[0-9]+)*).*$", "$1");
        return Stream.of(leading.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static List<List<String>> rows(String heading) {
        List<List<String>> rows = new ArrayList<>();
        String section = PAGE.substring(PAGE.indexOf("\n" + heading + "\n") + heading.length() + 2)
                .split("\n## ")[0];
        section.lines()
                .filter(line ->
                        line.startsWith("| ") && !line.startsWith("| vulnerability") && !line.startsWith("| component"))
                .forEach(line -> rows.add(Stream.of(line.substring(2).split(" \\|( |$)"))
                        .map(String::strip)
                        .toList()));
        return rows;
    }

    private static JsonObject json(String file) {
        return Json.createReader(new StringReader(read(file))).readObject();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
