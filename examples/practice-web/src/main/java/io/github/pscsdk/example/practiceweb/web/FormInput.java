package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.declaration.json.DeclarationDocument;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The fields of a declaration as they were typed, with the idempotency key under which it is handed over.
 *
 * @param key so that it counts once; drawn for the first preview, and brought back by each form after that: it may have
 *     been handed over by then
 * @param typed the fields
 */
record FormInput(Optional<UUID> key, Declaration typed) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static FormInput of(HttpServletRequest request) {
        var typed = OfferFields.read(name -> Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of()));
        return new FormInput(key(String.valueOf(request.getParameter("key"))), typed);
    }

    private static Optional<UUID> key(String text) {
        return Optional.of(text).filter(KEY.asMatchPredicate()).map(UUID::fromString);
    }

    /** All of it, to be kept. */
    String toText() {
        return key.map(UUID::toString).orElse("") + "\n" + DeclarationDocument.canonical(typed);
    }

    /** Reads what {@link #toText} wrote. */
    static FormInput ofText(String text) {
        var end = text.indexOf('\n');
        return new FormInput(key(text.substring(0, end)), OfferFields.ofText(text.substring(end)));
    }
}
