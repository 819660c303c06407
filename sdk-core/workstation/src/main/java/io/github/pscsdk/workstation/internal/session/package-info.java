/**
 * What practice software holds while a professional is logged in, and what follows the device that opened it. For {@code
 * internal.login} and the client; safe for any thread. No listener and no plug-in is called under a lock.
 */
package io.github.pscsdk.workstation.internal.session;
