package io.github.pscsdk.proxytools.internal.conformity;

import io.github.pscsdk.proxytools.ProxyMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of the proxy's command, and what it wrote. */
record ToolRun(int exitCode, String out, String err) {
    /** Filled by the build before the integration tests run. */
    static final Path PLUGINS = Path.of("target", "installed-plugins");

    /** Runs it in this process. */
    static ToolRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = ProxyMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new ToolRun(exitCode, out.toString(), err.toString());
    }

    @Override
    public String toString() {
        return "exit code " + exitCode + "\n" + out + "\n" + err;
    }
}
