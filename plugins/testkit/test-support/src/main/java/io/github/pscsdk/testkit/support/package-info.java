/**
 * Waits for what is real, such as a process, a socket, or another thread; compiles and packs plug-ins. For the tests of
 * this repository; every wait blocks the calling thread, and has a limit.
 */
package io.github.pscsdk.testkit.support;
