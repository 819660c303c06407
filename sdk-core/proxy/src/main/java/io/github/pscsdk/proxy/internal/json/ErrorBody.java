package io.github.pscsdk.proxy.internal.json;

import java.util.Optional;

/**
 * Body of a failure.
 *
 * @param code the HTTP status
 * @param message for a person, in the caller's language
 * @param metadata what the caller named
 * @param problem of the catalogue; under {@code /v1} only, the contract knows no such member
 */
public record ErrorBody(String code, String message, Metadata metadata, Optional<String> problem) {

    /** What the caller named, echoed as the contract says. */
    public record Metadata(Optional<String> nationalId, Optional<String> clientId) {
        /** The caller named nothing. */
        public static final Metadata NONE = new Metadata(Optional.empty(), Optional.empty());

        /** Prints no value: it names a person. */
        @Override
        public String toString() {
            return "Metadata[]";
        }
    }
}
