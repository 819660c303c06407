package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.pscsdk.diagnostic.LoginProblem;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.relyingparty.internal.async.CachedValue;
import io.github.pscsdk.relyingparty.internal.async.Futures;
import io.github.pscsdk.relyingparty.internal.oidc.Provider.KeySetCache;
import io.github.pscsdk.time.VirtualClock;
import io.github.pscsdk.time.internal.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetCacheTest {
    private final VirtualClock time = VirtualClock.standing();
    private final Scheduler timers = Scheduler.of(time, "test");
    private CompletableFuture<PublishedKeys> served = publishing(SignedTokens.KEY);
    private int fetches;
    private final KeySetCache keys =
            new KeySetCache(new CachedValue<>("keys", this::fetch, Duration.ofHours(1), timers), timers);

    private CompletableFuture<PublishedKeys> fetch() {
        fetches++;
        return served;
    }

    private static CompletableFuture<PublishedKeys> publishing(JWK... published) {
        try {
            return CompletableFuture.completedFuture(PublishedKeys.parse(SignedTokens.published(published)));
        } catch (PscException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CompletableFuture<PublishedKeys> down() {
        return CompletableFuture.failedFuture(new PscException(LoginProblem.PSC_UNAVAILABLE, "test"));
    }

    private boolean knows(String keyId) throws Exception {
        return has(Futures.await(keys.with(known -> has(known, keyId))), keyId);
    }

    private static boolean has(PublishedKeys keys, String keyId) {
        return !keys.find(Optional.of(keyId), JWSAlgorithm.RS256).isEmpty();
    }

    @Test
    void keys_are_fetched_once() throws Exception {
        assertTrue(knows("key-1"));
        assertTrue(knows("key-1"));

        assertEquals(1, fetches);
    }

    @Test
    void an_unknown_key_at_a_fresh_start_leads_to_one_fetch_and_a_pause() throws Exception {
        assertFalse(knows("key-9"));
        assertFalse(knows("key-9"));

        assertEquals(1, fetches);

        time.advance(Duration.ofSeconds(10).minusMillis(1));
        assertFalse(knows("key-9"));
        assertEquals(1, fetches);

        time.advance(Duration.ofMillis(1));
        assertFalse(knows("key-9"));
        assertEquals(2, fetches);
    }

    @Test
    void many_threads_with_an_unknown_key_at_a_fresh_start_share_one_fetch() {
        served = new CompletableFuture<>();

        var waiting = IntStream.range(0, 50)
                .mapToObj(i -> keys.with(known -> has(known, "key-9")))
                .toList();
        served.complete(publishing(SignedTokens.KEY).join());

        assertTrue(waiting.stream().noneMatch(w -> has(w.join(), "key-9")));
        assertEquals(1, fetches);
    }

    @Test
    void a_new_key_is_found_by_one_refetch() throws Exception {
        knows("key-1");
        served = publishing(SignedTokens.KEY, SignedTokens.OTHER_KEY);

        assertTrue(knows("key-2"));
        assertTrue(knows("key-1"));

        assertEquals(2, fetches);
    }

    @Test
    void a_key_that_is_never_published_leads_to_one_refetch() throws Exception {
        knows("key-1");

        for (var i = 0; i < 100; i++) {
            assertFalse(knows("key-9"));
        }

        assertEquals(2, fetches);
    }

    @Test
    void after_a_fruitless_refetch_a_rotation_is_noticed_a_little_later() throws Exception {
        knows("key-9");
        served = publishing(SignedTokens.KEY, SignedTokens.OTHER_KEY);
        time.advance(Duration.ofSeconds(11));

        assertTrue(knows("key-2"));
    }

    @Test
    void a_key_without_id_that_was_replaced_is_found_by_one_fetch_and_then_a_pause() throws Exception {
        var signatures = new SignatureVerifier(keys, Set.of("RS256"), Set.of("jwt"), LoginProblem.ID_TOKEN_REJECTED);
        served = publishing(withoutId(SignedTokens.KEY));
        Futures.await(signatures.verify(signedBy(SignedTokens.KEY)));
        served = publishing(withoutId(SignedTokens.OTHER_KEY));

        Futures.await(signatures.verify(signedBy(SignedTokens.OTHER_KEY)));
        for (var i = 0; i < 100; i++) {
            assertThrows(PscException.class, () -> Futures.await(signatures.verify(signedBy(SignedTokens.KEY))));
        }

        assertEquals(2, fetches);
    }

    private static RSAKey withoutId(RSAKey key) {
        return new RSAKey.Builder(key).keyID(null).build();
    }

    private static String signedBy(RSAKey key) {
        return SignedTokens.sign(SignedTokens.header(JWSAlgorithm.RS256, null).build(), SignedTokens.claims(), key);
    }

    @Test
    void many_threads_with_a_new_key_share_one_refetch() {
        keys.with(known -> has(known, "key-1")).join();
        served = new CompletableFuture<>();

        var waiting = IntStream.range(0, 50)
                .mapToObj(i -> keys.with(known -> has(known, "key-2")))
                .toList();
        served.complete(publishing(SignedTokens.KEY, SignedTokens.OTHER_KEY).join());

        assertTrue(waiting.stream().allMatch(w -> has(w.join(), "key-2")));
        assertEquals(2, fetches);
    }

    @Test
    void known_keys_go_on_serving_while_the_endpoint_is_down() throws Exception {
        knows("key-1");
        served = down();
        time.advance(Duration.ofDays(2));

        assertTrue(knows("key-1"));
        assertFalse(knows("key-2"));
    }

    @Test
    void an_endpoint_that_is_down_is_not_asked_at_each_login() throws Exception {
        knows("key-1");
        served = down();
        time.advance(Duration.ofHours(2));

        for (var i = 0; i < 100; i++) {
            assertTrue(knows("key-1"));
        }

        assertEquals(2, fetches);
    }

    @Test
    void without_any_key_the_endpoint_s_failure_is_the_login_s() throws Exception {
        served = down();
        assertThrows(PscException.class, () -> knows("key-1"));
        served = publishing(SignedTokens.KEY);

        assertTrue(knows("key-1"));
    }

    @Test
    void old_keys_are_refreshed_while_they_serve() throws Exception {
        knows("key-1");
        time.advance(Duration.ofMinutes(61));
        served = new CompletableFuture<>();

        assertTrue(knows("key-1"), "at once, though the refresh has not ended");

        assertEquals(2, fetches);
    }

    @Test
    void a_key_set_that_is_no_key_set_is_refused() {
        var huge = "{\"keys\":[" + "9".repeat(1_000_000) + "]}";
        for (var text : List.of(
                "",
                "null",
                "7",
                "[]",
                "{}",
                "<html>",
                "{\"keys\":7}",
                "{\"keys\":null}",
                "{\"keys\":{}}",
                "{\"keys\":[]} {}",
                "[".repeat(10_000),
                huge)) {
            var failure =
                    assertThrows(PscException.class, () -> PublishedKeys.parse(text.getBytes(StandardCharsets.UTF_8)));
            assertEquals(LoginProblem.PSC_ANSWER_INVALID, failure.problem());
        }
    }

    @Test
    void a_hundred_thousand_odd_keys_do_not_cost_us_the_one() throws Exception {
        var own = new String(SignedTokens.published(SignedTokens.KEY), StandardCharsets.UTF_8);
        var more = own.replace("{\"keys\":[", "{\"keys\":[" + "{\"n\":1},".repeat(100_000));

        var read = PublishedKeys.parse(more.getBytes(StandardCharsets.UTF_8));

        assertTrue(has(read, "key-1"));
        assertEquals(Map.of(PublishedKeys.Flaw.UNREADABLE, 100_000), read.skipped());
    }

    @Test
    void a_key_of_an_unknown_kind_does_not_cost_us_the_others() throws Exception {
        var own = new String(SignedTokens.published(SignedTokens.KEY), StandardCharsets.UTF_8);
        var more = own.replace("{\"keys\":[", "{\"keys\":[{\"kty\":\"NEW\",\"kid\":\"x\"},");

        assertTrue(has(PublishedKeys.parse(more.getBytes(StandardCharsets.UTF_8)), "key-1"));
    }
}
