/** Tests of the logins beneath the HTTP side. */
package io.github.pscsdk.proxy.internal.login;
