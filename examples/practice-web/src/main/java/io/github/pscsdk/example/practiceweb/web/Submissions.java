package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.practiceweb.declaration.DeclarationDesk;
import io.github.pscsdk.example.practiceweb.declaration.Entries;
import io.github.pscsdk.example.practiceweb.place.PlaceChoice;
import io.github.pscsdk.example.practiceweb.receiver.HandOverKey;
import io.github.pscsdk.relyingparty.PscSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads and checks a form that was sent. What was typed is in the pages, and not kept here. */
@Component
final class Submissions {
    static final String KEY = "key";

    private final PlaceChoice choice;
    private final DeclarationDesk desk;

    Submissions(PlaceChoice choice, DeclarationDesk desk) {
        this.choice = choice;
        this.desk = desk;
    }

    /** Empty if no place of work is chosen. */
    Optional<Submission> read(PscSession session, HttpServletRequest request, Locale locale) {
        var professional = session.professional();
        var entries = Entries.of(
                name -> Stream.ofNullable(request.getParameterValues(name)).flatMap(Stream::of));
        var key = key(session, Optional.ofNullable(request.getParameter(KEY)).orElse(""));
        return choice.of(session)
                .map(place -> new Submission(key, place, entries, desk.check(entries, place, professional, locale)));
    }

    static HandOverKey key(PscSession session, String id) {
        return new HandOverKey(session.professional().nationalId().value(), id(id));
    }

    /** A text that is none is another one than any that was handed over. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}
