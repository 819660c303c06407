package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.github.pscsdk.proxy.internal.monitoring.ProxyMetrics;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.session.Callers;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionEnds;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.proxy.settings.ProxyConfiguration;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the routes work with.
 *
 * @param current the configuration, as it is now
 * @param publicBaseUri how browsers reach this proxy
 * @param callers who may call, and from whom a forwarded address is believed
 * @param admission lets logins begin
 * @param pending the logins that are pending; closed once the proxy stops: who has no news then is told to ask again, which is wherever calls go by then
 * @param clients relying parties and sessions
 * @param logins the logins under way
 * @param sessionEnds those who wait for the end of their session
 * @param forwarder calls the backends
 * @param journal the traces
 * @param readiness whether logins can begin
 * @param metrics what is counted, where the operator wants that
 */
public record Services(
        Supplier<ProxyConfiguration> current,
        URI publicBaseUri,
        Callers callers,
        Admission admission,
        PendingLogin.Registry pending,
        RelyingParties clients,
        Logins logins,
        SessionEnds sessionEnds,
        Forwarder forwarder,
        TraceJournal journal,
        Readiness readiness,
        Optional<ProxyMetrics> metrics) {
    ProxyConfiguration configuration() {
        return current.get();
    }
}
