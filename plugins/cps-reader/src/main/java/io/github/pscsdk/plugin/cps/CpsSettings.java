package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting;
import io.github.pscsdk.api.WayIn;
import io.github.pscsdk.diagnostic.ShortText;
import io.github.pscsdk.spi.AuthenticatorServices;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What can be set on the card authenticator. Immutable. A {@link #builder} begins with the defaults of this machine and with what
 * the system properties say: {@code pscsdk.cps.wayIn} ({@code backchannel} or {@code browser}) and {@code pscsdk.cps.cards} (a file). The engine reads the same settings from environment variables and from the file {@code
 * cps.properties}, too.
 */
public final class CpsSettings {
    private static final String WAY_IN = "wayIn";
    private static final String BACKCHANNEL = "backchannel";
    private static final String BROWSER = "browser";
    private static final String CARDS = "cards";

    private final WayIn wayIn;
    private final Optional<Path> cardFile;
    private final Clock clock;

    private CpsSettings(Builder builder) {
        wayIn = builder.wayIn;
        cardFile = builder.cardFile;
        clock = builder.clock;
    }

    static AuthenticatorDescriptor declaredOn(AuthenticatorDescriptor descriptor) {
        return descriptor
                .withSetting(AuthenticatorSetting.choice(
                                WAY_IN, ShortText.of("Mode de connexion", "Way in"), List.of(BACKCHANNEL, BROWSER))
                        .withDefault(BACKCHANNEL))
                .withSetting(AuthenticatorSetting.text(
                        CARDS, ShortText.of("Fichier de cartes supplémentaires", "File of further cards")));
    }

    /** What the engine has read and checked. */
    static CpsSettings of(AuthenticatorServices services) {
        var values = services.settings();
        var builder = builder().clock(services.clock());
        values.choice(WAY_IN).ifPresent(way -> builder.wayIn(BROWSER.equals(way) ? WayIn.BROWSER : WayIn.BACKCHANNEL));
        values.text(CARDS).map(Path::of).ifPresent(builder::cardFile);
        return builder.build();
    }

    /** The settings of this machine, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /** The way in where a request does not ask for one; the back channel unless set. */
    public WayIn wayIn() {
        return wayIn;
    }

    /** The vendor's own file of cards, which need not exist. */
    public Optional<Path> cardFile() {
        return cardFile;
    }

    /** The clock of the health check; a login uses the engine's. */
    public Clock clock() {
        return clock;
    }

    /** Makes settings. Not safe for several threads at once. */
    public static final class Builder {
        private WayIn wayIn =
                "browser".equalsIgnoreCase(System.getProperty("pscsdk.cps.wayIn")) ? WayIn.BROWSER : WayIn.BACKCHANNEL;
        private Optional<Path> cardFile = Optional.of(usualCardFile());
        private Clock clock = Clock.systemUTC();

        private Builder() {}

        /** The way in where a request does not ask for one. */
        public Builder wayIn(WayIn way) {
            wayIn = Objects.requireNonNull(way, "way");
            return this;
        }

        /** Cards beyond those known, one a line; see {@code docs/card-reader.md} for the format. */
        public Builder cardFile(Path file) {
            cardFile = Optional.of(file);
            return this;
        }

        /** The clock of the health check; the system's unless set. */
        public Builder clock(Clock other) {
            clock = Objects.requireNonNull(other, "other");
            return this;
        }

        /** The settings as they are now. */
        public CpsSettings build() {
            return new CpsSettings(this);
        }

        private static Path usualCardFile() {
            var named = System.getProperty("pscsdk.cps.cards");
            return named != null ? Path.of(named) : machineFolder().resolve("cps-cards.txt");
        }

        private static Path machineFolder() {
            var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (system.contains("windows")) {
                var programData =
                        Optional.ofNullable(System.getenv("ProgramData")).orElse("C:\\ProgramData");
                return Path.of(programData, "psc-sdk");
            }
            return system.contains("mac") ? Path.of("/Library/Application Support/psc-sdk") : Path.of("/etc/psc-sdk");
        }
    }
}
