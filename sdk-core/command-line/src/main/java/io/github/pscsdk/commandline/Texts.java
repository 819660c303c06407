package io.github.pscsdk.commandline;

import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says: French where the locale is French, else English. Immutable. */
public final class Texts {
    private final ResourceBundle own;
    private final ResourceBundle shared;
    private final Locale locale;

    private Texts(Class<?> neighbour, Locale locale) {
        this.own = ResourceBundle.getBundle(neighbour.getPackageName() + ".texts", locale);
        this.shared = ResourceBundle.getBundle(Texts.class.getPackageName() + ".texts", locale);
        this.locale = locale;
    }

    /** The texts in the language of this machine that lie beside the class of the outermost command. */
    public static Texts of(CommandSpec command) {
        return beside(command.root().userObject().getClass(), Locale.getDefault());
    }

    /**
     * The files {@code texts_fr.properties} and {@code texts_en.properties} beside a class, and behind them what all commands
     * say alike.
     */
    public static Texts beside(Class<?> neighbour, Locale locale) {
        var isFrench = Locale.FRENCH.getLanguage().equals(locale.getLanguage());
        return new Texts(neighbour, isFrench ? Locale.FRENCH : Locale.ENGLISH);
    }

    /** French or English. */
    public Locale locale() {
        return locale;
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return own.containsKey(key) || shared.containsKey(key);
    }

    /**
     * A text with its blanks filled.
     *
     * @param key must exist
     * @param values for {@link String#format}
     */
    public String get(String key, Object... values) {
        var bundle = own.containsKey(key) ? own : shared;
        return String.format(locale, bundle.getString(key), values);
    }
}
