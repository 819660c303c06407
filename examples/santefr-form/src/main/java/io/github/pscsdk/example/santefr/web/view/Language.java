package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.example.declaration.words.Codes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages. */
public enum Language {
    /** French: the language of whoever chose none. */
    FR(Locale.FRENCH),
    /** English. */
    EN(Locale.ENGLISH);

    private final Locale locale;
    private final Texts pages;

    Language(Locale locale) {
        this.locale = locale;
        this.pages = Texts.read("pages_" + tag());
    }

    /** The language of that tag. */
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The two letters of RFC 5646. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For texts that the SDK has. */
    public Locale locale() {
        return locale;
    }

    /** A text of the pages. */
    public String text(String key) {
        return pages.get(key);
    }

    /** A text of the pages that may be unknown. */
    public Optional<String> find(String key) {
        return pages.find(key);
    }

    Language other() {
        return this == FR ? EN : FR;
    }

    Texts pages() {
        return pages;
    }

    /** Words for the codes of the ANS nomenclatures. */
    Codes codes() {
        return Codes.in(locale);
    }
}
