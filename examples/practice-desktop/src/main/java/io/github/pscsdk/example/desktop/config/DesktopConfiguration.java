package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.guide.GuideAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the software needs to know before it starts.
 *
 * @param server the server half
 * @param clientId the software's client id at Pro Santé Connect
 * @param applicationToken by which the server half knows this installation
 * @param plugins the folder of authenticators and of files with their settings
 * @param means what the login offers, in this order
 * @param loginTime how long a login may take
 * @param cardRemoval what becomes of the session when its card is pulled
 * @param data where the outbox is
 * @param language of the first window
 * @param warning how long before its end a session announces it
 * @param guideAddresses what the published login guide does not give
 */
public record DesktopConfiguration(
        URI server,
        String clientId,
        String applicationToken,
        Path plugins,
        List<LoginOption> means,
        Duration loginTime,
        CardRemoval cardRemoval,
        Path data,
        Language language,
        Duration warning,
        GuideAddresses guideAddresses) {
    public DesktopConfiguration {
        means = List.copyOf(means);
    }

    /** Without the application token. */
    @Override
    public String toString() {
        return "DesktopConfiguration[" + server + ", " + means.size() + " means]";
    }
}
