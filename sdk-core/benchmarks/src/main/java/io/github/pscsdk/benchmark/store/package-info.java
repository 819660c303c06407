/** The cost of a login over each store, and the stores' servers. */
package io.github.pscsdk.benchmark.store;
