/**
 * The documents under {@code /v1} that go between workstation and proxy: our additions to the <i>Proxy e-Santé</i>'s
 * contract, each a record whose components are the members of the JSON object. No Jackson here: each end says how it
 * reads and writes.
 *
 * <p>For the two ends only; may change with any version of the contract. Where a document names a person or opens a
 * session, printing it tells nothing of that.
 */
package io.github.pscsdk.proxyprotocol.internal;
