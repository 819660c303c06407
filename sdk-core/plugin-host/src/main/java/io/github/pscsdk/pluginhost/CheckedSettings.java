package io.github.pscsdk.pluginhost;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.api.AuthenticatorSetting.Kind;
import io.github.pscsdk.diagnostic.Diagnostic;
import io.github.pscsdk.spi.SettingValues;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of one authenticator's settings, none of which is out of its bounds; and what was wrong with the others. */
final class CheckedSettings implements SettingValues {
    private final AuthenticatorDescriptor descriptor;
    private final Map<String, String> values;
    private final Map<String, String> origins;
    private final List<Diagnostic> faults;
    private final List<Diagnostic> remarks;

    CheckedSettings(
            AuthenticatorDescriptor descriptor,
            Map<String, String> values,
            Map<String, String> origins,
            List<Diagnostic> faults,
            List<Diagnostic> remarks) {
        this.descriptor = descriptor;
        this.values = Map.copyOf(values);
        this.origins = Map.copyOf(origins);
        this.faults = List.copyOf(faults);
        this.remarks = List.copyOf(remarks);
    }

    /** By the name of each setting that is set: where, whatever its value is. */
    Map<String, String> origins() {
        return origins;
    }

    /** Why the authenticator must not be used; empty if it may. */
    List<Diagnostic> faults() {
        return faults;
    }

    /** What does not prevent its use, but somebody should look at. */
    List<Diagnostic> remarks() {
        return remarks;
    }

    @Override
    public Optional<String> text(String name) {
        return value(name, Kind.TEXT);
    }

    @Override
    public Optional<String> choice(String name) {
        return value(name, Kind.CHOICE);
    }

    @Override
    public Optional<Long> number(String name) {
        return value(name, Kind.NUMBER).map(Long::valueOf);
    }

    @Override
    public Optional<Boolean> flag(String name) {
        return value(name, Kind.FLAG).map(Boolean::valueOf);
    }

    @Override
    public Optional<Duration> duration(String name) {
        return value(name, Kind.DURATION).map(Duration::parse);
    }

    @Override
    public Optional<URI> url(String name) {
        return value(name, Kind.URL).map(URI::create);
    }

    @Override
    public Optional<char[]> secret(String name) {
        return value(name, Kind.SECRET).map(String::toCharArray);
    }

    private Optional<String> value(String name, Kind kind) {
        if (descriptor.settings().stream()
                .noneMatch(setting -> setting.name().equals(name) && setting.kind() == kind)) {
            throw new IllegalArgumentException(descriptor.id() + " declares no setting " + name + " of kind " + kind);
        }
        return Optional.ofNullable(values.get(name));
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "CheckedSettings[" + descriptor.id() + "]";
    }
}
