package io.github.pscsdk.example.declaration;

import io.github.pscsdk.example.declaration.text.Spelling;
import java.util.Arrays;
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
        var key = Spelling.key(spelling);
        return Arrays.stream(values())
                .filter(kind -> Spelling.key(kind.text).equals(key))
                .findFirst();
    }
}
