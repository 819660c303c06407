package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pscsdk.sessionstore.EntryContent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private static String evals(RedisServer server) {
        return server.text("INFO", "commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_eval:calls=") || line.startsWith("cmdstat_evalsha:calls="))
                .map(line -> line.replaceAll(",.*", ""))
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void a_server_that_has_forgotten_the_scripts_is_sent_them_again_and_nothing_is_done_twice() throws Exception {
        for (var program : RedisProgram.all()) {
            try (var server = RedisServer.start(program);
                    var stores = server.stores().build()) {
                var version = stores.sessions().putIfAbsent("a", VALUE, MINUTE).orElseThrow();
                server.run("SCRIPT", "FLUSH");
                var next = stores.sessions()
                        .write("a", version, EntryContent.of(VALUE, MINUTE))
                        .orElseThrow();
                server.run("SCRIPT", "FLUSH");

                assertTrue(stores.sessions().remove("a", next));
                assertEquals("[cmdstat_eval:calls=3, cmdstat_evalsha:calls=3]", evals(server));
            }
        }
    }

    @Test
    void the_text_of_a_script_goes_over_the_line_once() throws Exception {
        try (var server = RedisServer.start(RedisProgram.any());
                var stores = server.stores().build()) {
            for (var i = 0; i < 5; i++) {
                stores.sessions().find("a");
            }

            assertEquals("[cmdstat_eval:calls=1, cmdstat_evalsha:calls=5]", evals(server));
        }
    }

    @Test
    void a_server_that_is_set_to_replicate_scripts_replicates_what_they_do() throws Exception {
        assumeTrue(RedisProgram.all().contains(RedisProgram.EMBEDDED), "later ones cannot be set so");
        try (var server = RedisServer.start(RedisProgram.EMBEDDED, "--lua-replicate-commands", "no");
                var stores = server.stores().build()) {
            stores.sessions().check();
        }
    }
}
