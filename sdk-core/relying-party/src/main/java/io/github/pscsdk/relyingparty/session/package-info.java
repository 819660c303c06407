/** Sessions, and the logins and logouts that begin and end them, as the host sees them. */
package io.github.pscsdk.relyingparty.session;
