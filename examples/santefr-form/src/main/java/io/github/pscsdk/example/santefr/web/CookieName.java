package io.github.pscsdk.example.santefr.web;

/** The cookies of the pages. */
enum CookieName {
    /** The ticket of a form that was sent when its session was over. */
    INTERRUPTED("santefr-interrupted"),
    /** The language that was chosen. */
    LANGUAGE("santefr-language");

    private final String text;

    CookieName(String text) {
        this.text = text;
    }

    /** As it is called where there is no https. */
    String text() {
        return text;
    }
}
