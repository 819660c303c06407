package io.github.pscsdk.example.declaration;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.pscsdk.example.declaration.text.Blanks;
import io.github.pscsdk.example.declaration.text.KebabCase;
import java.util.Arrays;
import java.util.Optional;

/** The subject of an offer. */
public enum OfferKind {
    VACCINATION,
    TESTING;

    @JsonValue
    public String text() {
        return KebabCase.of(this);
    }

    /** The kind so spelt, whatever the blanks around it: the one rule by which an offer is of a kind. */
    public static Optional<OfferKind> of(String spelling) {
        var text = Blanks.trim(spelling);
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
