package io.github.pscsdk.example.desktop.config;

import io.github.pscsdk.api.CardRemoval;
import io.github.pscsdk.diagnostic.Language;
import io.github.pscsdk.diagnostic.PscException;
import io.github.pscsdk.example.desktop.problem.DesktopProblem;
import io.github.pscsdk.guide.GuideAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Reads the file of settings: {@code name = value} lines in UTF-8. Paths are relative to the file. */
public final class ConfigurationReader {
    private final Map<String, String> variables;
    private final Path home;

    /**
     * Looks tokens up in those variables.
     *
     * @param variables of the environment
     * @param home the person's folder, in which the data are unless the file says otherwise
     */
    public ConfigurationReader(Map<String, String> variables, Path home) {
        this.variables = Map.copyOf(variables);
        this.home = home;
    }

    /**
     * Reads it.
     *
     * @throws PscException {@link DesktopProblem#CONFIGURATION_UNUSABLE}; its detail names the setting, never its value
     */
    public DesktopConfiguration read(Path file) throws PscException {
        var settings = Settings.of(load(file), file.toAbsolutePath().getParent());
        var configuration = new DesktopConfiguration(
                settings.uri("server"),
                settings.needed("client.id"),
                settings.secret("application.token", variables),
                settings.path("plugins", settings.resolved("plugins")),
                settings.as("login.means", "cps>ecps; ecps; ecps/browser", ConfigurationReader::means),
                settings.as("login.seconds", "120", ConfigurationReader::seconds),
                settings.as("card.removal", "lock", ConfigurationReader::removal),
                settings.path("data", home.resolve(".psc-practice-desktop")),
                settings.as("language", "fr", tag -> Language.of(Locale.forLanguageTag(tag))),
                settings.as("session.warning.minutes", "10", ConfigurationReader::minutes),
                guideAddresses(settings));
        settings.checkAllKnown();
        return configuration;
    }

    private static GuideAddresses guideAddresses(Settings settings) throws PscException {
        var addresses = GuideAddresses.none();
        for (var link : GuideAddresses.links()) {
            var others = addresses;
            addresses =
                    settings.as("guide.address." + link, "", text -> text.isEmpty() ? others : others.with(link, text));
        }
        return addresses;
    }

    private static Properties load(Path file) throws PscException {
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, "cannot read " + file, e);
        }
    }

    private static List<LoginOption> means(String text) {
        return Arrays.stream(text.split(";")).map(LoginOption::of).toList();
    }

    private static Duration seconds(String text) {
        return positive(Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Duration minutes(String text) {
        return positive(Duration.ofMinutes(Long.parseLong(text)));
    }

    private static Duration positive(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("not longer than nothing");
        }
        return duration;
    }

    private static CardRemoval removal(String text) {
        return CardRemoval.valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
