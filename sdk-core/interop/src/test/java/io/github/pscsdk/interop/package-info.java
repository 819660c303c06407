/**
 * The relying party against a Keycloak of other people: what stands around it here, and one class of tests per flow.
 *
 * <p>{@link Wallet} is all of it; {@link AgainstKeycloak} hands it to a test. The relying party is used as a vendor uses it, by its
 * public types alone.
 */
package io.github.pscsdk.interop;
