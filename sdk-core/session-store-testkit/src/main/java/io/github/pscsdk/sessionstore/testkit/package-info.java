/**
 * What every {@link io.github.pscsdk.sessionstore.SessionStore} and {@link io.github.pscsdk.sessionstore.PendingStore} promises, as tests: whoever
 * writes a store inherits {@link io.github.pscsdk.sessionstore.testkit.SessionStoreContract} and {@link
 * io.github.pscsdk.sessionstore.testkit.PendingStoreContract}, and gives each of them two nodes over the same real server.
 */
package io.github.pscsdk.sessionstore.testkit;
