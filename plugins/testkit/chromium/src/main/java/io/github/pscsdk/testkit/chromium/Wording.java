package io.github.pscsdk.testkit.chromium;

/** Texts as a reader compares them. */
final class Wording {
    private Wording() {}

    /** On one line, and with plain spaces in place of those that French typography keeps from breaking. */
    static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }
}
