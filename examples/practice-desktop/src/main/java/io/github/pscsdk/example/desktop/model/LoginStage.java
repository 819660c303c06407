package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a login is. */
public sealed interface LoginStage {
    static Optional<Underway> underway(LoginStage stage) {
        return stage instanceof Underway underway ? Optional.of(underway) : Optional.empty();
    }

    /** The means to choose from, why the login before came to nothing, and its notices. */
    record Choosing(Optional<Problem> failure, List<Diagnostic> notices) implements LoginStage {
        public Choosing {
            notices = List.copyOf(notices);
        }

        static Choosing anew() {
            return new Choosing(Optional.empty(), List.of());
        }
    }

    /**
     * A login goes on.
     *
     * @param progress where it stands; empty until it says so
     * @param notices what the person should know, such as why another means is tried
     * @param page the login page, where no browser opened it: to be shown, and to be kept nowhere
     * @param picture what a plug-in has to look at
     * @param question what it asks now
     */
    record Underway(
            Optional<LoginProgress> progress,
            List<Diagnostic> notices,
            Optional<URI> page,
            Optional<ShownPicture> picture,
            Optional<Question> question)
            implements LoginStage {
        public Underway {
            notices = List.copyOf(notices);
        }

        static Underway begun() {
            return new Underway(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Underway after(LoginProgress now) {
            var all = Stream.concat(notices.stream(), now.notice().stream()).toList();
            return new Underway(Optional.of(now), all, page, picture, question);
        }

        Underway asking(Optional<Question> now) {
            return new Underway(progress, notices, page, picture, now);
        }

        Underway offering(URI address) {
            return new Underway(progress, notices, Optional.of(address), picture, question);
        }

        Underway picturing(Optional<ShownPicture> now) {
            return new Underway(progress, notices, page, now, question);
        }

        /** The step alone: the address can finish the login, and what is asked names a person. */
        @Override
        public String toString() {
            return "Underway" + progress.map(LoginProgress::step).stream().toList();
        }
    }

    /** Somebody is logged in. */
    record Done() implements LoginStage {}
}
