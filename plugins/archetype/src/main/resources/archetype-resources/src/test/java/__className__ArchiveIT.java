package ${package};

import io.github.pscsdk.spi.Authenticator;
import io.github.pscsdk.testkit.contract.PluginArchiveContract;
import java.nio.file.Path;
import java.util.Set;

/** After packaging: the archive that goes into a plug-in folder. */
class ${className}ArchiveIT implements PluginArchiveContract {
    private static final String HOME = ${className}Authenticator.class.getPackageName().replace('.', '/') + "/";

    @Override
    public Class<? extends Authenticator> authenticator() {
        return ${className}Authenticator.class;
    }

    @Override
    public String pluginId() {
        return "${authenticatorId}";
    }

    @Override
    public Path archive() {
        return Path.of("target", "plugins", "${artifactId}.jar");
    }

    @Override
    public Set<String> files() {
        return Set.of(HOME + "problems_fr.properties", HOME + "problems_en.properties");
    }
}
