package io.github.pscsdk.relyingparty.internal.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Settings are missing or wrong. The message names all of them by their keys, and repeats no value. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One setting that is missing or wrong.
     *
     * @param key the setting, as whoever wrote it spells it
     * @param wrong what is wrong with it or would be right, to be read after the key
     */
    public record Fault(String key, String wrong) {
        /** The sentence that both are. */
        @Override
        public String toString() {
            return key + " " + wrong;
        }
    }

    /** Tells faults in this order. */
    public SettingsException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** All of them. */
    public List<Fault> faults() {
        return Objects.requireNonNull(faults);
    }
}
