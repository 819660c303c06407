package io.github.pscsdk.proxy.internal.server;

import io.github.pscsdk.api.Environment;
import io.github.pscsdk.proxy.internal.access.ReverseProxies;
import io.github.pscsdk.proxy.internal.admission.Admission;
import io.github.pscsdk.proxy.internal.admission.PendingLogin;
import io.github.pscsdk.proxy.internal.http.LongPolls;
import io.github.pscsdk.proxy.internal.login.Logins;
import io.github.pscsdk.proxy.internal.metrics.ProxyMetrics;
import io.github.pscsdk.proxy.internal.send.Forwarder;
import io.github.pscsdk.proxy.internal.session.RelyingParties;
import io.github.pscsdk.proxy.internal.session.SessionEnds;
import io.github.pscsdk.proxy.internal.trace.TraceExport;
import io.github.pscsdk.proxy.internal.trace.TraceJournal;
import io.github.pscsdk.proxy.settings.Backend;
import io.github.pscsdk.proxy.settings.RegisteredApplication;
import io.github.pscsdk.proxy.settings.TrafficLimits;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the routes work with.
 *
 * @param environment which Pro Santé Connect is behind this proxy
 * @param publicBaseUri how browsers reach this proxy
 * @param conformityMode whether the contract's paths are exactly ANS's
 * @param applications who may call
 * @param reverseProxies from whom a forwarded address is believed
 * @param admission lets logins begin
 * @param clients relying parties and sessions
 * @param logins the logins under way
 * @param longPolls those who wait for news of a login
 * @param pending how many logins are pending
 * @param sessionEnds those who wait for the end of their session
 * @param backends behind {@code /send}, as they are now
 * @param traffic how much goes through
 * @param forwarder calls them
 * @param journal the traces as they come
 * @param export reads them
 * @param readiness whether logins can begin
 * @param metrics what is counted, where the operator wants that
 */
public record Services(
        Environment environment,
        URI publicBaseUri,
        boolean conformityMode,
        List<RegisteredApplication> applications,
        ReverseProxies reverseProxies,
        Admission admission,
        RelyingParties clients,
        Logins logins,
        LongPolls longPolls,
        PendingLogin.Registry pending,
        SessionEnds sessionEnds,
        Supplier<List<Backend>> backends,
        TrafficLimits traffic,
        Forwarder forwarder,
        TraceJournal journal,
        TraceExport export,
        Readiness readiness,
        Optional<ProxyMetrics> metrics) {}
