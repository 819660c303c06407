/**
 * Where sessions are kept: opens the stores that a configuration names and watches them. The only user of HikariCP.
 * Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.store;
