/**
 * Timers and deadlines: the only source of delays for polls, leases and retries. Depends on the JDK alone; every type
 * is safe for any thread.
 */
package io.github.pscsdk.time.internal;
