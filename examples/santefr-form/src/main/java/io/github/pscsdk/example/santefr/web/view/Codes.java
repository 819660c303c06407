package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.api.CodedValue;
import java.util.Optional;

/**
 * Codes of the ANS nomenclatures in words. The tables grow, so a code without a word is shown as it is.
 *
 * @param language of the reader
 */
record Codes(Language language) {
    /** A word for a code, or a phrase that holds the code. */
    String word(String table, String code) {
        return find(table, code)
                .orElseGet(() -> language.codes().get(table + ".other").replace("{0}", code));
    }

    /** A word for a code, or a phrase that holds the code; nothing for none. */
    Optional<String> word(String table, Optional<CodedValue> value) {
        return value.map(coded -> word(table, coded.code()));
    }

    /** A word for a code, where there is one. */
    Optional<String> find(String table, String code) {
        return language.codes().find(table + "." + code);
    }
}
