/**
 * The server half as a deployable service: ANS's Proxy e-Santé contract and a few additions under {@code /v1}, described
 * in {@code openapi/proxy-esante.yaml}.
 *
 * <p>{@link io.github.pscsdk.proxy.ProxyServer} is all that an embedder needs, {@code ProxyMain} the stand-alone
 * service. Packages below: {@code http} (the only user of Javalin), {@code json} (of Jackson), {@code send} (backends),
 * {@code store} (of HikariCP), {@code login}, {@code access}, {@code limit}, {@code trace}.
 */
package io.github.pscsdk.proxy;
