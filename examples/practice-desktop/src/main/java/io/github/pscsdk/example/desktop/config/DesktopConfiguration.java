package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.guide.GuideAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings, as {@code docs/practice-desktop.md} describes them. */
public record DesktopConfiguration(
        URI server,
        String clientId,
        String applicationToken,
        Path plugins,
        Login login,
        Path data,
        Language language,
        Duration warning,
        GuideAddresses guideAddresses) {
    /** The same for every login: the choices, the longest time, and the end of a session whose card is pulled. */
    public record Login(List<LoginOption> options, Duration time, CardRemoval cardRemoval) {}

    /** Without the application token. */
    @Override
    public String toString() {
        return "DesktopConfiguration[" + server + "]";
    }
}
