package io.github.pscsdk.workstation.internal.health;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxy that the system names, and that other programs use: by {@code HTTPS_PROXY} and {@code NO_PROXY}, in capitals or not, or in
 * the settings of Windows. Java uses neither unless it is told to.
 */
final class SystemProxy {
    private final UnaryOperator<String> environment;
    private final String windowsSettings;

    SystemProxy(Machine machine) {
        this.environment = machine.environment();
        this.windowsSettings = machine.windowsInternetSettings().get();
    }

    /** The proxy for that host as {@code host:port}, without the name and the password that may stand before it. */
    Optional<String> forHost(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (exceptions().anyMatch(rule -> matches(rule, name))) {
            return Optional.empty();
        }
        return variable("https_proxy")
                .or(() -> variable("all_proxy"))
                .or(this::windowsProxy)
                .flatMap(SystemProxy::hostAndPort);
    }

    private Stream<String> exceptions() {
        var unix = variable("no_proxy").stream().flatMap(list -> Arrays.stream(list.split("[,\\s]+")));
        return Stream.concat(unix, windowsExceptions())
                .map(rule -> rule.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""));
    }

    private static boolean matches(String rule, String host) {
        return rule.equals("*") || host.equals(rule) || !rule.isEmpty() && host.endsWith("." + rule);
    }

    private Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static Optional<String> hostAndPort(String value) {
        try {
            var uri = URI.create(value.contains("://") ? value : "http://" + value);
            return Optional.ofNullable(uri.getHost())
                    .map(host -> uri.getPort() < 0 ? host : host + ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // ---- Windows ------------------------------------------------------------------------------------------------

    /** {@code host:port}, or the address of the script that chooses the proxy. */
    private Optional<String> windowsProxy() {
        var manual = windowsValue("ProxyEnable")
                .filter(on -> on.equals("0x1"))
                .flatMap(on -> windowsValue("ProxyServer"))
                .flatMap(SystemProxy::ofHttps);
        return manual.or(() -> windowsValue("AutoConfigURL"));
    }

    /** Hosts that are reached without the proxy, as Windows writes them. */
    private Stream<String> windowsExceptions() {
        return windowsValue("ProxyOverride").stream().flatMap(list -> Arrays.stream(list.split(";")));
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

    private Optional<String> windowsValue(String name) {
        return Pattern.compile("^\\s+" + name + "\\s+REG_\\w+\\s+(\\S.*?)\\s*$", Pattern.MULTILINE)
                .matcher(windowsSettings)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
