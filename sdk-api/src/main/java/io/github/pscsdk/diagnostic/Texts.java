package io.github.pscsdk.diagnostic;

import java.io.ByteArrayInputStream;
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
import java.util.stream.IntStream;

/**
 * Texts for people in one language, from a properties file in UTF-8. Immutable. Values replace {@code {0}}, {@code {1}}
 * and so on; nothing else in a text is special. Not a {@link java.util.ResourceBundle}, whose fallback follows the
 * JVM's default locale: an English-speaking caller on a French workstation would get French.
 */
public final class Texts {
    private static final Pattern BLANK = Pattern.compile("\\{(\\d)}");
    // The texts of the SDK have 40 KiB at most. A plug-in's file is kept in the memory of the host, and may be
    // compressed to a thousandth.
    private static final int MOST_BYTES = 1 << 20;

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
     * Reads the file {@code name_fr.properties} or {@code name_en.properties} in the package of a class, by the class
     * loader of that class, once. A plug-in names one of its own classes. A named module must open the package.
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
     * Reads texts from a stream.
     *
     * @param in a properties file in UTF-8 of at most 1 MiB; the caller closes it
     * @throws IllegalArgumentException if it is malformed
     */
    public static Texts read(InputStream in, Language language) throws IOException {
        return new Texts(load(in), language);
    }

    /** Loads a file that may be missing. */
    static Optional<Map<String, String>> load(Class<?> neighbour, String file) {
        try (var in = neighbour.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(load(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Map<String, String> load(InputStream in) throws IOException {
        var bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException("texts of more than 1 MiB");
        }
        var properties = new Properties();
        properties.load(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
        var texts = new HashMap<String, String>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    /** These texts, completed by {@code others} for keys that are missing here. */
    public Texts or(Texts others) {
        var all = new HashMap<>(others.texts);
        all.putAll(texts);
        return new Texts(all, language);
    }

    /** The language of the texts. */
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

    /** A text as it is in the file; empty if the key is missing. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** The remedy under a problem's code: its title, and its steps as far as they are numbered. */
    Remedy remedy(String code) {
        var steps = IntStream.iterate(1, step -> texts.containsKey(code + ".step." + step), step -> step + 1)
                .mapToObj(step -> texts.get(code + ".step." + step))
                .toList();
        var title = find(code + ".title");
        if (title.isEmpty() || steps.isEmpty()) {
            throw new IllegalStateException("no title or no step for " + code + " in " + language.tag());
        }
        return new Remedy(title.get(), steps);
    }

    /** Every key. */
    public Set<String> keys() {
        return texts.keySet();
    }
}
