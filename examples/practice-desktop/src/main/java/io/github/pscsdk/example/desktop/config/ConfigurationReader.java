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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the file of settings: {@code name = value} lines in UTF-8. Paths are relative to the file. */
public final class ConfigurationReader {
    private static final String TOKEN = "application.token";
    private static final String PAGE = "/browser";
    private static final Pattern MEANS = Pattern.compile("[a-z][a-z0-9-]*(\\s*>\\s*[a-z][a-z0-9-]*)*(" + PAGE + ")?");

    /** The settings that were not asked for yet. */
    private final Map<String, String> lines = new TreeMap<>();

    private final Path folder;

    private ConfigurationReader(Properties properties, Path folder) {
        properties.forEach((name, value) -> lines.put((String) name, ((String) value).strip()));
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @param variables of the environment, in one of which the token may be
     * @param home the person's folder, in which the data are unless the file says otherwise
     * @throws PscException {@link DesktopProblem#CONFIGURATION_UNUSABLE}; its detail names the setting, never its value
     */
    public static DesktopConfiguration read(Path file, Map<String, String> variables, Path home) throws PscException {
        try (var in = Files.newBufferedReader(file)) {
            var properties = new Properties();
            properties.load(in);
            return new ConfigurationReader(properties, file.toAbsolutePath().getParent()).read(variables, home);
        } catch (IOException | IllegalArgumentException e) {
            throw new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, "cannot read " + file, e);
        }
    }

    private DesktopConfiguration read(Map<String, String> variables, Path home) throws PscException {
        var data = home.resolve(".psc-practice-desktop").toString();
        var configuration = new DesktopConfiguration(
                value("server", "", "an address", URI::create),
                value("client.id", "", "an id", id -> id),
                token(variables),
                value("plugins", "plugins", "a path", folder::resolve),
                logins(),
                value("data", data, "a path", folder::resolve),
                value("language", "fr", "a language", tag -> Language.of(Locale.forLanguageTag(tag))),
                value("session.warning.minutes", "10", "a number of minutes", text -> Duration.ofMinutes(number(text))),
                guideAddresses());
        if (!lines.isEmpty()) {
            throw unusable(lines.keySet().iterator().next(), "is no setting of this software");
        }
        return configuration;
    }

    private List<LoginRequest> logins() throws PscException {
        var time = value("login.seconds", "120", "a number of seconds", text -> Duration.ofSeconds(number(text)));
        var removal = value(
                "card.removal",
                "lock",
                "lock, sign-out or ignore",
                text -> CardRemoval.valueOf(text.replace('-', '_').toUpperCase(Locale.ROOT)));
        return value(
                "login.means",
                "cps>ecps; ecps; ecps/browser",
                "like cps; cps>ecps; ecps/browser",
                text -> Arrays.stream(text.split(";"))
                        .map(means -> login(means.strip()).withTimeout(time).withCardRemoval(removal))
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

    private String token(Map<String, String> variables) throws PscException {
        var written = taken(TOKEN);
        var file = taken(TOKEN + ".file");
        var variable = taken(TOKEN + ".variable").map(variables::get);
        if (written.isPresent() || file.isEmpty()) {
            return written.or(() -> variable).orElseThrow(() -> unusable(TOKEN, "is missing"));
        }
        try {
            return Files.readString(folder.resolve(file.get())).strip();
        } catch (IOException e) {
            throw unusable(TOKEN + ".file", "cannot be read");
        }
    }

    private GuideAddresses guideAddresses() throws PscException {
        var addresses = GuideAddresses.none();
        for (var link : GuideAddresses.links()) {
            var name = "guide.address." + link;
            var text = taken(name);
            if (text.isPresent()) {
                var others = addresses;
                addresses =
                        read(name, text.get(), "an address and the day of its reading", one -> others.with(link, one));
            }
        }
        return addresses;
    }

    private <T> T value(String name, String otherwise, String kind, Function<String, T> reading) throws PscException {
        var text = taken(name).orElse(otherwise);
        if (text.isEmpty()) {
            throw unusable(name, "is missing");
        }
        return read(name, text, kind, reading);
    }

    private static <T> T read(String name, String text, String kind, Function<String, T> reading) throws PscException {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw unusable(name, "is not " + kind);
        }
    }

    private Optional<String> taken(String name) {
        return Optional.ofNullable(lines.remove(name)).filter(value -> !value.isEmpty());
    }

    private static long number(String text) {
        var number = Long.parseLong(text);
        if (number <= 0) {
            throw new IllegalArgumentException("not more than nothing");
        }
        return number;
    }

    private static PscException unusable(String name, String why) {
        return new PscException(DesktopProblem.CONFIGURATION_UNUSABLE, "the setting " + name + " " + why);
    }
}
