/**
 * The server half as a deployable service: ANS's Proxy e-Santé contract and a few additions under {@code /v1},
 * described in {@code openapi/proxy-esante.yaml}.
 *
 * <p>{@link io.github.pscsdk.proxy.ProxyServer} is all that an embedder needs; the {@code proxy-esante} command starts
 * it alone. Packages below: {@code server} (the addresses) and {@code http} (calls as they come in, the only users of
 * Javalin), {@code configuration}, {@code admission}, {@code login}, {@code session}, {@code send} (backends), {@code
 * trace}, {@code store} (the only user of HikariCP), {@code diagnosis}, {@code json} (the only user of Jackson).
 */
@NullMarked
package io.github.pscsdk.proxy;

import org.jspecify.annotations.NullMarked;
