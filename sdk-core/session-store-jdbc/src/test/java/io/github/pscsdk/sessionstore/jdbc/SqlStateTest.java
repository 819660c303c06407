package io.github.pscsdk.sessionstore.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.pscsdk.diagnostic.LoginProblem;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a call has failed, in words, with the server and without what the server has said. */
class SqlStateTest {
    private static final String SERVER = "PostgreSQL at db.example:5432";
    private static final String SAID = "Key (key)=(secret) already exists";

    private static String told(SQLException failure) {
        var told = SqlState.explained(failure, SERVER, "find an entry", "run postgresql.sql");
        assertEquals(LoginProblem.STORE_UNAVAILABLE, told.problem());
        assertFalse(told.getMessage().contains("secret"), told::getMessage);
        return told.getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "57P01, the server is starting or stopping",
        "57P03, the server is starting or stopping",
        "53300, the server takes no more connections",
        "57014, it took too long",
        "25006, 'the server is a standby, or read-only'"
    })
    void a_state_of_the_server_is_told_in_words(String state, String reason) {
        assertEquals(
                "PSC-049: " + SERVER + ": cannot find an entry, SQL state " + state + ": " + reason,
                told(new SQLTransientConnectionException(SAID, state)));
    }

    @Test
    void a_connection_that_failed_is_told_by_its_kind_whoever_wraps_it() {
        var driver = new SQLException(SAID, "08001", new ConnectException("secret"));

        assertEquals(
                "PSC-049: " + SERVER + " (SQL state 08001): connection refused",
                told(new SQLTransientConnectionException(SAID, driver)));
    }

    @Test
    void a_pool_that_is_in_use_is_no_server_that_is_away() {
        assertEquals(
                "PSC-049: " + SERVER
                        + ": cannot find an entry, SQL state none (SQLTransientConnectionException): no connection of the pool was free in time",
                told(new SQLTransientConnectionException(SAID)));
    }
}
