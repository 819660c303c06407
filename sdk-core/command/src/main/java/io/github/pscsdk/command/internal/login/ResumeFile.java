package io.github.pscsdk.command.internal.login;

import io.github.pscsdk.api.LoginProgress;
import io.github.pscsdk.api.LoginTicket;
import io.github.pscsdk.commandline.internal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The ticket of the login that is pending, in a file that this user alone may read; there only as long as it is
 * pending.
 */
final class ResumeFile {
    private final Path file;
    private final Screen screen;

    ResumeFile(Path file, Screen screen) {
        this.file = file.toAbsolutePath();
        this.screen = screen;
    }

    /**
     * The login that was pending when the command stopped the last time; empty, after a word, where the file is of no
     * use.
     */
    Optional<LoginTicket> left() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LoginTicket(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            screen.say("login.resume.unusable", file);
            return Optional.empty();
        }
    }

    void keep(LoginProgress progress) {
        progress.ticket().ifPresent(ticket -> {
            try {
                write(ticket.value());
            } catch (IOException e) {
                screen.say("login.resume.not.kept", file);
            }
        });
    }

    void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            screen.say("login.resume.not.dropped", file);
        }
    }

    /** A temporary file is its owner's alone from the beginning, and replaces the old one whole. */
    private void write(String text) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), "psc-login-", ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
