package io.github.pscsdk.example.santefr.web.view;

import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.example.declaration.lifecycle.Version;
import java.util.Objects;
import java.util.Optional;

/**
 * A version in the history.
 *
 * @param number 1 for the first
 * @param state how far it came
 * @param changedAt when
 * @param receipt the time and the hash of its hand-over
 * @param confirmedAt when it was said to be still valid
 * @param reason why it was withdrawn
 * @param sheet what it says
 */
public record VersionCard(
        int number,
        StateTag state,
        String changedAt,
        Optional<ReceiptCard> receipt,
        Optional<String> confirmedAt,
        Optional<String> reason,
        DeclarationSheet sheet) {
    public VersionCard {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(sheet, "sheet");
    }

    /** In the reader's language. */
    public static VersionCard of(Version version, Language language) {
        return new VersionCard(
                version.number(),
                StateTag.of(version.state(), language),
                DateFormats.of(version.changedAt(), language),
                version.proof().map(proof -> new ReceiptCard("", DateFormats.of(proof.at(), language), proof.hash())),
                version.confirmedAt().map(at -> DateFormats.of(at, language)),
                version.reason().map(reason -> reason.term().in(language)),
                DeclarationSheet.of(version.content(), language));
    }
}
