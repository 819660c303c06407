package io.github.pscsdk.example.practiceweb.web;

import io.github.pscsdk.example.declaration.Declaration;
import io.github.pscsdk.example.practiceweb.declaration.Checked;
import io.github.pscsdk.example.practiceweb.declaration.FormEntries;
import io.github.pscsdk.example.practiceweb.place.PlaceOfWork;
import java.util.Optional;
import java.util.UUID;

/**
 * A form that was sent.
 *
 * @param key what handing it over will be known by; the form brings it back, so that sending it twice counts once
 * @param place the place of work that was chosen
 * @param entries what stood in it
 * @param checked what the rules say
 */
record Submission(UUID key, PlaceOfWork place, FormEntries entries, Checked checked) {
    Optional<Declaration> accepted() {
        return checked.accepted();
    }

    /** The same with what somebody else's rules say. */
    Submission with(Checked others) {
        return new Submission(key, place, entries, others);
    }
}
