/**
 * The optional proof that the card holds its key: TLS client authentication to a host, through the PKCS #11 module of the card
 * (Cryptolib CPS). A login does without; a health check by the vendor, or a service that wants the card itself, may use it.
 */
package io.github.pscsdk.plugin.cps.proof;
