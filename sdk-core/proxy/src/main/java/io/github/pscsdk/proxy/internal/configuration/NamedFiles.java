package io.github.pscsdk.proxy.internal.configuration;

import io.github.pscsdk.proxy.internal.json.ConfigurationText;
import io.github.pscsdk.proxy.internal.settings.ProxyConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that a configuration file names. Whether they have changed is told by their content: the time of a link
 * says little. The configuration file itself is read once. For one thread.
 */
public final class NamedFiles {
    private static final Logger log = LoggerFactory.getLogger(NamedFiles.class);

    private static final Pattern READ_AGAIN = Pattern.compile("(clients|backends|trustStore)\\b.*\\.(file|keyStore)");

    private final ConfigurationText configuration;
    private final Path folder;
    private final Map<String, String> variables;
    private final List<String> names;
    private byte[] seen;

    /**
     * @throws io.github.pscsdk.relyingparty.internal.settings.SettingsException if the configuration file cannot be
     *     read
     */
    public NamedFiles(Path file, Map<String, String> environment) {
        configuration = ConfigurationText.read(file);
        folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        variables = environment;
        names = configuration.keys().stream()
                .filter(key -> READ_AGAIN.matcher(key).matches())
                .flatMap(key -> configuration.value(key).stream())
                .distinct()
                .toList();
        seen = sum();
    }

    private byte[] sum() {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            for (var name : names) {
                sum.update(name.getBytes(StandardCharsets.UTF_8));
                sum.update(content(name).orElse(new byte[0]));
            }
            return sum.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<byte[]> content(String name) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (IOException | InvalidPathException e) {
            // Told by whoever reads it.
            return Optional.empty();
        }
    }

    public ProxyConfiguration read() {
        return ConfigurationReader.read(configuration, folder, variables);
    }

    /**
     * The same if a file has another content than the last time, unless it changes meanwhile; of one that cannot be
     * used the log tells once.
     */
    public Optional<ProxyConfiguration> changed() {
        var now = sum();
        if (Arrays.equals(seen, now)) {
            return Optional.empty();
        }
        try {
            var read = read();
            return isSettled(now) ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            if (isSettled(now)) {
                log.error("a changed file cannot be used, so what was read before stays in use: {}", e.getMessage());
            }
            return Optional.empty();
        }
    }

    private boolean isSettled(byte[] sum) {
        var isSettled = Arrays.equals(sum, sum());
        if (isSettled) {
            seen = sum;
        }
        return isSettled;
    }
}
