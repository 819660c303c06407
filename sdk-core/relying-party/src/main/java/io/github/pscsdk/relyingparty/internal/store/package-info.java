/**
 * How the engine calls the host's stores: on threads of their own where a call may block, within a limit, and by the store's clock. Whatever a store throws is a {@link
 * io.github.pscsdk.sessionstore.StoreException} from here on.
 */
package io.github.pscsdk.relyingparty.internal.store;
