package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.api.LoginRequest;
import io.github.pscsdk.api.LoginRequest.CardRemoval;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.guide.GuideAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the file of settings: {@code name = value} lines in UTF-8. Paths are relative to the file. */
public final class ConfigurationReader {
    private static final String PAGE = "/browser";
    private static final Pattern MEANS = Pattern.compile("[a-z][a-z0-9-]*(\\s*>\\s*[a-z][a-z0-9-]*)*(" + PAGE + ")?");

    /** The settings that were not asked for yet. */
    private final Properties lines = new Properties();

    private final Path folder;

    private ConfigurationReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @param home the person's folder, in which the data are unless the file says otherwise
     * @throws PscException {@link DesktopProblem#CONFIGURATION_UNUSABLE}; its detail names the setting, never its value
     */
    public static DesktopConfiguration read(Path file, Path home) throws PscException {
        try (var in = Files.newBufferedReader(file)) {
            var reader = new ConfigurationReader(file.toAbsolutePath().getParent());
            reader.lines.load(in);
            return reader.read(home);
        } catch (IOException | IllegalArgumentException e) {
            throw new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, "cannot read " + file, e);
        }
    }

    private DesktopConfiguration read(Path home) throws PscException {
        var configuration = new DesktopConfiguration(
                value("server", "", URI::create),
                value("client.id", "", id -> id),
                lines.containsKey("application.token.file")
                        ? value("application.token.file", "", this::content)
                        : value("application.token", "", token -> token),
                value("plugins", "plugins", folder::resolve),
                logins(),
                value("data", home.resolve(".psc-practice-desktop").toString(), folder::resolve),
                value("language", "fr", tag -> Language.of(Locale.forLanguageTag(tag))),
                guideAddresses());
        if (!lines.isEmpty()) {
            throw unusable(lines.stringPropertyNames().iterator().next(), "is no setting of this software");
        }
        return configuration;
    }

    private List<LoginRequest> logins() throws PscException {
        var removal = value(
                "card.removal",
                "lock",
                text -> CardRemoval.valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT)));
        return value(
                "login.means",
                "cps>ecps; ecps; ecps/browser",
                text -> Arrays.stream(text.split(";"))
                        .map(means -> login(means.strip()).withCardRemoval(removal))
                        .toList());
    }

    /** {@code cps}, {@code cps>ecps} (the phone where no reader is) or {@code ecps/browser} (on the login page). */
    private static LoginRequest login(String means) {
        if (!MEANS.matcher(means).matches()) {
            throw new IllegalArgumentException("no means of logging in");
        }
        var request = LoginRequest.using(means.replace(PAGE, "").split("\\s*>\\s*"));
        return means.endsWith(PAGE) ? request.withWayIn(WayIn.BROWSER) : request;
    }

    private GuideAddresses guideAddresses() throws PscException {
        var addresses = GuideAddresses.none();
        for (var link : GuideAddresses.links()) {
            var name = "guide.address." + link;
            var others = addresses;
            if (lines.containsKey(name)) {
                addresses = value(name, "", text -> others.with(link, text));
            }
        }
        return addresses;
    }

    /** @param otherwise the default; empty for a setting that must be there */
    private <T> T value(String name, String otherwise, Function<String, T> reading) throws PscException {
        var written = lines.getProperty(name, "").strip();
        var text = written.isEmpty() ? otherwise : written;
        lines.remove(name);
        if (text.isEmpty()) {
            throw unusable(name, "is missing");
        }
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw unusable(name, "cannot be used");
        }
    }

    private String content(String file) {
        try {
            return Files.readString(folder.resolve(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static PscException unusable(String name, String why) {
        return new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, "the setting " + name + " " + why);
    }
}
