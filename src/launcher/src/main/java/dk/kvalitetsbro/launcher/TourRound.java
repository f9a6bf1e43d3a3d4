package dk.kvalitetsbro.launcher;

import dk.kvalitetsbro.demo.CsvFile;
import dk.kvalitetsbro.demo.DemoMunicipality;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A round that did not exist before: the files of 2019, with the answers of one centre's children on mathematics drawn
 * anew by chance, and what they must come to, computed here from the file alone.
 *
 * @param eligible             the file of invited people
 * @param broken               the children's responses with one value off the scale
 * @param responses            the files to import
 * @param count                responses in them
 * @param childrensMathematics mean of the children's index at the centre, as percent of maximum possible
 */
public record TourRound(Path eligible, Path broken, List<Path> responses, int count, double childrensMathematics) {
    private static final int YEAR = 2019;
    private static final int HIGHEST = 3;

    /**
     * Makes the files of a round up, in a folder.
     *
     * @param code   the round's
     * @param centre whose children's answers are drawn anew
     */
    public static TourRound madeUp(String code, DemoMunicipality municipality, String centre, Path folder)
            throws IOException {
        List<Path> responses = new ArrayList<>();
        int count = 0;
        Children children = null;
        for (CsvFile file : municipality.responseFiles(YEAR)) {
            List<String> lines = lines(file);
            count += lines.size() - 1;
            if (file.name().contains("-child.")) {
                children = Children.redrawn(lines, centre);
                lines = children.lines();
            }
            responses.add(Files.write(folder.resolve(file.name()), lines));
        }
        if (children == null) {
            throw new IllegalStateException("the demo has no responses of children");
        }
        CsvFile eligible = municipality.files().stream()
                .filter(file -> file.name().equals("eligible.csv"))
                .findFirst()
                .orElseThrow();
        return new TourRound(
                Files.write(folder.resolve("eligible.csv"), thisRound(code, lines(eligible))),
                Files.write(folder.resolve("broken.csv"), children.broken()),
                responses,
                count,
                children.mean());
    }

    private static List<String> thisRound(String code, List<String> eligible) {
        List<String> lines = new ArrayList<>(List.of(eligible.get(0)));
        eligible.stream()
                .filter(line -> line.startsWith(YEAR + ","))
                .map(line -> code + line.substring(String.valueOf(YEAR).length()))
                .forEach(lines::add);
        return lines;
    }

    private static List<String> lines(CsvFile file) throws IOException {
        var text = new StringWriter();
        file.writeTo(text);
        return text.toString().lines().toList();
    }

    /** The children's file, as cells. */
    private record Children(List<String> lines, int column, double mean) {
        static Children redrawn(List<String> original, String centre) {
            var chance = new SplittableRandom();
            List<String> header = List.of(original.get(0).split(","));
            int[] items = IntStream.range(0, header.size())
                    .filter(column -> header.get(column).startsWith("MAT-"))
                    .toArray();
            List<String> lines = new ArrayList<>(List.of(original.get(0)));
            double sum = 0;
            int children = 0;
            for (String line : original.subList(1, original.size())) {
                String[] cells = line.split(",", -1);
                if (cells[1].equals(centre)) {
                    int mood = Math.max(1, chance.nextInt(5) - 1);
                    Arrays.stream(items).forEach(item -> cells[item] = chance.nextInt(8) == 0 ? "2" : "" + mood);
                    sum += Arrays.stream(items)
                            .map(item -> Integer.parseInt(cells[item]))
                            .average()
                            .orElseThrow();
                    children++;
                }
                lines.add(String.join(",", cells));
            }
            return new Children(lines, items[0], (sum / children - 1) / (HIGHEST - 1) * 100);
        }

        List<String> broken() {
            List<String> broken = new ArrayList<>(lines);
            String[] cells = broken.get(1).split(",", -1);
            cells[column] = "9";
            broken.set(1, String.join(",", cells));
            return broken;
        }
    }
}
