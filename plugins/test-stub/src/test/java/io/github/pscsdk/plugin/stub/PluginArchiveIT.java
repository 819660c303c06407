package io.github.pscsdk.plugin.stub;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.PluginArchiveContract;
import java.util.Set;

/** After packaging: the archive that goes into a plug-in folder. */
class PluginArchiveIT implements PluginArchiveContract {
    private static final String HOME = "io/github/pscsdk/plugin/stub/";

    @Override
    public Class<? extends Authenticator> authenticator() {
        return StubAuthenticator.class;
    }

    @Override
    public String pluginId() {
        return "stub";
    }

    @Override
    public Set<String> files() {
        return Set.of(HOME + "StubProblem.class", HOME + "problems_en.properties", HOME + "problems_fr.properties");
    }
}
