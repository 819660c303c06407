/** Which paths may be passed on. */
package io.github.pscsdk.proxy.internal.send;
