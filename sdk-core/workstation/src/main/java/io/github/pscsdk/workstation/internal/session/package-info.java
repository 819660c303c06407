/**
 * The session as practice software holds it, and what follows the device that opened it. Nobody is called under a lock.
 */
package io.github.pscsdk.workstation.internal.session;
