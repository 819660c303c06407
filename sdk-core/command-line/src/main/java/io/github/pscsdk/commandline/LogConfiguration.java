package io.github.pscsdk.commandline;

/** Chooses Logback's configuration by its place on the class path. Not at its root: who embeds a command has one of their own. */
public final class LogConfiguration {
    private static final String PROPERTY = "logback.configurationFile";

    private LogConfiguration() {}

    /** Silent but for errors, which go to standard error: for a command whose standard output is its result. */
    public static void ofCommands() {
        use("io/github/pscsdk/commandline/logback.xml");
    }

    /**
     * Takes effect only before the first logger is made.
     *
     * @param resource ignored where the operator named a configuration by the system property {@code logback.configurationFile}
     */
    public static void use(String resource) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, resource);
        }
    }
}
