/** The HTTP proxy through which either half calls others. */
package io.github.pscsdk.httpclient;
