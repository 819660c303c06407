package io.github.pscsdk.workstation.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemProxyTest {
    private static final String HOST = "proxy.editeur.example";

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://p.example:3128, p.example:3128",
        "https_proxy, p.example:3128, p.example:3128",
        "ALL_PROXY, socks5://p.example, p.example",
        "HTTPS_PROXY, http://somebody:secret@p.example:8080/, p.example:8080",
        "HTTPS_PROXY, http://not a host, ",
        "HTTP_PROXY, p.example:3128, "
    })
    void a_variable_names_a_host_and_a_port_and_nothing_more_is_told(String name, String value, String told) {
        assertEquals(Optional.ofNullable(told), proxy(Map.of(name, value), ""));
    }

    @ParameterizedTest
    @CsvSource({"'x.example, editeur.example'", ".editeur.example", "*.editeur.example", "*", "PROXY.editeur.example"})
    void an_exception_covers_the_host_and_what_is_under_it(String exceptions) {
        assertEquals(Optional.empty(), proxy(Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", exceptions), ""));
    }

    @Test
    void an_exception_for_a_name_that_only_ends_alike_is_none() {
        assertEquals(Optional.of("p:1"), proxy(Map.of("HTTPS_PROXY", "p:1", "NO_PROXY", "iteur.example"), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x1 | p.cabinet.local:8080 | *.cabinet.local;<local> | p.cabinet.local:8080",
                "0x1 | http=h:80;https=s:81 | <local> | s:81",
                "0x1 | http=h:80 | <local> | ",
                "0x1 | p:80 | *.editeur.example | ",
                "0x0 | p:80 | <local> | "
            })
    void windows_names_its_proxy_in_the_registry(String enabled, String server, String exceptions, String told) {
        var printed = "\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\r\n"
                + "    ProxyEnable    REG_DWORD    " + enabled + "\r\n    ProxyServer    REG_SZ    " + server
                + "\r\n    ProxyOverride    REG_SZ    " + exceptions + "\r\n\r\n";

        assertEquals(Optional.ofNullable(told), proxy(Map.of(), printed));
    }

    @Test
    void a_script_that_chooses_the_proxy_is_told_by_its_host() {
        var printed = "    AutoConfigURL    REG_SZ    http://wpad.cabinet.local/proxy.pac\r\n";

        assertEquals(Optional.of("wpad.cabinet.local"), proxy(Map.of(), printed));
    }

    private static Optional<String> proxy(Map<String, String> environment, String windows) {
        return new Machine(Runtime.version(), environment::get, () -> windows).proxyFor(HOST);
    }
}
