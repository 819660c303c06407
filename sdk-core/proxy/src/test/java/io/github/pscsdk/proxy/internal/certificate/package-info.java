/** Tests of what is told of certificates. */
package io.github.pscsdk.proxy.internal.certificate;
