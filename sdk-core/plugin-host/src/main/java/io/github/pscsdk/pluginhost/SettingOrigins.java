package io.github.pscsdk.pluginhost;

import io.github.pscsdk.api.AuthenticatorDescriptor;
import io.github.pscsdk.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the settings of authenticators are set on this machine, and what is wrong with them. Tells no value. Safe for any thread. */
public final class SettingOrigins {
    private final SettingSources sources;

    /** @param folder where the files with settings lie; empty for none */
    public SettingOrigins(Optional<Path> folder) {
        this.sources = SettingSources.ofThisMachine(folder);
    }

    /** By the name of the setting: the system property, the environment variable or the file that sets it. What nothing sets is left out. */
    public Map<String, String> of(AuthenticatorDescriptor descriptor) {
        return sources.read(descriptor).origins();
    }

    /** What is out of its bounds, so that the authenticator is not used; and what is set in a file although nobody declared it. */
    public List<Diagnostic> findings(AuthenticatorDescriptor descriptor) {
        var settings = sources.read(descriptor);
        return Stream.concat(settings.faults().stream(), settings.remarks().stream())
                .toList();
    }
}
