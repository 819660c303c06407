package io.github.pscsdk.relyingparty.internal.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be sent a secret. */
class SecureUriTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://psc.example.test/token",
                "https://psc.example.test:8443/token?a=b",
                "http://localhost:8080/token",
                "http://127.0.0.1/token",
                "http://127.255.3.4:80/token",
                "http://[::1]:8080/token",
                "http://[0:0:0:0:0:0:0:1]/token"
            })
    void a_secret_is_sent_by_https_or_to_this_machine(String address) {
        assertDoesNotThrow(() -> SecureUri.require(URI.create(address), "the address"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://psc.example.test/token, must be https; plain http is for loopback addresses only",
        "http://localhost.example.test/token, must be https; plain http is for loopback addresses only",
        "http://127.0.0.1.example.test/token, must be https; plain http is for loopback addresses only",
        "http://128.0.0.1/token, must be https; plain http is for loopback addresses only",
        "http://127.0.0.1a/token, must be an absolute address without user and fragment",
        "http://[::2]/token, must be https; plain http is for loopback addresses only",
        "ftp://psc.example.test/token, must be https; plain http is for loopback addresses only",
        "ftp://localhost/token, must be https; plain http is for loopback addresses only",
        "httpss://psc.example.test/token, must be https; plain http is for loopback addresses only",
        "/token, must be an absolute address without user and fragment",
        "https:/token, must be an absolute address without user and fragment",
        "https://user@psc.example.test/token, must be an absolute address without user and fragment",
        "http://user:word@localhost/token, must be an absolute address without user and fragment",
        "https://psc.example.test/token#part, must be an absolute address without user and fragment",
        "https://psc.example.test/token#, must be an absolute address without user and fragment"
    })
    void an_address_that_would_give_a_secret_away_is_refused(String address, String why) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> SecureUri.require(URI.create(address), "the address"));

        assertEquals("the address " + why, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://a.example/y, true",
        "https://a.example/x, HTTPS://A.EXAMPLE:443/x, true",
        "http://a.example/x, http://a.example:80/x, true",
        "https://a.example/x, https://a.example:80/x, false",
        "http://a.example/x, http://a.example:443/x, false",
        "https://a.example:8443/x, https://a.example/x, false",
        "https://a.example:8443/x, https://a.example:8443/y, true",
        "https://a.example:0/x, https://a.example/x, false",
        "https://a.example/x, http://a.example/x, false",
        "https://a.example:443/x, http://a.example:443/x, false",
        "https://a.example/x, https://b.example/x, false",
        "https://a.example/x, https://a.example.test/x, false"
    })
    void an_origin_is_scheme_host_and_port(String one, String other, boolean same) {
        assertEquals(same, SecureUri.isOn(URI.create(one), URI.create(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/, true",
        "https://127.0.0.1/, true",
        "http://[::1]/, true",
        "http://localhost.test/, false",
        "http://10.0.0.1/, false",
        "/path, false"
    })
    void this_machine_is_known_by_its_spelling(String address, boolean loopback) {
        assertEquals(loopback, SecureUri.isLoopback(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example:0/x"})
    void a_port_of_zero_is_a_port(String address) {
        assertTrue(SecureUri.origin(URI.create(address)).endsWith(":0"));
    }
}
