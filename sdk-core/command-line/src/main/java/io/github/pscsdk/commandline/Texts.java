package io.github.pscsdk.example.console.screen;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the command: French where the locale is French, else English. */
public final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts for that locale. */
    public static Texts in(Locale locale) {
        return beside(Texts.class, locale);
    }

    /** The texts for that locale that lie beside a class, for a command that has many of its own. */
    public static Texts beside(Class<?> neighbour, Locale locale) {
        var language = Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        return new Texts(ResourceBundle.getBundle(neighbour.getPackageName() + ".texts", language), language);
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }

    /**
     * A text with its blanks filled.
     *
     * @param key must exist
     * @param values for {@link String#format}
     */
    public String get(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    /** What a rule is about, in a few words; empty where it is none of ours. */
    String ofRule(String rule) {
        var key = "rule." + rule;
        return bundle.containsKey(key) ? bundle.getString(key) : "";
    }
}
