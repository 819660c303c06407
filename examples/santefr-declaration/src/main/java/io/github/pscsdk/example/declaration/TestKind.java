package io.github.pscsdk.example.declaration;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The tests that Santé.fr lists ({@code type_de_test}). Serology is not one: Santé.fr holds no such offer. */
public enum TestKind {
    /** By nasopharyngeal swab. */
    RT_PCR("RT-PCR"),
    /** Antigen test. */
    ANTIGEN("antigénique"),
    /** By saliva. */
    SALIVA("salivaire");

    private final String text;

    TestKind(String text) {
        this.text = text;
    }

    /** The canonical spelling. */
    public String text() {
        return text;
    }

    /** The kind so spelt, whatever the accents and the case. */
    public static Optional<TestKind> of(String spelling) {
        var plain = plain(spelling);
        return Arrays.stream(values())
                .filter(kind -> plain(kind.text).equals(plain))
                .findFirst();
    }

    private static String plain(String spelling) {
        return Normalizer.normalize(spelling.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
