package io.github.pscsdk.example.practiceweb.view;

import java.util.Locale;

/** The languages of the pages. */
public enum Language {
    /** French: the language of whoever chose none. */
    FR(Locale.FRENCH),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** English for English, French for all others. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : FR;
    }

    /** The two letters of RFC 5646. */
    public String tag() {
        return locale.getLanguage();
    }

    /** For texts of others. */
    public Locale locale() {
        return locale;
    }

    /** The one to switch to. */
    public Language other() {
        return this == FR ? EN : FR;
    }
}
