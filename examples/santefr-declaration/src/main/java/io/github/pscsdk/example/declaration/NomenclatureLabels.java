package io.github.pscsdk.example.declaration;

import io.github.pscsdk.api.professional.CodedValue;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.Texts;
import java.util.Optional;

/**
 * The labels of codes of the ANS nomenclatures, in one language. The tables grow, so a code without a label is shown as
 * it is. Immutable; safe for any thread.
 */
public final class NomenclatureLabels {
    private final Texts labels;

    private NomenclatureLabels(Texts labels) {
        this.labels = labels;
    }

    public static NomenclatureLabels in(Language language) {
        return new NomenclatureLabels(Texts.beside(NomenclatureLabels.class, "labels", language));
    }

    /** The label of a code, or a phrase that holds the code. */
    public String label(String table, String code) {
        return find(table, code).orElseGet(() -> labels.get(table + ".other", code));
    }

    /** The label of a code, or a phrase that holds the code; nothing for none. */
    public Optional<String> label(String table, Optional<CodedValue> value) {
        return value.map(coded -> label(table, coded.code()));
    }

    public Optional<String> find(String table, String code) {
        return labels.find(table + "." + code);
    }
}
