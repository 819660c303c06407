package io.github.pscsdk.relyingparty;

import static io.github.pscsdk.relyingparty.Stages.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pscsdk.api.Means;
import io.github.pscsdk.relyingparty.session.BrowserLogin;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what people identified, where it is neither card nor phone. */
class MeansOfLoginsTest {
    @AutoClose
    private final Lab lab = Lab.open();

    @Test
    void whoever_is_led_to_the_login_of_a_hospital_is_logged_in_by_its_account() throws Exception {
        var login =
                await(lab.party.beginBrowserLogin(BrowserLogin.Options.none().withIdentityProvider("chu")));

        var session = await(lab.party.completeBrowserLogin(Browser.visit(login.authorizationUri()), login.state()));

        assertEquals(Optional.of(Means.IDENTITY_BROKER), session.means());
    }

    @ParameterizedTest
    @CsvSource({"WEBAUTHN, true", "BIOMETRY, false"})
    void a_means_is_kept_by_its_name_known_or_not(String name, boolean known) throws Exception {
        lab.simulator.turn("browser-means", name);

        var session = lab.logIn();

        assertEquals(Optional.of(new Means(name)), session.means());
        assertEquals(known, session.means().orElseThrow().isKnown());
    }
}
