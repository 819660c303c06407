package io.github.pscsdk.relyingparty.settings;

import java.util.List;

/** Settings are missing or wrong. The message names all of them by their keys, and repeats no value. */
public final class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SettingsException(List<String> faults) {
        super(String.join("; ", faults));
    }
}
