package io.github.pscsdk.example.badge;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.PluginArchiveContract;
import java.util.Set;

/** After packaging: the archive that goes into a plug-in folder. */
class PluginArchiveIT implements PluginArchiveContract {
    private static final String HOME = "io/github/pscsdk/example/badge/";

    @Override
    public Class<? extends Authenticator> authenticator() {
        return BadgeAuthenticator.class;
    }

    @Override
    public String pluginId() {
        return "imaginary-badge";
    }

    @Override
    public Set<String> files() {
        return Set.of(HOME + "BadgeProblem.class", HOME + "problems_en.properties", HOME + "problems_fr.properties");
    }
}
