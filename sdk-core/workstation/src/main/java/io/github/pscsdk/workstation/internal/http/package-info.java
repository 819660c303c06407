/**
 * Talks to the vendor's server half (the <i>Proxy e-Santé</i>). The only user of OkHttp, which is not loaded before the
 * first call.
 *
 * <p>For the engine's other packages. Safe for any thread; every call blocks and can be interrupted. No type here prints
 * what it holds: the application token, session handles, identifiers.
 */
package io.github.pscsdk.workstation.internal.http;
