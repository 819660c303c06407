/**
 * The documents that PSC publishes about itself (metadata, keys) and those that it signs (ID tokens, logout tokens).
 * The only user of Nimbus.
 *
 * <p>Metadata and keys are fetched when first needed, kept, and refreshed while they serve; nothing here blocks, and no
 * lock is shared between threads that verify.
 */
package io.github.pscsdk.relyingparty.internal.oidc;
