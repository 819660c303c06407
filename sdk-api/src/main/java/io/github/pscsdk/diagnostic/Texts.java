package io.github.pscsdk.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts for people in one language, from a properties file in UTF-8. Immutable.
 *
 * <p>Values go where a text has {@code {0}}, {@code {1}} and so on. Nothing else in a text means anything: an apostrophe, a percent
 * sign or another brace is itself, and so is whatever a value contains. A value is written as {@link String#valueOf(Object)} does: whoever
 * wants digits grouped or columns aligned hands over a string.
 *
 * <p>Not a {@link java.util.ResourceBundle}: its fallback follows the default locale of the JVM, and its control cannot
 * be set from a named module, so an English-speaking caller on a French workstation would get French.
 */
public final class Texts {
    private static final Pattern BLANK = Pattern.compile("\\{(\\d)}");

    // Kept by the class itself: a plug-in that is unloaded takes its texts along.
    private static final ClassValue<Map<String, Texts>> READ = new ClassValue<>() {
        @Override
        protected Map<String, Texts> computeValue(Class<?> neighbour) {
            return new ConcurrentHashMap<>();
        }
    };

    private final Map<String, String> texts;
    private final Language language;

    private Texts(Map<String, String> texts, Language language) {
        this.texts = Map.copyOf(texts);
        this.language = language;
    }

    /**
     * The file {@code name_fr.properties} or {@code name_en.properties} in the package of a class, by the class loader of that class:
     * a plug-in names a class of its own. Read once. A named module must open the package.
     *
     * @throws IllegalStateException if it is not there
     */
    public static Texts beside(Class<?> neighbour, String name, Language language) {
        var file = name + "_" + language.tag() + ".properties";
        return READ.get(neighbour)
                .computeIfAbsent(
                        file,
                        missing -> new Texts(
                                load(neighbour, file)
                                        .orElseThrow(() -> new IllegalStateException(
                                                file + " is missing beside " + neighbour.getName())),
                                language));
    }

    /**
     * Texts from somewhere else.
     *
     * @param in a properties file in UTF-8; the caller closes it
     * @throws IllegalArgumentException if it is malformed
     */
    public static Texts read(InputStream in, Language language) throws IOException {
        return new Texts(load(in), language);
    }

    /** A file that may be missing, whatever its language. */
    static Optional<Map<String, String>> load(Class<?> neighbour, String file) {
        try (var in = neighbour.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(load(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, String> load(InputStream in) throws IOException {
        var properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        var texts = new HashMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    /** These, and behind them those of others for keys that are not here. */
    public Texts or(Texts others) {
        var all = new HashMap<>(others.texts);
        all.putAll(texts);
        return new Texts(all, language);
    }

    /** What they are written in. */
    public Language language() {
        return language;
    }

    /**
     * A text with its values.
     *
     * @throws IllegalStateException if there is none of that key
     * @throws IllegalArgumentException if it has more blanks than there are values
     */
    public String get(String key, Object... values) {
        var text = find(key).orElseThrow(() -> new IllegalStateException("no text for " + key));
        return BLANK.matcher(text).replaceAll(blank -> {
            var index = Integer.parseInt(blank.group(1));
            if (index >= values.length) {
                throw new IllegalArgumentException("no value for " + blank.group() + " of " + key);
            }
            return Matcher.quoteReplacement(String.valueOf(values[index]));
        });
    }

    /** A text that may not be there, as it is in the file. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** Every key. */
    public Set<String> keys() {
        return texts.keySet();
    }
}
