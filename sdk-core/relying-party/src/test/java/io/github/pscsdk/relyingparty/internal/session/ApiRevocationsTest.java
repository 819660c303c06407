package io.github.pscsdk.relyingparty.internal.session;

import static io.github.pscsdk.relyingparty.internal.session.TestSessions.forApi;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.internal.session.ApiRevocations.Revocation;
import io.github.pscsdk.relyingparty.internal.session.SessionTokens.ForApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** No token of a session that is over is left alive where its server takes it back. */
class ApiRevocationsTest {
    private final List<String> sent = new ArrayList<>();
    private final List<CompletableFuture<Void>> answers = new ArrayList<>();

    private CompletableFuture<Void> revoke(String token, String hint) {
        sent.add(hint + ": " + token);
        var answer = new CompletableFuture<Void>();
        answers.add(answer);
        return answer;
    }

    private ApiRevocations revocations() {
        return new ApiRevocations(
                audience -> audience.equals("api") ? Optional.<Revocation>of(this::revoke) : Optional.empty());
    }

    @Test
    void the_refresh_token_is_given_back_first_so_that_no_new_token_comes_from_it() {
        revocations().begin(List.of(forApi("api")));

        assertEquals(List.of("refresh_token: refresh token of api"), sent);
        answers.get(0).complete(null);
        assertEquals(List.of("refresh_token: refresh token of api", "access_token: token of api"), sent);
    }

    @Test
    void a_token_without_a_refresh_token_is_given_back_alone() {
        revocations().begin(List.of(forApi("api").withoutRefreshToken()));

        assertEquals(List.of("access_token: token of api"), sent);
    }

    @Test
    void tokens_of_a_server_that_takes_none_back_are_left_to_expire_and_the_others_are_not() {
        revocations().begin(List.of(forApi("another"), forApi("api").withoutRefreshToken()));

        assertEquals(List.of("access_token: token of api"), sent);
    }

    @Test
    void a_server_that_fails_keeps_no_other_token_from_its_turn() {
        var revocations = new ApiRevocations(audience -> Optional.of((token, hint) -> {
            sent.add(token);
            if (audience.equals("broken")) {
                throw new IllegalStateException("of a test");
            }
            return CompletableFuture.completedFuture(null);
        }));

        revocations.begin(
                List.of(forApi("broken").withoutRefreshToken(), forApi("api").withoutRefreshToken()));

        assertEquals(List.of("token of broken", "token of api"), sent);
    }

    @Test
    void no_more_than_a_thousand_are_under_way_and_more_may_come_once_they_have_ended() {
        var revocations = revocations();
        var tokens =
                new ArrayList<ForApi>(Collections.nCopies(1_001, forApi("api").withoutRefreshToken()));

        revocations.begin(tokens);
        assertEquals(1_000, sent.size());
        revocations.begin(tokens.subList(0, 1));
        assertEquals(1_000, sent.size());

        answers.get(0).complete(null);
        answers.get(1).completeExceptionally(new IllegalStateException("of a test"));
        revocations.begin(tokens.subList(0, 3));
        assertEquals(1_002, sent.size());
    }
}
