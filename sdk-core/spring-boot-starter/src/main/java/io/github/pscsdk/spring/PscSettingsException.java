package io.github.pscsdk.spring;

/** A setting {@code psc.*} is missing or wrong. The message names it, and never repeats a secret. */
public final class PscSettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PscSettingsException(String setting, String wrong) {
        super("psc." + setting + " " + wrong);
    }
}
