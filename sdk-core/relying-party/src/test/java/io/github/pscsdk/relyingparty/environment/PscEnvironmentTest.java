package io.github.pscsdk.relyingparty.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.api.Environment;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PscEnvironmentTest {
    private static final String LOOPBACK_ISSUER = "http://127.0.0.1:8080/auth/realms/esante-wallet";
    private static final String LOOPBACK_WALLET = "http://localhost:8081/auth";

    private static PscEnvironment custom(String issuer, String authorization) {
        return PscEnvironment.custom(URI.create(issuer), URI.create(authorization));
    }

    @Test
    void production_is_where_ans_says() {
        var environment = PscEnvironment.production();

        assertEquals(Environment.PRODUCTION, environment.kind());
        assertEquals(
                "https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet",
                environment.issuer().toString());
        assertEquals(
                "https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet/.well-known/wallet-openid-configuration",
                environment.discovery().toString());
        assertEquals(
                "https://wallet.esw.esante.gouv.fr/auth",
                environment.authorizationEndpoint().toString());
    }

    @Test
    void the_sandbox_is_where_ans_says() {
        var environment = PscEnvironment.sandbox();

        assertEquals(Environment.SANDBOX, environment.kind());
        assertEquals(
                "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet",
                environment.issuer().toString());
        assertEquals(
                "https://wallet.bas.psc.esante.gouv.fr/auth",
                environment.authorizationEndpoint().toString());
    }

    @Test
    void two_loopback_hosts_are_a_simulator() {
        assertEquals(
                Environment.SIMULATOR, custom(LOOPBACK_ISSUER, LOOPBACK_WALLET).kind());
        assertEquals(
                Environment.SIMULATOR,
                custom("https://[::1]:8443/r", LOOPBACK_WALLET).kind());
    }

    @Test
    void one_host_elsewhere_is_a_custom_environment() {
        assertEquals(
                Environment.CUSTOM,
                custom("https://psc.example.test/r", LOOPBACK_WALLET).kind());
    }

    @ParameterizedTest
    @CsvSource({
        "https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet, https://wallet.esw.esante.gouv.fr/auth, PRODUCTION",
        "https://AUTH.esw.esante.gouv.fr/auth/realms/another, http://localhost/auth, PRODUCTION",
        "http://localhost/r, https://wallet.esw.esante.gouv.fr./auth, PRODUCTION",
        "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet, https://wallet.bas.psc.esante.gouv.fr/auth, SANDBOX",
        "https://psc.example.test/r, https://Wallet.bas.psc.esante.gouv.fr/auth, SANDBOX"
    })
    void a_custom_environment_with_a_host_of_psc_is_of_its_kind_and_as_guarded(
            String issuer, String authorization, Environment kind) {
        var environment = custom(issuer, authorization);

        assertEquals(kind, environment.kind());
        assertThrows(
                IllegalArgumentException.class,
                () -> PscEnvironment.dangerouslyPlain(environment.issuer(), environment.authorizationEndpoint()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://AUTH.esw.esante.gouv.fr/auth/realms/esante-wallet, https://wallet.bas.psc.esante.gouv.fr/auth",
        "https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet, https://wallet.bas.psc.esante.gouv.fr/auth",
        "https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet, https://wallet.esw.esante.gouv.fr/auth"
    })
    void production_and_sandbox_cannot_be_mixed(String issuer, String authorization) {
        assertThrows(IllegalArgumentException.class, () -> custom(issuer, authorization));
    }

    @Test
    void the_sandbox_s_hosts_of_before_2022_are_refused_with_a_hint() {
        var issuer = assertThrows(
                IllegalArgumentException.class,
                () -> custom("https://auth.bas.esw.esante.gouv.fr/auth/realms/esante-wallet", LOOPBACK_WALLET));
        var wallet = assertThrows(
                IllegalArgumentException.class,
                () -> custom(LOOPBACK_ISSUER, "https://wallet.bas.esw.esante.gouv.fr/auth"));

        assertTrue(issuer.getMessage().contains("PscEnvironment.sandbox()"));
        assertTrue(wallet.getMessage().contains("PscEnvironment.sandbox()"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://psc.example.test/r",
                "http://127.0.0.1.example.test/r",
                "http://localhost.example.test/r",
                "ftp://localhost/r",
                "https://user@psc.example.test/r",
                "https://psc.example.test/r#x",
                "https://psc.example.test/r?x=1",
                "/r",
                "mailto:x@example.test"
            })
    void an_address_that_cannot_be_an_issuer_is_refused(String issuer) {
        assertThrows(IllegalArgumentException.class, () -> custom(issuer, LOOPBACK_WALLET));
    }

    @Test
    void an_issuer_may_end_with_a_slash_which_its_discovery_address_leaves_out() {
        var environment = custom("https://psc.example.test/r/", LOOPBACK_WALLET);

        assertEquals("https://psc.example.test/r/", environment.issuer().toString());
        assertEquals(
                "https://psc.example.test/r/.well-known/wallet-openid-configuration",
                environment.discovery().toString());
    }

    @Test
    void copies_differ_in_one_thing() {
        var environment = PscEnvironment.sandbox().withoutChannel();

        assertTrue(PscEnvironment.sandbox().sendsChannel());
        assertFalse(environment.sendsChannel());
    }
}
