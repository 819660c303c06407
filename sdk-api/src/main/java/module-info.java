/** The contract of psc-sdk: what practice software calls, what plug-ins implement, and how failures are named. */
@SuppressWarnings("module") // The engine is compiled after it.
module io.github.pscsdk.api {
    requires static org.jspecify;
    requires transitive java.net.http;

    exports io.github.pscsdk.api;
    exports io.github.pscsdk.api.dialog;
    exports io.github.pscsdk.api.professional;
    exports io.github.pscsdk.spi;
    exports io.github.pscsdk.diagnostic;
    exports io.github.pscsdk.api.internal to
            io.github.pscsdk.pluginhost,
            io.github.pscsdk.support,
            io.github.pscsdk.workstation;
}
