/**
 * Where sessions are kept: opens the stores that a configuration names, watches them, and has the tools of whoever operates them. The only user of HikariCP. Safe for any thread.
 */
package io.github.pscsdk.proxy.internal.store;
