package io.github.pscsdk.workstation.internal.health;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The proxy that the system names, and that other programs use: by {@code HTTPS_PROXY} and {@code NO_PROXY}, in capitals or not, or in
 * the settings of Windows. Java uses neither unless it is told to.
 */
final class SystemProxy {
    private final UnaryOperator<String> environment;
    private final WindowsProxySettings windows;

    SystemProxy(Machine machine) {
        this.environment = machine.environment();
        this.windows = machine.windowsProxy().get();
    }

    /** The proxy for that host as {@code host:port}, without the name and the password that may stand before it. */
    Optional<String> forHost(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        if (exceptions().anyMatch(rule -> matches(rule, name))) {
            return Optional.empty();
        }
        return variable("https_proxy")
                .or(() -> variable("all_proxy"))
                .or(windows::proxy)
                .flatMap(SystemProxy::hostAndPort);
    }

    private Stream<String> exceptions() {
        var unix = variable("no_proxy").stream().flatMap(list -> Arrays.stream(list.split("[,\\s]+")));
        return Stream.concat(unix, windows.exceptions())
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
}
