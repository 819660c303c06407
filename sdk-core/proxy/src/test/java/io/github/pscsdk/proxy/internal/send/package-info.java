/** Which paths may be passed on. */
package io.github.pscsdk.example.proxy.send;
