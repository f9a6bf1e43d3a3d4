package dk.kvalitetsbro.benchmarks.results.rounds;

import dk.kvalitetsbro.demo.CsvFile;
import dk.kvalitetsbro.organisation.Problems;
import dk.kvalitetsbro.surveys.Questionnaire;
import dk.kvalitetsbro.surveys.Response;
import dk.kvalitetsbro.surveys.ResponseFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Stores a round's responses as the import would, without its checks against what is there already. */
final class RoundAnswers {
    private static final int ENOUGH = 1 << 20;

    private final Connection connection;
    private final int year;
    private int responses;

    RoundAnswers(Connection connection, int year) {
        this.connection = connection;
        this.year = year;
    }

    void add(List<CsvFile> files) throws SQLException {
        for (CsvFile file : files) {
            add(file);
        }
    }

    private void add(CsvFile file) throws SQLException {
        Problems problems = new Problems();
        ResponseFile read = ResponseFile.of(
                        new dk.kvalitetsbro.organisation.CsvFile(bytes(file), problems), Questionnaire.own()::get)
                .orElseThrow();
        CopyIn rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy surveys.response (round, grp, response_id, centre, rater, family, answers) from stdin");
        StringBuilder text = new StringBuilder();
        read.each(response -> {
            append(text, read.group().name(), response);
            if (text.length() > ENOUGH) {
                send(rows, text);
            }
        });
        send(rows, text);
        rows.endCopy();
    }

    private static byte[] bytes(CsvFile file) {
        StringWriter text = new StringWriter();
        try {
            file.writeTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void append(StringBuilder text, String group, Response response) {
        text.append(year).append('\t').append(group).append('\t').append("r").append(responses++);
        text.append('\t').append(response.centre().value());
        text.append('\t').append(orNull(response.rater()));
        text.append('\t').append(orNull(response.family())).append("\t{");
        for (int item = 0; item < response.answers().length; item++) {
            text.append(item == 0 ? "" : ",").append(response.answers()[item]);
        }
        text.append("}\n");
    }

    private static String orNull(Optional<String> code) {
        return code.orElse("\\N");
    }

    private static void send(CopyIn rows, StringBuilder text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        try {
            rows.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
