package dk.kvalitetsbro.launcher;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/** A PostgreSQL database to use, as DB_URL, DB_USER and DB_PASSWORD name it. */
public record Database(String jdbcUrl, String user, String password) {
    private static final String AUTHENTICATION_FAILED = "28";
    private static final String NO_SUCH_DATABASE = "3D";
    private static final int SECONDS_TO_CONNECT = 10;

    public Database {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new CannotStart("DB_URL must begin with jdbc:postgresql://, followed by host:port/database.");
        }
    }

    /** @throws CannotStart with what is wrong, if no connection can be had */
    void check() {
        DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
        try {
            DriverManager.getConnection(jdbcUrl, user, password).close();
        } catch (SQLException e) {
            throw new CannotStart(sentence(e), e);
        }
    }

    private String sentence(SQLException e) {
        var state = Objects.requireNonNullElse(e.getSQLState(), "");
        if (state.startsWith(AUTHENTICATION_FAILED) && user.isEmpty()) {
            return "The PostgreSQL at " + jdbcUrl + " asks for a user: set DB_USER and DB_PASSWORD.";
        }
        if (state.startsWith(AUTHENTICATION_FAILED)) {
            return "The PostgreSQL at " + jdbcUrl + " refused the user " + user
                    + " or the password: correct DB_USER and DB_PASSWORD.";
        }
        if (state.startsWith(NO_SUCH_DATABASE)) {
            return "The PostgreSQL at " + jdbcUrl + " has no database of that name: create it, or correct DB_URL.";
        }
        return "No PostgreSQL answers at " + jdbcUrl + ": start it, or correct DB_URL (" + e.getMessage() + ").";
    }

    /** Never the password. */
    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
