package io.github.pscsdk.relyingparty.internal.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.relyingparty.internal.json.RelyingPartyJson;
import io.github.pscsdk.relyingparty.internal.login.BrowserLogins.Pending;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ",\"authenticatedFrom\":null"})
    void a_login_that_was_begun_before_an_update_comes_back_after_it(String more) throws Exception {
        var kept = "{\"nonce\":\"n\",\"verifier\":\"v\",\"expectsIssuer\":true" + more + "}";

        var pending = RelyingPartyJson.read(kept.getBytes(StandardCharsets.UTF_8), Pending.class);

        assertEquals(new Pending("n", "v", true, Optional.empty(), Optional.empty()), pending);
    }

    @Test
    void what_was_asked_is_there_at_the_return() throws Exception {
        var pending = new Pending("n", "v", true, Optional.of(7L), Optional.of(8L));

        assertEquals(pending, RelyingPartyJson.read(RelyingPartyJson.write(pending), Pending.class));
    }
}
