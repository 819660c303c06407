/** What a login costs over the stores, and their servers. */
package io.github.pscsdk.benchmark.store;
