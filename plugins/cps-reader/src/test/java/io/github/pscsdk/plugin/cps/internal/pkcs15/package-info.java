/** The way from EF.DIR to the certificate, on files made here. */
package io.github.pscsdk.plugin.cps.internal.pkcs15;
