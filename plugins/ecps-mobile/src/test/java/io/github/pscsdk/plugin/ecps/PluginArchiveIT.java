package io.github.pscsdk.plugin.ecps;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.PluginArchiveContract;

/** After packaging: the archive that goes into a plug-in folder. */
class PluginArchiveIT implements PluginArchiveContract {
    @Override
    public Class<? extends Authenticator> authenticator() {
        return EcpsAuthenticator.class;
    }

    @Override
    public String pluginId() {
        return "ecps";
    }
}
