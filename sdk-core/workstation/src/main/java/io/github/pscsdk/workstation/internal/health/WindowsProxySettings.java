package io.github.pscsdk.workstation.internal.health;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxy in the Internet settings of Windows, which Java uses only when told to.
 *
 * @param printed what {@code reg query} prints of the key; empty where this is not Windows
 */
record WindowsProxySettings(String printed) {
    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final int LONGEST = 1 << 16;

    /** Those of the current user. */
    static WindowsProxySettings read() {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            return new WindowsProxySettings("");
        }
        try {
            var query = new ProcessBuilder("reg", "query", KEY)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var output = query.getInputStream()) {
                return new WindowsProxySettings(new String(output.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            return new WindowsProxySettings("");
        }
    }

    /** {@code host:port}, or the address of the script that chooses the proxy. */
    Optional<String> proxy() {
        var manual = value("ProxyEnable")
                .filter(on -> on.equals("0x1"))
                .flatMap(on -> value("ProxyServer"))
                .flatMap(WindowsProxySettings::ofHttps);
        return manual.or(() -> value("AutoConfigURL"));
    }

    /** Hosts that are reached without the proxy, as Windows writes them. */
    Stream<String> exceptions() {
        return value("ProxyOverride").stream().flatMap(list -> Arrays.stream(list.split(";")));
    }

    /** One proxy for all protocols, or {@code http=one:80;https=other:80}. */
    private static Optional<String> ofHttps(String servers) {
        if (!servers.contains("=")) {
            return Optional.of(servers);
        }
        return Arrays.stream(servers.split(";"))
                .map(server -> server.toLowerCase(Locale.ROOT))
                .filter(server -> server.startsWith("https="))
                .map(server -> server.substring("https=".length()))
                .findFirst();
    }

    private Optional<String> value(String name) {
        return Pattern.compile("^\\s+" + name + "\\s+REG_\\w+\\s+(\\S.*?)\\s*$", Pattern.MULTILINE)
                .matcher(printed)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
