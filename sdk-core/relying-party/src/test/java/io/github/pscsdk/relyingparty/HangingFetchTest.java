package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.BackchannelRequest;
import io.github.pscsdk.api.BindingMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever needs what PSC publishes does not wait for a fetch that hangs, and those who come together fetch once. */
class HangingFetchTest {
    private static final String DISCOVERY = "/.well-known/wallet-openid-configuration";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    HangingFetchTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {DISCOVERY, "/certs"})
    void the_next_login_succeeds_while_a_fetch_hangs(String path) throws Exception {
        var hold = lab.psc.holdNext(path);
        var first =
                lab.party.beginBackchannelLogin(BackchannelRequest.onMobile(Lab.PHARMACIST), new BindingMessage("42"));
        lab.time.pass(Duration.ofSeconds(1));
        assertEquals(1, lab.psc.count(path));
        lab.time.pass(Duration.ofSeconds(3));

        lab.logIn();

        assertEquals(2, lab.psc.count(path));
        hold.complete(null);
        lab.outcome(await(first));
    }

    @Test
    void fifty_logins_at_once_fetch_the_metadata_once() throws Exception {
        try (var party = lab.psc.party().redirectUri(Lab.REDIRECT).build()) {
            var hold = lab.psc.holdNext(DISCOVERY);
            var logins = Stream.generate(party::beginBrowserLogin).limit(50).toList();

            hold.complete(null);

            for (var login : logins) {
                await(login);
            }
            assertEquals(1, lab.psc.discoveries());
        }
    }
}
