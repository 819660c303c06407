/** Class loaders of plug-ins, which see the contract and nothing else of the host, and what is said when one cannot be loaded. The only user of PF4J's plug-in manager. */
package io.github.pscsdk.pluginhost.internal.loading;
