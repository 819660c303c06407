package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.sessionstore.StoreException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that cannot be used are refused at start, and the message says what to set. */
class ServerCheckTest {
    private static void assertRefused(RedisServer server, LoginProblem problem, String because) {
        try (var stores = server.stores().build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(problem, failure.problem());
            assertTrue(failure.getMessage().contains(because), failure::getMessage);
        }
    }

    @Test
    void a_cluster_is_refused() throws Exception {
        for (var program : RedisProgram.all()) {
            try (var server = RedisServer.start(program, "--cluster-enabled", "yes")) {
                assertRefused(server, LoginProblem.STORE_UNREADABLE, "Cluster");
            }
        }
    }

    @Test
    void a_cluster_that_has_its_slots_is_refused_too() throws Exception {
        try (var server = RedisServer.start(RedisProgram.any(), "--cluster-enabled", "yes")) {
            server.run("CLUSTER", "ADDSLOTSRANGE", 0, 16383);

            assertRefused(server, LoginProblem.STORE_UNREADABLE, "Cluster");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "volatile-lru", "allkeys-random", "volatile-ttl"})
    void a_server_that_may_throw_sessions_away_is_refused(String policy) throws Exception {
        try (var server = RedisServer.start(RedisProgram.any(), "--maxmemory-policy", policy)) {
            assertRefused(server, LoginProblem.STORE_UNREADABLE, "set maxmemory-policy to noeviction");
        }
    }

    @Test
    void a_replica_is_refused() throws Exception {
        try (var master = RedisServer.start(RedisProgram.any());
                var replica = RedisServer.start(RedisProgram.any(), "--replicaof", "127.0.0.1 " + master.port())) {
            assertRefused(replica, LoginProblem.STORE_UNAVAILABLE, "is a replica");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1.16", "5.9.14", "nothing"})
    void a_server_that_is_too_old_is_refused(String version) throws Exception {
        var info = "redis_version:" + version + "\r\ncluster_enabled:0\r\n";
        try (var server = new RawServer(command -> Optional.of("$" + info.length() + "\r\n" + info + "\r\n"));
                var stores = server.stores().build()) {
            var failure = assertThrows(StoreException.class, stores.sessions()::check);
            assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
            assertTrue(failure.getMessage().contains("6.2"), failure::getMessage);
        }
    }

    @Test
    void a_full_server_is_told() throws Exception {
        for (var program : RedisProgram.all()) {
            try (var server = RedisServer.start(program)) {
                server.run("CONFIG", "SET", "maxmemory", 1);
                assertRefused(server, LoginProblem.STORE_UNAVAILABLE, "(OOM)");
            }
        }
    }

    @Test
    void a_server_that_has_too_few_replicas_is_told() throws Exception {
        for (var program : RedisProgram.all()) {
            try (var server = RedisServer.start(program, "--min-replicas-to-write", "1")) {
                assertRefused(server, LoginProblem.STORE_UNAVAILABLE, "(NOREPLICAS)");
            }
        }
    }

    @Test
    void keys_of_something_else_are_told() throws Exception {
        for (var program : RedisProgram.all()) {
            try (var server = RedisServer.start(program)) {
                server.run("SADD", "psc:version", "x");
                assertRefused(server, LoginProblem.STORE_UNREADABLE, "(WRONGTYPE)");
            }
        }
    }

    @Test
    void only_a_server_without_an_append_only_file_is_warned_of() throws Exception {
        for (var appendonly : new String[] {"yes", "no"}) {
            try (var server = RedisServer.start(RedisProgram.any(), "--appendonly", appendonly);
                    var log = new CapturedLog();
                    var stores = server.stores().build()) {
                stores.sessions().check();

                assertEquals(appendonly.equals("no") ? 1 : 0, log.warnings().size(), log::toString);
            }
        }
    }

    @Test
    void a_user_that_is_not_known_is_told_and_not_repeated() throws Exception {
        try (var server = RedisServer.start(RedisProgram.any(), "--requirepass", "drawn");
                var nobody = server.stores().build();
                var other = server.stores()
                        .user("somebody", "guessed".toCharArray())
                        .build();
                var known =
                        server.stores().user("default", "drawn".toCharArray()).build()) {
            for (var stores : new RedisStores[] {nobody, other}) {
                var failure = assertThrows(StoreException.class, stores.sessions()::check);
                assertEquals(LoginProblem.STORE_UNREADABLE, failure.problem());
                assertTrue(!failure.getMessage().contains("guessed")
                        && !failure.getMessage().contains("somebody"));
            }
            known.sessions().check();
        }
    }
}
