package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The state of the login. */
public sealed interface LoginState {
    /** A means is to be chosen. Why the login before came to nothing, and its notices. */
    record Choosing(Optional<Problem> failure, List<Diagnostic> notices) implements LoginState {
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
     * @param picture a plug-in's, to look at
     * @param question the question that waits for an answer
     */
    record Running(
            Optional<LoginProgress> progress,
            List<Diagnostic> notices,
            Optional<URI> page,
            Optional<ShownPicture> picture,
            Optional<LoginQuestion> question)
            implements LoginState {
        public Running {
            notices = List.copyOf(notices);
        }

        static Running begun() {
            return new Running(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Running after(LoginProgress now) {
            var all = Stream.concat(notices.stream(), now.notice().stream()).toList();
            return new Running(Optional.of(now), all, page, picture, question);
        }

        Running asking(Optional<LoginQuestion> now) {
            return new Running(progress, notices, page, picture, now);
        }

        Running offering(URI address) {
            return new Running(progress, notices, Optional.of(address), picture, question);
        }

        Running picturing(Optional<ShownPicture> now) {
            return new Running(progress, notices, page, now, question);
        }

        /** The step alone: the address can finish the login, and what is asked names a person. */
        @Override
        public String toString() {
            return "Running" + progress.map(LoginProgress::step).stream().toList();
        }
    }
}
