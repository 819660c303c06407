/** The session as practice software holds it, and the watch over its device. Nobody is called under a lock. */
package io.github.pscsdk.workstation.internal.session;
