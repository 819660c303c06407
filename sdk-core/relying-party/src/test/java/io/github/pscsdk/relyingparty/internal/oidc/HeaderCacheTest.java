package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and headers a signature is checked by, also after another token. */
class HeaderCacheTest {
    private static final RSAKey ANONYMOUS =
            new RSAKey.Builder(SignedTokens.KEY).keyID(null).build();
    private static final RSAKey REPLACED =
            new RSAKey.Builder(SignedTokens.OTHER_KEY).keyID(null).build();

    private final Scheduler timers = Scheduler.of(VirtualClock.standing(), "test");
    private final Deque<byte[]> published = new ArrayDeque<>();
    private int fetches;
    private final SignatureVerifier verifier = new SignatureVerifier(
            new KeySetCache(new CachedValue<>("keys", this::fetched, Duration.ofHours(1), timers), timers),
            Set.of("RS256"),
            Set.of("jwt"),
            LoginProblem.ID_TOKEN_REJECTED);

    private CompletableFuture<PublishedKeys> fetched() {
        fetches++;
        try {
            return CompletableFuture.completedFuture(
                    PublishedKeys.parse(published.size() > 1 ? published.remove() : published.element()));
        } catch (PscException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void accepts(String token) throws Exception {
        assertEquals("RS256", Futures.await(verifier.verify(token)).algorithm());
    }

    private void rejects(String token, String why) {
        var refusal = assertThrows(PscException.class, () -> Futures.await(verifier.verify(token)));
        assertEquals("PSC-023 ID_TOKEN_REJECTED: " + why, refusal.getMessage());
    }

    private static String anonymous(RSAKey key) {
        return SignedTokens.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), SignedTokens.claims(), key);
    }

    @Test
    void a_header_that_only_begins_like_the_last_one_is_another_one() throws Exception {
        published.add(SignedTokens.published(SignedTokens.KEY));
        // Of thirty bytes, so that its encoding is the beginning of the other's.
        var header = "{\"alg\":\"RS256\",\"kid\":\"key-1\" }";
        accepts(SignedTokens.signedAsWritten(header, "{}"));

        rejects(SignedTokens.signedAsWritten(header + "{\"x\":1}", "{}"), "it cannot be read");
        rejects(
                SignedTokens.signedAsWritten("{\"alg\":\"RS512\",\"kid\":\"key-1\" }", "{}"),
                "its algorithm is not accepted");
        rejects(
                SignedTokens.signedAsWritten("{\"alg\":\"RS256\",\"kid\":\"key-9\" }", "{}"),
                "its key is not published, or not for its algorithm");
        accepts(SignedTokens.signedAsWritten(header, "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alg\":null}",
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"rs256\"}",
                "{\"alg\":\"\"}"
            })
    void a_token_of_no_algorithm_or_of_one_that_is_not_accepted_is_refused(String header) {
        published.add(SignedTokens.published(ANONYMOUS));

        rejects(SignedTokens.signedAsWritten(header, "{}"), "its algorithm is not accepted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c.d", "a.b.c.", "no token"})
    void a_text_of_other_than_three_parts_is_no_signed_token(String token) {
        rejects(token, "it is not a signed token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".b.c", "a..", "e30.é.c"})
    void parts_that_are_empty_or_not_encoded_cannot_be_read(String token) {
        rejects(token, "it cannot be read");
    }

    @Test
    void a_key_without_an_id_that_was_replaced_is_fetched_anew() throws Exception {
        published.addAll(List.of(SignedTokens.published(REPLACED), SignedTokens.published(ANONYMOUS)));

        accepts(anonymous(SignedTokens.KEY));

        assertEquals(2, fetches);
        rejects(anonymous(SignedTokens.OTHER_KEY), "its signature is wrong");
    }

    @Test
    void a_key_without_an_id_whose_signature_holds_is_not_fetched_anew() throws Exception {
        published.add(SignedTokens.published(ANONYMOUS));

        accepts(anonymous(SignedTokens.KEY));
        accepts(SignedTokens.valid());

        assertEquals(1, fetches);
    }

    @Test
    void a_token_that_names_no_key_has_a_key_with_an_id_fetched_anew() throws Exception {
        published.addAll(
                List.of(SignedTokens.published(SignedTokens.OTHER_KEY), SignedTokens.published(SignedTokens.KEY)));

        accepts(anonymous(SignedTokens.KEY));

        assertEquals(2, fetches);
    }

    @Test
    void a_key_without_an_id_is_fetched_anew_for_a_token_that_names_one() throws Exception {
        published.addAll(List.of(SignedTokens.published(REPLACED), SignedTokens.published(ANONYMOUS)));

        accepts(SignedTokens.valid());

        assertEquals(2, fetches);
    }

    @Test
    void a_wrong_signature_by_a_key_that_is_named_has_nothing_fetched() {
        published.add(SignedTokens.published(SignedTokens.KEY));
        var forged = SignedTokens.sign(
                SignedTokens.header(JWSAlgorithm.RS256, "key-1").build(),
                SignedTokens.claims(),
                SignedTokens.OTHER_KEY);

        rejects(forged, "its signature is wrong");

        assertEquals(1, fetches);
    }

    @Test
    void a_token_without_a_key_where_several_are_published_names_none() {
        published.add(SignedTokens.published(SignedTokens.KEY, SignedTokens.OTHER_KEY));

        rejects(anonymous(SignedTokens.KEY), "it names no key");
    }

    @Test
    void what_was_signed_is_returned_to_the_letter() throws Exception {
        published.add(SignedTokens.published(SignedTokens.KEY));
        var header = "{\"alg\":\"RS256\",\"kid\":\"key-1\"}";

        for (var claims : List.of("{}", "{\"a\":1}", "{\"a\":12}", "{\"a\":123}")) {
            assertEquals(
                    claims,
                    new String(
                            Futures.await(verifier.verify(SignedTokens.signedAsWritten(header, claims)))
                                    .payload(),
                            StandardCharsets.UTF_8));
        }
        assertDoesNotThrow(() -> accepts(SignedTokens.valid()));
    }
}
