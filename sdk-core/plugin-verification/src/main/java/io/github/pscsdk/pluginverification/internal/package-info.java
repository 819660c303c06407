/**
 * Tells whether plug-ins go away again and leave the process as it was: for {@code psc plugin verify} and for the tests
 * of the authenticator contract. Never on the class path of practice software.
 */
package io.github.pscsdk.pluginverification.internal;
