package io.github.pscsdk.proxytools;

import java.io.PrintWriter;
import java.io.StringWriter;

/** {@code proxy-esante}, run in this process. */
public final class ProxyCommand {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Runs it once; returns its exit code. */
    public int run(String... arguments) {
        return ProxyMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** The standard output of all runs. */
    public String out() {
        return out.toString();
    }

    /** The standard error of all runs. */
    public String err() {
        return err.toString();
    }
}
