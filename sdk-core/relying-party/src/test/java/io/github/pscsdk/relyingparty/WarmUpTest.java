package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a login needs is there before the first one comes. */
class WarmUpTest {
    private static final String DISCOVERY = "/.well-known/wallet-openid-configuration";

    @AutoClose
    private final HandMadeLab lab = new HandMadeLab();

    @AutoClose
    private final RelyingParty party =
            lab.psc.party().redirectUri(Lab.REDIRECT).sessionStore(lab.store).build();

    WarmUpTest() throws IOException {}

    @Test
    void metadata_and_keys_are_there_when_the_first_login_comes_and_the_host_s_store_is_left_alone() throws Exception {
        Await.outcome("the warm-up", party.warmUp());

        assertEquals(1, lab.psc.discoveries());
        assertEquals(1, lab.psc.count("/certs"));
        assertTrue(lab.store.keys().isEmpty());

        var login = await(party::beginBrowserLogin);
        lab.psc.tokens(claims ->
                claims.put("nonce", Browser.query(login.authorizationUri()).get("nonce")));
        await(() -> party.completeBrowserLogin(
                URI.create(Lab.REDIRECT + "?code=a-code&state=" + login.state()), login.state()));

        assertEquals(1, lab.psc.discoveries());
        assertEquals(1, lab.psc.count("/certs"));
    }

    @Test
    void where_psc_is_down_it_ends_well_and_the_first_login_fetches() throws Exception {
        var discovery = lab.psc.take(DISCOVERY);
        Await.outcome("the warm-up", party.warmUp());
        lab.psc.answer(DISCOVERY, discovery);

        await(party::beginBrowserLogin);

        assertEquals(2, lab.psc.discoveries());
    }
}
