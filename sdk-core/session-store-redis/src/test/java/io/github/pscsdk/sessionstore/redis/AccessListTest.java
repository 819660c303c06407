package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The user of the documentation, on a server where nobody else may do anything. */
@ParameterizedClass
@MethodSource("programs")
class AccessListTest {
    private static final Path PAGE = Path.of("../../docs/session-stores.md");
    private static final String PASSWORD = "drawn-password";

    private final RedisProgram program;
    private RedisServer server;

    AccessListTest(RedisProgram program) {
        this.program = program;
    }

    static List<RedisProgram> programs() {
        return RedisProgram.all();
    }

    private static List<String> documented() throws Exception {
        var line = Files.readAllLines(PAGE).stream()
                .filter(text -> text.startsWith("ACL SETUSER psc") && text.contains("+evalsha"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(line.split(" "))
                .skip(3)
                .map(rule -> rule.equals(">password") ? ">" + PASSWORD : rule)
                .toList();
    }

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(program);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void allow(List<String> rules) {
        var arguments = new Object[rules.size() + 2];
        arguments[0] = "SETUSER";
        arguments[1] = "psc";
        for (var i = 0; i < rules.size(); i++) {
            arguments[i + 2] = rules.get(i);
        }
        server.run("ACL", arguments);
    }

    private RedisStores stores() {
        return server.stores().user("psc", PASSWORD.toCharArray()).build();
    }

    @Test
    void the_documented_user_may_do_everything() throws Exception {
        allow(documented());

        try (var stores = stores()) {
            stores.sessions().check();
        }
    }

    @Test
    void without_any_one_of_its_commands_the_check_fails_and_says_who_must_act() throws Exception {
        var commands =
                documented().stream().filter(rule -> rule.startsWith("+")).toList();
        assertTrue(commands.size() > 10, "the page lists them");

        for (var command : commands) {
            allow(documented());
            // Nothing else sends the texts of the scripts again.
            server.run("SCRIPT", "FLUSH");
            allow(List.of("-" + command.substring(1)));
            try (var stores = stores()) {
                var failure = assertThrows(StoreException.class, stores.sessions()::check, command);
                assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem(), command);
                assertTrue(failure.getMessage().endsWith("(NOPERM)"), failure::getMessage);
            }
        }
    }

    @Test
    void other_keys_are_not_for_it() throws Exception {
        allow(documented());

        try (var stores = server.stores()
                .user("psc", PASSWORD.toCharArray())
                .prefix("other:")
                .build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
        }
    }
}
