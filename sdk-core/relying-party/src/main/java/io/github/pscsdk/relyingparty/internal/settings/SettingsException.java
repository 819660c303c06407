package io.github.pscsdk.relyingparty.internal.settings;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.relyingparty.internal.settings.SettingsException.Fault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings are missing or wrong. The message names all of them by their keys, in English, and repeats no value; {@link
 * #sentences} are the same in either language.
 */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "faults";

    private final transient List<Fault> faults;
    private final transient Class<?> host;

    /**
     * One setting that is missing or wrong.
     *
     * @param line where a text has it; empty where there are no lines
     * @param key the setting, as its author spells it; empty for a text as a whole
     * @param sentence the key of a text, whose blank {@code {0}} is the setting
     * @param values for the other blanks; nothing that was written there
     */
    public record Fault(Optional<Integer> line, String key, String sentence, List<Object> values) {
        private String sentence(Texts texts) {
            var setting = key.isEmpty() ? texts.get("whole") : key;
            var text = texts.get(
                    sentence, Stream.concat(Stream.of(setting), values.stream()).toArray());
            return line.map(number -> texts.get("at.line", number, text)).orElse(text);
        }
    }

    /**
     * Tells faults in this order.
     *
     * @param host beside which {@code faults_fr.properties} and {@code faults_en.properties} have what the reader of
     *     settings does not say
     */
    public SettingsException(List<Fault> faults, Class<?> host) {
        super(String.join("; ", sentences(faults, host, Language.ENGLISH)));
        this.faults = List.copyOf(faults);
        this.host = host;
    }

    /** A sentence for each fault. */
    public List<String> sentences(Language language) {
        return sentences(Objects.requireNonNull(faults), Objects.requireNonNull(host), language);
    }

    private static List<String> sentences(List<Fault> faults, Class<?> host, Language language) {
        var texts = Texts.beside(host, FILE, language).or(Texts.beside(SettingsException.class, FILE, language));
        return faults.stream().map(fault -> fault.sentence(texts)).toList();
    }
}
