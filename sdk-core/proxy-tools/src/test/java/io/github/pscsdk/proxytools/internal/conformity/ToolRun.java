package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxytools.ProxyCommand;
import java.nio.file.Path;

/** One run of the proxy's command, and what it wrote. */
record ToolRun(int exitCode, String out, String err) {
    /** Filled by the build before the integration tests run. */
    static final Path PLUGINS = Path.of("target", "installed-plugins");

    /** Runs it in this process. */
    static ToolRun of(String... arguments) {
        var command = new ProxyCommand();
        return new ToolRun(command.run(arguments), command.out(), command.err());
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
}
