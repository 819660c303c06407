package io.github.pscsdk.relyingparty.web;

import io.github.pscsdk.relyingparty.internal.profile.Secrets;

/**
 * A form that came when its session was over.
 *
 * @param subject what it is about, as the page that showed it said
 * @param typed what was typed, as the application wrote it; may be empty
 */
public record ExpiredSessionForm(String subject, String typed) {
    /** A name by which a page tells which one it shows: no two forms have the same, unless they are the same. */
    public String name() {
        return Secrets.digest(subject.length() + "\n" + subject + typed);
    }

    /** Hides what was typed. */
    @Override
    public String toString() {
        return "ExpiredSessionForm[…]";
    }
}
