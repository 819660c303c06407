package io.github.pscsdk.pluginhost.internal;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting.Kind;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.PluginProblem;
import io.github.pscsdk.diagnostic.Severity;
import io.github.pscsdk.pluginhost.internal.archive.SmallFile;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Where the settings of authenticators are written: system properties before environment variables before a file in the
 * folder that the host names. Each is looked up by the name that the descriptor declares; what is out of its bounds is
 * a fault.
 *
 * @param property looks up a system property; null where it is not set, as the JDK says it
 * @param variable the same of an environment variable
 */
public record SettingSources(Optional<Path> folder, UnaryOperator<String> property, UnaryOperator<String> variable) {
    private static final int LARGEST_FILE = 64 * 1024;
    /** Some editors on Windows begin UTF-8 with it; it would be part of the first name. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public CheckedSettings read(AuthenticatorDescriptor descriptor) {
        var id = descriptor.id();
        var values = new LinkedHashMap<String, String>();
        var origins = new LinkedHashMap<String, String>();
        var faults = new ArrayList<Diagnostic>();
        var file = new Properties();
        var fileName = id + ".properties";
        try {
            file = file(fileName);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(finding(id, "*", fileName, Severity.BLOCKING));
        }
        var undeclared = new TreeSet<>(file.stringPropertyNames());
        for (var setting : descriptor.settings()) {
            undeclared.remove(setting.name());
            var written = written(id, setting.name(), file);
            written.ifPresent(value -> origins.put(setting.name(), value.source));
            if (written.isEmpty()) {
                setting.defaultValue().ifPresent(usual -> values.put(setting.name(), usual));
            } else if (setting.accepts(written.get().value)) {
                values.put(setting.name(), written.get().value);
            } else {
                faults.add(finding(id, setting.name(), written.get().source, Severity.BLOCKING)
                        .with("bounds", setting.bounds()));
            }
        }
        var remarks = undeclared.stream().map(name -> finding(id, name, fileName, Severity.WARNING));
        return new CheckedSettings(
                descriptor, Map.copyOf(values), Map.copyOf(origins), List.copyOf(faults), remarks.toList());
    }

    private static Diagnostic finding(String id, String setting, String source, Severity severity) {
        return Diagnostic.of(PluginProblem.SETTING_INVALID, severity)
                .with("authenticator", id)
                .with("setting", setting)
                .with("source", source);
    }

    private Optional<Written> written(String id, String name, Properties file) {
        var property = property(id, name);
        var variable = variable(id, name);
        return value(this.property.apply(property), property)
                .or(() -> value(this.variable.apply(variable), variable))
                .or(() -> value(file.getProperty(name), id + ".properties"));
    }

    private static Optional<Written> value(String text, String source) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .map(given -> new Written(given, source));
    }

    /** {@code pscsdk.badge.waitTime} for {@code waitTime} of {@code badge}. */
    public static String property(String id, String name) {
        return "pscsdk." + id + "." + name;
    }

    /** {@code PSCSDK_BADGE_WAIT_TIME} for {@code waitTime} of {@code badge}. */
    static String variable(String id, String name) {
        return ("PSCSDK_" + id.replace('-', '_') + "_" + name.replaceAll("([A-Z])", "_$1")).toUpperCase(Locale.ROOT);
    }

    private Properties file(String name) throws IOException {
        var properties = new Properties();
        var bytes = folder.isEmpty()
                ? Optional.<byte[]>empty()
                : SmallFile.read(folder.get().resolve(name), LARGEST_FILE);
        if (bytes.isPresent()) {
            // Not the constructor of String, which reads what is no UTF-8 as something else.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.get()))
                    .toString();
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        }
        return properties;
    }

    private record Written(String value, String source) {
        /** Hides the value, which may be a secret. */
        @Override
        public String toString() {
            return "Written[" + source + "]";
        }
    }

    /**
     * The values of one authenticator's settings, none of which is out of its bounds; and what was wrong with the
     * others.
     *
     * @param origins by the name of each setting that is set: where, whatever its value is
     * @param faults why the authenticator must not be used; empty if it may
     * @param remarks what does not prevent its use, but somebody should look at
     */
    public record CheckedSettings(
            AuthenticatorDescriptor descriptor,
            Map<String, String> values,
            Map<String, String> origins,
            List<Diagnostic> faults,
            List<Diagnostic> remarks) {

        /** As the contract has it: by name and type, the default where nothing is set. */
        public <T> Optional<T> value(String name, Class<T> type) {
            var declared = descriptor.settings().stream()
                    .filter(setting -> setting.name().equals(name) && typeOf(setting.kind()) == type)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            descriptor.id() + " declares no setting " + name + " of " + type.getSimpleName()));
            return Optional.ofNullable(values.get(name)).map(text -> type.cast(read(declared.kind(), text)));
        }

        private static Class<?> typeOf(Kind kind) {
            return switch (kind) {
                case TEXT, CHOICE -> String.class;
                case NUMBER -> Long.class;
                case FLAG -> Boolean.class;
                case DURATION -> Duration.class;
                case URL -> URI.class;
                case SECRET -> char[].class;
            };
        }

        private static Object read(Kind kind, String text) {
            return switch (kind) {
                case TEXT, CHOICE -> text;
                case NUMBER -> Long.valueOf(text);
                case FLAG -> Boolean.valueOf(text);
                case DURATION -> Duration.parse(text);
                case URL -> URI.create(text);
                case SECRET -> text.toCharArray();
            };
        }

        /** Prints no value. */
        @Override
        public String toString() {
            return "CheckedSettings[" + descriptor.id() + "]";
        }
    }
}
