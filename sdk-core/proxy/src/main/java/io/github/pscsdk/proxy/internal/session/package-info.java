/** Sessions under their relying parties: how one is opened with the tokens of the backends, found by its cookie, and ended. */
package io.github.pscsdk.proxy.internal.session;
