/** Sessions, and the logins and logouts that begin and end them, as the host sees them. */
@NullMarked
package io.github.pscsdk.relyingparty.session;

import org.jspecify.annotations.NullMarked;
