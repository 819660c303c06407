package io.github.pscsdk.plugin.cps;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.PluginArchiveContract;
import java.util.Set;

/** After packaging: the archive that goes into a plug-in folder. */
class PluginArchiveIT implements PluginArchiveContract {
    private static final String HOME = "io/github/pscsdk/plugin/cps/";

    @Override
    public Class<? extends Authenticator> authenticator() {
        return CpsAuthenticator.class;
    }

    @Override
    public String pluginId() {
        return "cps";
    }

    @Override
    public Set<String> files() {
        return Set.of(
                HOME + "problem/problems_fr.properties",
                HOME + "problem/problems_en.properties",
                HOME + "internal/card/cards.txt",
                HOME + "internal/health/middleware.txt");
    }
}
