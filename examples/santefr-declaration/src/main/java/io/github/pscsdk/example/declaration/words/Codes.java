package io.github.pscsdk.example.declaration.words;

import io.github.pscsdk.api.CodedValue;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Optional;
import java.util.Set;

/** The words of one language. The tables grow, so a code without a word is shown as it is. */
public final class Codes {
    private final Texts words;

    private Codes(Texts words) {
        this.words = words;
    }

    /** The words of that language. */
    public static Codes in(Language language) {
        return new Codes(Texts.beside(Codes.class, "codes", language));
    }

    /** A word for a code, or a phrase that holds the code. */
    public String word(String table, String code) {
        return find(table, code).orElseGet(() -> words.get(table + ".other", code));
    }

    /** A word for a code, or a phrase that holds the code; nothing for none. */
    public Optional<String> word(String table, Optional<CodedValue> value) {
        return value.map(coded -> word(table, coded.code()));
    }

    /** A word for a code, where there is one. */
    public Optional<String> find(String table, String code) {
        return words.find(table + "." + code);
    }

    Set<String> keys() {
        return words.keys();
    }
}
