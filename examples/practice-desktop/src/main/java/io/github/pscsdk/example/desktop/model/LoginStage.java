package io.github.pscsdk.example.desktop.model;

import io.github.pscsdk.api.BindingMessage;
import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.dialog.ShownPicture;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.diagnostic.Problem;
import io.github.pscsdk.diagnostic.ShortText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the login window shows. */
public sealed interface LoginStage {
    /**
     * The means to choose from.
     *
     * @param failure why the login before came to nothing
     * @param notices what that login had remarked
     */
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
     * @param step where it stands; empty until it says so
     * @param message what the authenticator says in its own words
     * @param digits to compare
     * @param deadline when it gives up by itself
     * @param notices what the person should know, such as why another means is tried
     * @param page the login page, where no browser opened it: to be shown, and to be kept nowhere
     * @param picture what a plug-in has to look at
     * @param question what it asks now
     */
    record Underway(
            Optional<LoginProgress.Step> step,
            Optional<ShortText> message,
            Optional<BindingMessage> digits,
            Optional<Instant> deadline,
            List<Diagnostic> notices,
            Optional<URI> page,
            Optional<ShownPicture> picture,
            Optional<Question> question)
            implements LoginStage {
        public Underway {
            notices = List.copyOf(notices);
        }

        static Underway begun() {
            return new Underway(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Underway after(LoginProgress progress) {
            return new Underway(
                    Optional.of(progress.step()),
                    progress.message(),
                    progress.bindingMessage(),
                    Optional.of(progress.deadline()),
                    Stream.concat(notices.stream(), progress.notice().stream()).toList(),
                    page,
                    picture,
                    question);
        }

        Underway asking(Optional<Question> now) {
            return new Underway(step, message, digits, deadline, notices, page, picture, now);
        }

        Underway offering(URI address) {
            return new Underway(step, message, digits, deadline, notices, Optional.of(address), picture, question);
        }

        Underway picturing(Optional<ShownPicture> now) {
            return new Underway(step, message, digits, deadline, notices, page, now, question);
        }

        /** The step alone: the address can finish the login, and what is asked names a person. */
        @Override
        public String toString() {
            return "Underway[" + step + "]";
        }
    }

    /** Somebody is logged in. */
    record Done() implements LoginStage {}
}
