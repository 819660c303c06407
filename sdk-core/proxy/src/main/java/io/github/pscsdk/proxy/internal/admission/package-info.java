/**
 * Which logins may begin: how often, how many at once, and one for each professional, on this node and on those that
 * share a store.
 */
package io.github.pscsdk.proxy.internal.admission;
