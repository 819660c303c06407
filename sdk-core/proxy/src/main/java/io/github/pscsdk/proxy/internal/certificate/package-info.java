/** Until when the certificates of the configuration are valid, and who is told. */
package io.github.pscsdk.proxy.internal.certificate;
