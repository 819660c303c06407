/**
 * Finds the authentication certificate by the structures of PKCS #15: EF.DIR names the application, its object directory
 * names the certificate directory, which names the certificate. All without the code.
 */
package io.github.pscsdk.plugin.cps.internal.pkcs15;
