package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.practiceweb.declaration.OfferFields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The content of a form.
 *
 * @param key what handing it over is known by, so that it counts once; drawn for the first preview, and brought back by
 *     each form after that, which may have been handed over then
 * @param typed the fields
 */
record Entry(Optional<UUID> key, Declaration typed) {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Entry of(HttpServletRequest request) {
        var typed = OfferFields.read(name -> Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of()));
        return new Entry(key(String.valueOf(request.getParameter("key"))), typed);
    }

    private static Optional<UUID> key(String text) {
        return Optional.of(text).filter(KEY.asMatchPredicate()).map(UUID::fromString);
    }

    /** All of it, to be kept. */
    String toText() {
        return key.map(UUID::toString).orElse("") + "\n" + OfferFields.toText(typed);
    }

    /** Reads what {@link #toText} wrote. */
    static Entry ofText(String text) {
        var end = text.indexOf('\n');
        return new Entry(key(text.substring(0, end)), OfferFields.ofText(text.substring(end)));
    }
}
