package io.github.pscsdk.sessionstore.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.sessionstore.EntryContent;
import io.github.pscsdk.sessionstore.SessionStore;
import io.github.pscsdk.sessionstore.StoredEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has expired without having been claimed leaves nothing behind, and holds nobody up. */
class ExpiredEntriesTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final byte[] VALUE = {1};

    private RedisServer server;
    private RedisStores stores;

    @BeforeEach
    void start() throws Exception {
        server = RedisServer.start(RedisProgram.any());
        stores = server.stores().build();
    }

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    private void add(String name, int count, Duration dueIn) {
        for (var i = 0; i < count; i++) {
            var content = EntryContent.of(VALUE, MINUTE).due("login", dueIn).indexed(List.of("person"));
            stores.sessions().write(name + i, SessionStore.ABSENT, content).orElseThrow();
        }
    }

    private long members(String set) {
        return (Long) server.run("ZCARD", "psc:" + set);
    }

    /** As they are when their lifetime is over, since no test can move the clock of Redis. */
    private void expire(String name, int count) {
        var ends = new ArrayList<Object>(List.of("XX"));
        for (var i = 0; i < count; i++) {
            server.run("DEL", "psc:entry:" + name + i);
            ends.addAll(List.of(1, name + i));
        }
        for (var set : List.of("psc:ends:login", "psc:index:person")) {
            ends.add(0, set);
            server.run("ZADD", ends.toArray());
            ends.remove(0);
        }
    }

    private List<String> claimed(int most) {
        return stores.sessions().claimDue("login", "node-1", MINUTE, most).stream()
                .map(entry -> entry.key())
                .toList();
    }

    @Test
    void a_claim_finds_what_lives_behind_hundreds_that_have_expired() throws Exception {
        add("expired-", 500, NOW);
        add("living-", 2, NOW);
        expire("expired-", 500);

        assertEquals(List.of("living-0"), claimed(1));
        assertEquals(List.of("living-1"), claimed(10));
        assertEquals(2, members("due:login"));
    }

    @Test
    void what_is_added_sweeps_out_what_has_expired_before_it_was_due() throws Exception {
        add("expired-", 150, MINUTE);
        expire("expired-", 150);

        add("living-", 2, MINUTE);

        assertEquals(2, members("due:login"));
        assertEquals(2, members("ends:login"));
        assertEquals(2, members("index:person"));
    }

    @Test
    void an_index_does_not_list_it() {
        add("expired-", 5, MINUTE);
        add("living-", 1, MINUTE);
        expire("expired-", 5);

        var listed = new ArrayList<StoredEntry>();
        stores.sessions().list("person", Optional.empty(), 10, listed::add);
        assertEquals(List.of("living-0"), listed.stream().map(StoredEntry::key).toList());
    }

    @Test
    void what_is_done_leaves_all_sets() {
        add("a", 3, NOW);
        var pending = stores.sessions();
        var claims = pending.claimDue("login", "node-1", MINUTE, 10);

        pending.write(claims.get(0).key(), claims.get(0).version(), EntryContent.of(VALUE, MINUTE));
        pending.remove(claims.get(1).key(), claims.get(1).version());

        assertEquals(1, members("due:login"));
        assertEquals(1, members("ends:login"));
        assertEquals(1, members("index:person"));
    }

    @Test
    void everything_that_an_entry_is_made_of_expires_or_is_swept() {
        add("a", 1, NOW);
        stores.sessions().putIfAbsent("b", VALUE, MINUTE);

        for (var key : List.of("psc:entry:a0", "psc:entry:b", "psc:index:person")) {
            var left = (Long) server.run("PTTL", key);
            assertTrue(left > 0 && left <= 60_000, () -> key + ": " + left);
        }
    }
}
