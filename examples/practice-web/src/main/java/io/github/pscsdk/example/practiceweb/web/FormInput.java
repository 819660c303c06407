package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import io.github.pscsdk.relyingparty.web.ExpiredSessionForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The fields of a declaration as they were typed, with the idempotency key under which it is handed over.
 *
 * @param key so that it counts once; drawn for the first preview, and brought back by each form after that: it may have
 *     been handed over by then
 * @param kept the name under which it has waited since the end of an earlier session; blank if it has not
 * @param typed the fields
 */
record FormInput(Optional<UUID> key, String kept, Declaration typed) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static FormInput of(HttpServletRequest request) {
        var typed = OfferFields.read(name -> Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of()));
        return new FormInput(key(value(request, "key")), value(request, "kept"), typed);
    }

    private static String value(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static Optional<UUID> key(String text) {
        return Optional.of(text).filter(KEY.asMatchPredicate()).map(UUID::fromString);
    }

    /** Key and fields, to be kept. */
    String toText() {
        return key.map(UUID::toString).orElse("") + "\n" + DeclarationDocument.canonical(typed);
    }

    /** Reads what {@link #toText} wrote. */
    static FormInput of(ExpiredSessionForm form) {
        var text = form.typed();
        var end = text.indexOf('\n');
        return new FormInput(key(text.substring(0, end)), form.name(), OfferFields.ofText(text.substring(end)));
    }
}
