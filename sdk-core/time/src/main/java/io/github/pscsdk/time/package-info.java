/**
 * Timers and the clock that they follow: the only source of delays for polls, deadlines, leases and retries. Depends on the JDK alone; every type is safe for any
 * thread.
 */
package io.github.pscsdk.time;
