package io.github.pscsdk.workstation.internal.json;

/** The body of {@code POST /v1/logins/{id}/code}. */
public record GivenCode(String code) {
    /** Nothing. */
    @Override
    public String toString() {
        return "GivenCode[****]";
    }
}
