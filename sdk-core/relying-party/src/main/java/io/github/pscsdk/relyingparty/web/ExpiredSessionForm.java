package io.github.pscsdk.relyingparty.web;

/**
 * A form that came when its session was over.
 *
 * @param subject what it is about, as the page that showed it said
 * @param typed what was typed, as the application wrote it; may be empty
 */
public record ExpiredSessionForm(String subject, String typed) {
    /** Hides what was typed. */
    @Override
    public String toString() {
        return "ExpiredSessionForm[…]";
    }
}
