package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.guide.GuideAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings, as {@code docs/practice-desktop.md} describes them.
 *
 * @param logins the choices
 */
public record DesktopConfiguration(
        URI server,
        String clientId,
        String applicationToken,
        Path plugins,
        List<LoginRequest> logins,
        Path data,
        Language language,
        GuideAddresses guideAddresses) {
    /** Without the application token. */
    @Override
    public String toString() {
        return "DesktopConfiguration[" + server + "]";
    }
}
