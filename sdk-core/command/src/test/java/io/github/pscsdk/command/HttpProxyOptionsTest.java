package io.github.pscsdk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the way to the network before anything is asked. */
class HttpProxyOptionsTest {
    private final StringWriter err = new StringWriter();

    @Test
    void a_name_without_a_password_is_told_before_anything_is_asked() {
        var exit = login("--http-proxy=127.0.0.1:1", "--http-proxy-user=poste-4");

        assertEquals(2, exit);
        assertTrue(err.toString().contains("PSC_HTTP_PROXY_PASSWORD"), err::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--http-proxy=cabinet",
                "--http-proxy=a:geheim@b:1",
                "--http-proxy=a b:geheim",
                "--authorities=absent"
            })
    void what_cannot_be_used_is_told_by_its_option_and_an_address_is_not_repeated(String option) {
        var exit = login(option);

        assertEquals(2, exit);
        assertTrue(err.toString().contains(option.substring(0, option.indexOf('='))), err::toString);
        assertFalse(err.toString().contains("geheim"), err::toString);
    }

    private int login(String... options) {
        var arguments = new ArrayList<>(List.of(
                "login", "--with=browser", "--proxy=https://proxy.editeur.example", "--application-token=of-a-test"));
        arguments.addAll(List.of(options));
        return Psc.commandLine()
                .setOut(new PrintWriter(err, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
