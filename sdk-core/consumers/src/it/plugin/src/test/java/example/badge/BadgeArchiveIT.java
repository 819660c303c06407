package example.badge;

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.PluginArchiveContract;
import java.nio.file.Path;

class BadgeArchiveIT implements PluginArchiveContract {
    @Override
    public Class<? extends Authenticator> authenticator() {
        return BadgeAuthenticator.class;
    }

    @Override
    public String pluginId() {
        return "badge";
    }

    @Override
    public Path archive() {
        return Path.of("target", "plugins", "badge-authenticator-1.0.0-plugin.jar");
    }
}
